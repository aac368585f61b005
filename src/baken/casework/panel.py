"""What other pages show of the work: on the page of a case, and on the first page of the desk."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.casework import access
from baken.coordination.access import Seen


def work(request: HttpRequest, seen: Seen) -> str:
    """Action points that stand open, decisions, notes and files that this person sees."""
    known = {
        "seen": seen,
        "case": seen.case,
        "actions": [each for each in access.actions_of(seen) if each.is_open],
        "decisions": access.decisions_of(seen),
        "notes": access.notes_of(seen),
        "files": access.files_of(seen),
        "closures": access.closures_of(seen),
        "writes": bool(seen.writable) or seen.sight.writes,
        "today": timezone.localdate(),
    }
    return render_to_string("casework/_work.html", known, request)


def today(request: HttpRequest, user: User) -> str:
    """My action points that are due today or were, and new ones."""
    day = timezone.localdate()
    mine = access.my_actions(user)
    known = {"due": [each for each in mine if each.due_on <= day or each.new], "total": len(mine), "today": day}
    return render_to_string("casework/_today.html", known, request) if known["due"] else ""
