"""What the first page of the desk shows of the directory: corrections that wait, and what is to be looked at again."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.partners import access


def today(request: HttpRequest, user: User) -> str:
    """For who keeps the directory; nothing for others."""
    if not user.may(access.EDIT):
        return ""
    known = {"waiting": access.waiting_for(user), "old": access.old_for(user, today=timezone.localdate())}
    return render_to_string("partners/_today.html", known, request) if any(known.values()) else ""
