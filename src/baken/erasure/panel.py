"""On the page of a request to erase: what would go, what stops it, and what went."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.erasure import access
from baken.erasure.models import Erasure
from baken.oversight import access as oversight
from baken.oversight.models import DataRequest
from baken.signals.models import Report


def below(request: HttpRequest, asked: DataRequest) -> str:
    """The slot `request.below`; nothing for another kind of request."""
    user: Any = request.user
    if asked.kind != DataRequest.Kind.ERASURE:
        return ""
    today, marked = timezone.localdate(), access.erasures_of(asked)
    waiting = {each.report: each for each in marked if each.done_on is None}
    about = [each.report for each in oversight.found_for(asked) if each.concerns]
    rows = [_row(asked, report, waiting.get(report.pk), today) for report in about]
    known = {
        "asked": asked,
        "rows": rows,
        "gone": [each for each in marked if each.done_on],
        "decided": asked.decision in access.GIVEN_WAY,
        "refused": asked.decision == DataRequest.Decision.REFUSED,
        "me": user.pk,
    }
    return render_to_string("erasure/_below.html", known, request)


def _row(asked: DataRequest, report: Report, erasure: Erasure | None, today: date) -> dict[str, Any]:
    """One report: what is marked, why it may not go (`stops`), and why no part of it may (`shut`)."""
    shut = access.what_stops(asked, report, whole=False, today=today)
    whole = not (erasure and erasure.groups)
    return {
        "report": report,
        "erasure": erasure,
        "stops": shut or access.what_stops(asked, report, whole=whole, today=today),
        "shut": shut,
        "hidden": access.hidden_in(report),
    }
