"""What other pages show of the work: on the page of a case, and on the first page of the desk."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.casework import access
from baken.coordination.access import Seen


def work(request: HttpRequest, seen: Seen) -> str:
    """Action points that stand open, decisions, notes and files that this person sees."""
    actions = [each for each in access.actions_of(seen) if each.is_open]
    known = {
        "seen": seen,
        "case": seen.case,
        "actions": actions,
        "blind": access.without_eyes(seen, actions) if seen.sight.leads and actions else (),
        "decisions": access.decisions_of(seen),
        "notes": access.notes_of(seen),
        "files": access.files_of(seen),
        "closures": access.closures_of(seen),
        "writes": not seen.case.is_closed and (seen.sight.writes or bool(seen.writable)),
        "today": timezone.localdate(),
    }
    return render_to_string("casework/_work.html", known, request)


def today(request: HttpRequest, user: User) -> str:
    """My action points that are due today or were, and new ones; and what others are late with in the cases that I direct."""
    day = timezone.localdate()
    mine = access.my_actions(user)
    due = [each for each in mine if each.due_on <= day or each.new]
    known = {"due": due, "total": len(mine), "late": access.late_with_others(user, day), "today": day}
    return render_to_string("casework/_today.html", known, request) if due or known["late"] else ""
