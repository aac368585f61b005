"""What the first page of the desk shows: reservations that run, and shelters that did not say today what is free."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.accounts.models import User
from baken.shelter import access


def today(request: HttpRequest, user: User) -> str:
    """For who works with shelters; nothing for others."""
    if not user.may(access.READ):
        return ""
    running = access.running(user).filter(state=access.State.RESERVED)
    mine = access.shelters_for(user).filter(organisation=user.organisation_id) if user.organisation_id else ()
    known = {"running": list(running[:5]), "stale": [each for each in mine if not each.is_fresh]}
    return render_to_string("shelter/_today.html", known, request) if any(known.values()) else ""
