"""The rows of the inbox as plain text: nothing sealed, nothing personal, and every word looked up once a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.signals.models import Report
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


@dataclass(frozen=True)
class Row:
    """One line of the inbox, in words."""

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


def rows(reports: Iterable[Report], *, today: date, language: str) -> list[Row]:
    """The line of each report, in the order given."""
    first = reverse("inbox:inbox")
    urgencies = {value: str(label) for value, label in Urgency.choices}
    statuses = {value: str(label) for value, label in ReportStatus.choices}
    types = {value: str(label) for value, label in TYPE_NAMES.items()}
    places = {slug: item.title.say(language) for slug, item in load().settings.items()}
    ages: dict[date, str] = {}
    found = []
    for report in reports:
        day = report.received_on
        ages.setdefault(day, waits((today - day).days))
        found.append(
            Row(
                url=f"{first}{report.pk}/",
                number=report.number,
                urgency=report.urgency,
                urgency_name=urgencies[report.urgency],
                type_name=types.get(report.main_type) or gettext("Andere vorm"),
                place=places.get(report.setting, "–"),
                anonymous=report.anonymous,
                waits=ages[day],
                status=statuses[report.status],
                unread=report.unread,
            )
        )
    return found
