"""Moving a report: the only place where its status and its term change. The caller holds the row and the transaction."""

from datetime import date
from uuid import UUID

from baken.accounts.models import Municipality
from baken.signals.models import Report, TermSetting
from baken.signals.steps import STEPS, ReportStatus
from baken.signals.terms import Terms, due


class NotAllowed(RuntimeError):
    """The table of steps has no such step."""


def terms_of(municipality: Municipality | UUID) -> Terms:
    """The terms of this municipality (its id), or the proposal while it set none."""
    found = TermSetting.objects.filter(municipality=municipality).first()
    return found.terms if found else Terms()


def begin_term(report: Report, today: date) -> None:
    """Let the term of its status begin today. Does not save."""
    report.term_from = today
    report.due_on = due(report.status, report.urgency, today, terms_of(report.municipality_id))


def move(report: Report, to: str, *, today: date) -> None:
    """Put the report in another status, where a new term begins. Raises NotAllowed.

    Taking a new report is the exception: its term runs on.
    """
    if to not in STEPS[report.status]:
        raise NotAllowed(f"{report.status} → {to}")
    runs_on = report.status == ReportStatus.NEW and to == ReportStatus.TAKEN
    report.status = to
    report.closed_on = today if to == ReportStatus.CLOSED else None
    if not runs_on:
        begin_term(report, today)
    report.save(update_fields=["status", "closed_on", "term_from", "due_on", "taken_by"])
