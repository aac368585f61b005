"""The rows of the inbox as plain text: nothing sealed, nothing personal, and every word looked up once a page."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.signals.models import number_of
from baken.signals.steps import ReportStatus
from baken.signals.triage import Urgency

TYPE_NAMES = {
    "sexual": _("Seksuele uitbuiting"),
    "labour": _("Arbeidsuitbuiting"),
    "criminal": _("Criminele uitbuiting"),
    "services": _("Gedwongen diensten"),
    "begging": _("Gedwongen bedelen"),
    "organ": _("Orgaanverwijdering"),
    "marriage": _("Gedwongen huwelijk"),
    "": _("Niet herkend"),
}


class Row(TypedDict):
    """One line of the inbox, in words. A dict, because a template reads it twice as fast as an object."""

    url: str
    number: str
    urgency: str
    urgency_name: str
    type_name: str
    place: str
    anonymous: bool
    waits: str
    status: str
    unread: bool


def waits(days: int) -> str:
    """How long ago, as people say it."""
    if days < 1:
        return gettext("vandaag")
    if days == 1:
        return gettext("gisteren")
    return gettext("%(days)s dagen geleden") % {"days": days}


def rows(reports: Iterable[dict[str, Any]], *, today: date, language: str) -> list[Row]:
    """The line of each report (columns `access.ON_THE_LIST`), in the order given."""
    first = reverse("inbox:inbox")
    urgencies = {value: str(label) for value, label in Urgency.choices}
    statuses = {value: str(label) for value, label in ReportStatus.choices}
    types = {value: str(label) for value, label in TYPE_NAMES.items()}
    settings = load().settings
    return [
        Row(
            url=f"{first}{report['id']}/",
            number=number_of(report["id"]),
            urgency=report["urgency"],
            urgency_name=urgencies[report["urgency"]],
            type_name=types.get(report["main_type"]) or gettext("Andere vorm"),
            place=settings[report["setting"]].title.say(language) if report["setting"] in settings else "–",
            anonymous=report["anonymous"],
            waits=waits((today - report["received_on"]).days),
            status=statuses[report["status"]],
            unread=report["unread"],
        )
        for report in reports
    ]
