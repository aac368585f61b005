"""What oversight shows on the page of a report or a case: marks and the countdown on top, and why you can see it beside."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.coordination.access import Seen
from baken.oversight import access, standing
from baken.signals.models import Report


def on_top(request: HttpRequest, report: Report) -> str:
    """What was recorded about the report, and that it goes soon."""
    now, marks = _now(report), standing.active_marks(report)
    near = now.due.is_near(timezone.localdate())
    if not marks and not near:
        return ""
    known = {"report": report, "marks": marks, **_countdown(now), "near": near}
    return render_to_string("oversight/_report_top.html", known, request=request)


def beside(request: HttpRequest, report: Report) -> str:
    """How long it stays, why this person can see it, and what can be recorded."""
    held = access.why_i_can(request.user, timezone.localdate()) if request.user.is_authenticated else None
    known = {"report": report, "held": held, **_countdown(_now(report))}
    return render_to_string("oversight/_report_beside.html", known, request=request)


def beside_case(request: HttpRequest, seen: Seen) -> str:
    """When a closed case goes, for who sees the whole of it."""
    if seen.case.closed_on is None or not seen.sight.whole:
        return ""
    term = standing.terms_of(seen.case.municipality_id)["case-file"]
    known = {"due": standing.case_due(seen.case, term, timezone.localdate())}
    return render_to_string("oversight/_case_beside.html", known, request=request)


def _now(report: Report) -> standing.Standing:
    """How the report stands, asked once for both places on the page."""
    if "_standing" not in report.__dict__:
        report.__dict__["_standing"] = standing.standing_of(report)
    found: standing.Standing = report.__dict__["_standing"]
    return found


def _countdown(now: standing.Standing) -> dict[str, object]:
    days = (now.due.on - timezone.localdate()).days if now.due.on else 0
    return {"standing": now, "days": max(days, 0), "state": now.due.state.value}


def only_to_read(report: Report) -> str:
    """Why staff may not write to a report now; empty when they may."""
    if standing.is_restricted(report):
        return _("Deze melding is beperkt: je kunt haar alleen lezen. Beëindig eerst de beperking.")
    return ""
