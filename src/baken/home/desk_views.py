"""The first page of the desk: what is due, new and waiting, from every room this person works in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from baken.accounts.models import User
from baken.knowledge import access as knowledge
from baken.sharing import access as given
from baken.signals import line
from baken.triage import access as work

SHOWN = 5


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """A person's day on one page."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    known = {"roles": [grant.get_role_display() for grant in user.grants.all()]} | _waiting(user)
    known |= {"due": _due(user), "long_overdue": _long_overdue(user), "sent_here": given.waiting_for(user)}
    known["for_colleagues"] = knowledge.contacts_for_colleagues(user)
    return render(request, "home/today.html", known)


def _due(user: User) -> int:
    return knowledge.due_for(user, today=timezone.localdate()) if user.may("edit_local_knowledge") else 0


def _long_overdue(user: User) -> int:
    return work.long_overdue_for(user, today=timezone.localdate()) if user.may("manage_settings") else 0


def _waiting(user: User) -> dict[str, Any]:
    if not user.may("weigh_reports"):
        return {"waiting": None}
    now = timezone.localdate()
    waiting, mine = work.due_for(user, today=now), work.counts(user, today=now)
    rows = line.rows(waiting[:SHOWN], today=now, language=user.language)
    numbers = {"lists": mine, "answered": mine["antwoord"], "late": mine["te-laat"]}
    return {"waiting": rows, "count": waiting.count()} | numbers
