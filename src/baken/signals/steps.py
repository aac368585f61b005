"""Which way a report may go: a table of allowed steps, and what each outcome leads to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportStatus(models.TextChoices):
    """Where a report is (status van de melding)."""

    NEW = "new", _("Nieuw")
    WEIGHED = "weighed", _("In behandeling")
    CLOSED = "closed", _("Afgerond")


class Outcome(models.TextChoices):
    """What the focal officer decided to do (uitkomst)."""

    ADVICE = "advice", _("Advies gegeven")
    SENT_ON = "sent_on", _("Doorgestuurd")
    TO_CASE = "to_case", _("Wordt een casus")
    HELP_NEEDED = "help_needed", _("Geen aanwijzing van mensenhandel, wel hulp nodig")
    NO_INDICATION = "no_indication", _("Geen aanwijzing van mensenhandel")


STEPS: dict[str, frozenset[str]] = {
    ReportStatus.NEW: frozenset({ReportStatus.WEIGHED, ReportStatus.CLOSED}),
    ReportStatus.WEIGHED: frozenset({ReportStatus.WEIGHED, ReportStatus.CLOSED}),
    ReportStatus.CLOSED: frozenset({ReportStatus.WEIGHED}),
}
LEADS_TO: dict[str, str] = {
    Outcome.ADVICE: ReportStatus.CLOSED,
    Outcome.SENT_ON: ReportStatus.WEIGHED,
    Outcome.TO_CASE: ReportStatus.WEIGHED,
    Outcome.HELP_NEEDED: ReportStatus.WEIGHED,
    Outcome.NO_INDICATION: ReportStatus.CLOSED,
}


def next_status(now: str, outcome: str) -> str:
    """The status after weighing with this outcome. A closed report that is weighed again is open again."""
    wanted = LEADS_TO[outcome]
    return wanted if wanted in STEPS[now] else ReportStatus.WEIGHED
