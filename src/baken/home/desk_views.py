"""The first page of the desk: what is due, new and waiting, from every room this person works in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.accounts.models import User
from baken.signals import access as reports

SHOWN = 5


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """A person's day on one page."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    waiting = reports.inbox(user, closed=False) if user.may("read_reports") else None
    known = {
        "roles": [grant.get_role_display() for grant in user.grants.all()],
        "waiting": list(waiting[:SHOWN]) if waiting is not None else None,
        "count": waiting.count() if waiting is not None else 0,
    }
    return render(request, "home/today.html", known)
