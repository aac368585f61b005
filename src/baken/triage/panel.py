"""What the page of a report shows of the work around it: who has it, until when, and what belongs to it."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.signals.line import due_words
from baken.signals.models import Report
from baken.signals.steps import ReportStatus
from baken.triage import access, along
from baken.triage.services import state_of


def top(request: HttpRequest, report: Report) -> str:
    """Who has this report and until when; what can be done; and whether it waits for a second person."""
    user, today = request.user, timezone.localdate()
    if not isinstance(user, User) or not user.may(access.WEIGH):
        return ""
    known = {
        "report": report,
        "taker": report.taken_by,
        "away": report.taken_by is not None and report.taken_by.is_away(today),
        "mine": report.taken_by_id == user.pk,
        "due": due_words(report.due_on, today),
        "late": report.due_on is not None and report.due_on < today,
        "seen": state_of(report),
    }
    return render_to_string("triage/_top.html", known | _second(report, user), request)


def _second(report: Report, user: User) -> dict[str, object]:
    if report.status != ReportStatus.SECOND:
        return {}
    last = access.last_weighing(report)
    mine = last is not None and last.by_id == user.pk
    office = access.present(user, today=timezone.localdate())
    others = [each.name for each in office if last is None or each.pk != last.by_id]
    asked = along.asked_for(report)
    may_ask = not asked and along.works_alone(report, user, timezone.localdate()) and user.may("disclose")
    elsewhere = may_ask and bool(along.colleagues(user, timezone.localdate()))
    known = {"second": True, "weighed_by_me": mine, "weighing": last, "others": others}
    return known | {"asked": asked, "elsewhere": elsewhere}


def today(request: HttpRequest, user: User) -> str:
    """On the first page: who of another municipality asks this person to look along, and what nobody closed."""
    if not user.may(access.WEIGH):
        return ""
    long_open, before = access.open_too_long(user.municipality_id, today=timezone.localdate())
    known = {"waiting": along.waiting_for(user), "long_open": long_open, "before": before.isoformat()}
    return render_to_string("triage/_today.html", known, request) if known["waiting"] or long_open else ""


def beside(request: HttpRequest, report: Report) -> str:
    """The steps with their reasons, and the reports that belong together."""
    user = request.user
    if not isinstance(user, User) or not user.may(access.WEIGH):
        return ""
    known = {"report": report, "steps": access.steps_of(report), "relations": access.relations_of(report)}
    return render_to_string("triage/_beside.html", known, request)
