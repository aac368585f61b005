"""What this room shows on pages of rooms to its left: sent on, hidden, taken over."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.handover.services import ABOUT
from baken.sharing import access as given
from baken.sharing.models import Delivery, Disclosure, EventKind
from baken.signals.models import Report


def sent_on(request: HttpRequest, report: Report) -> str:
    """On the page of a report: where it went, and the way to send it on."""
    user: Any = request.user
    if not user.may("disclose"):
        return ""
    known = {"report": report, "rows": given.about(user, ABOUT, report.pk)}
    return render_to_string("handover/_sent_on.html", known, request)


def hide(request: HttpRequest, report: Report) -> str:
    """On the page of a report, under what was told: the way to hide parts of it."""
    user: Any = request.user
    return render_to_string("handover/_hide.html", {"report": report}, request) if user.may("mask_reports") else ""


def taken_from(request: HttpRequest, report: Report) -> str:
    """On top of a report that came from another municipality: where it is from."""
    user: Any = request.user
    found = given.taken_from(user, report.pk)
    if found is None:
        return ""
    return render_to_string("handover/_taken_from.html", {"it": found, "from": given.giver_of(found)}, request)


def take_over(request: HttpRequest, delivery: Delivery) -> str:
    """On a received package: make a report of it, or go to the report that was made."""
    user: Any = request.user
    if not user.may("receive_reports") or delivery.for_whom != "receive_reports":
        return ""
    taken = next((note.taken_as for note in given.notes_of(delivery) if note.kind == EventKind.TAKEN_OVER), None)
    return render_to_string("handover/_take_over.html", {"it": delivery, "report": taken}, request)


def subject(request: HttpRequest, disclosure: Disclosure) -> str:
    """On a line of the register: the way back to the report, for who may read it."""
    user: Any = request.user
    if disclosure.subject_kind != ABOUT or not user.may("read_reports"):
        return ""
    return render_to_string("handover/_subject.html", {"it": disclosure}, request)
