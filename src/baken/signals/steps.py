"""Which way a report may go: a table of allowed steps, and what each outcome leads to."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportStatus(models.TextChoices):
    """Where a report is (status van de melding)."""

    NEW = "new", _("Nieuw")
    TAKEN = "taken", _("Opgepakt")
    WEIGHED = "weighed", _("In behandeling")
    ASKED = "asked", _("Wacht op de melder")
    SENT_ON = "sent_on", _("Doorgestuurd")
    SECOND = "second", _("Wacht op een tweede persoon")
    CLOSED = "closed", _("Afgerond")


class Outcome(models.TextChoices):
    """What the focal officer decided to do (uitkomst)."""

    ASK = "ask", _("Eerst iets vragen aan de melder")
    ADVICE = "advice", _("Advies gegeven")
    SENT_ON = "sent_on", _("Doorgestuurd")
    TO_CASE = "to_case", _("Wordt een casus")
    HELP_NEEDED = "help_needed", _("Geen aanwijzing van mensenhandel, wel hulp nodig")
    NO_INDICATION = "no_indication", _("Geen aanwijzing van mensenhandel")
    FOLLOWED_UP = "followed_up", _("Klaar: de opvolging is gedaan")
    DUPLICATE = "duplicate", _("Dubbel: het werk gebeurt bij een andere melding")


class Referral(models.TextChoices):
    """To whose help somebody is led when it is no trafficking (verwijzing).

    In Drenthe none of 24 reports turned out to be trafficking, but there were many problems, which others then took
    over; so that outcome must be known too (RTV Drenthe, 2020).
    """

    DEBT = "debt", _("Schuldhulp")
    HOUSING = "housing", _("Huisvesting of opvang")
    CARE = "care", _("Zorg")
    TEAM = "team", _("Wijkteam")
    YOUTH = "youth", _("Jeugdhulp")
    OTHER = "other", _("Andere hulp: schrijf het bij de reden")


_OPEN = frozenset(
    {ReportStatus.WEIGHED, ReportStatus.ASKED, ReportStatus.SENT_ON, ReportStatus.SECOND, ReportStatus.CLOSED}
)
STEPS: dict[str, frozenset[str]] = {
    ReportStatus.NEW: _OPEN | {ReportStatus.TAKEN},
    ReportStatus.TAKEN: _OPEN,
    ReportStatus.WEIGHED: _OPEN,
    ReportStatus.ASKED: _OPEN | {ReportStatus.TAKEN},  # the reporter answered
    ReportStatus.SENT_ON: _OPEN,
    ReportStatus.SECOND: _OPEN | {ReportStatus.TAKEN},  # the second person did not agree
    ReportStatus.CLOSED: frozenset({ReportStatus.TAKEN}),  # reopened, with a reason
}
LEADS_TO: dict[str, str] = {
    Outcome.ASK: ReportStatus.ASKED,
    Outcome.ADVICE: ReportStatus.CLOSED,
    Outcome.SENT_ON: ReportStatus.SENT_ON,
    Outcome.TO_CASE: ReportStatus.WEIGHED,
    Outcome.HELP_NEEDED: ReportStatus.WEIGHED,
    Outcome.NO_INDICATION: ReportStatus.CLOSED,
    Outcome.FOLLOWED_UP: ReportStatus.CLOSED,
    Outcome.DUPLICATE: ReportStatus.CLOSED,
}
FOLLOW_UP = frozenset({Outcome.SENT_ON, Outcome.TO_CASE, Outcome.HELP_NEEDED})


def without_follow_up(outcome: str, earlier: Iterable[str]) -> bool:
    """Whether a report closes with this outcome while nobody ever did something with it."""
    closes = LEADS_TO[outcome] == ReportStatus.CLOSED
    return closes and not (outcome == Outcome.FOLLOWED_UP and FOLLOW_UP & set(earlier))


def next_status(now: str, outcome: str, *, second: bool = False) -> str:
    """The status after weighing with this outcome; `second`: closing needs another person first.

    Raises ValueError where the table has no such step: a closed report is reopened before it is weighed again.
    """
    wanted = LEADS_TO[outcome]
    if wanted == ReportStatus.CLOSED and second:
        wanted = ReportStatus.SECOND
    if wanted not in STEPS[now]:
        raise ValueError(f"{now} → {wanted}")
    return wanted
