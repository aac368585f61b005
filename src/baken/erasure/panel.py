"""On the page of a request to erase: what would go, what stops it, and what went."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.erasure import access
from baken.oversight import access as oversight
from baken.oversight.models import DataRequest


def below(request: HttpRequest, asked: DataRequest) -> str:
    """The slot `request.below`; nothing for another kind of request."""
    user: Any = request.user
    if asked.kind != DataRequest.Kind.ERASURE:
        return ""
    today, marked = timezone.localdate(), access.erasures_of(asked)
    waiting = {each.report: each for each in marked if each.done_on is None}
    rows = []
    for each in oversight.found_for(asked):
        if each.concerns:
            erasure = waiting.get(each.report_id)
            whole = not (erasure and erasure.groups)
            stops = access.what_stops(asked, each.report, whole=whole, today=today)
            rows.append(
                {
                    "report": each.report,
                    "erasure": erasure,
                    "stops": stops,
                    "hidden": access.hidden_in(each.report),
                }
            )
    known = {
        "asked": asked,
        "rows": rows,
        "gone": [each for each in marked if each.done_on],
        "decided": asked.decision in access.GIVEN_WAY,
        "refused": asked.decision == DataRequest.Decision.REFUSED,
        "me": user.pk,
    }
    return render_to_string("erasure/_below.html", known, request)
