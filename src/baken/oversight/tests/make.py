"""Builders for tests: fixed values, invented people."""

from datetime import date, timedelta

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.oversight import services
from baken.oversight.models import DataRequest, ReportMark, RetentionTerm, Stay
from baken.privacy.retention import later
from baken.privacy.terms import KINDS
from baken.signals import services as signals
from baken.signals.models import Report
from baken.signals.steps import ReportStatus

LONG_AGO = date(2020, 1, 1)


def make_stay(report: Report, by: User, *, kind: str = Stay.Kind.HOLD, days: int = 90) -> Stay:
    """A hold (or an extension) of `days` from today."""
    until = timezone.localdate() + timedelta(days=days)
    return services.keep_longer(report, kind=kind, until=until, reason="De rechter vroeg erom.", by=by)


def marked(report: Report, by: User, *, kind: str = ReportMark.Kind.OBJECTION) -> ReportMark:
    """A mark on a report."""
    return services.mark_report(report, kind=kind, text="Ik was die dag in een andere stad.", by=by)


def make_request(by: User, *about: Report, name: str = "Samir Bouali", kind: str = "access") -> DataRequest:
    """A request, with reports that are about who asks."""
    asked = services.Asked(kind, timezone.localdate(), name, "post naar zijn zus", "Wat staat er over mij?")
    request = services.register_request(by.municipality, asked, by=by)
    for report in about:
        services.add_found(request, report, by=by)
    return request


def confirm_all(place: Municipality, by: User) -> None:
    """Every term confirmed as proposed, long ago."""
    known = dict(RetentionTerm.objects.filter(municipality=place).values_list("kind", "revision"))
    for kind in KINDS.values():
        seen = known.get(kind.id, 0)
        services.confirm_term(place, kind=kind.id, months=kind.months, decision="besluit 12", revision=seen, by=by)
    RetentionTerm.objects.filter(municipality=place).update(confirmed_on=LONG_AGO)


def close(report: Report, by: User, *, outcome: str = "no_indication", months_ago: int = 0) -> Report:
    """The report weighed, and closed so many months ago."""
    seen = report.weighings.count()
    signals.weigh_report(
        report, agrees=True, concern="", outcome=outcome, reason="Niets gevonden.", seen=seen, by=by
    )
    day = later(timezone.localdate(), -months_ago)
    agreed = Report.objects.filter(pk=report.pk, status=ReportStatus.SECOND)  # a colleague agreed at once
    agreed.update(status=ReportStatus.CLOSED, closed_on=day, due_on=None)
    Report.objects.filter(pk=report.pk, closed_on__isnull=False).update(closed_on=day)
    report.refresh_from_db()
    return report
