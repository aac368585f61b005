"""The rows of the inbox as plain text: nothing sealed, nothing personal, and every word looked up once a page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.signals.models import number_of
from baken.signals.steps import ReportStatus
from baken.signals.urgency import Urgency

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
SOON = (gettext_noop("vandaag"), gettext_noop("morgen"))


class Row(TypedDict):
    """One line of the inbox, in words. A dict, because a template reads it twice as fast as an object."""

    pk: str
    url: str
    number: str
    urgency: str
    urgency_name: str
    type_name: str
    place: str
    anonymous: bool
    waits: str
    due: str
    late: bool
    taken: str
    status: str
    unread: bool
    marks: Sequence[str]


def waits(days: int) -> str:
    """How long ago, as people say it."""
    if days < 1:
        return gettext("vandaag")
    if days == 1:
        return gettext("gisteren")
    return gettext("%(days)s dagen geleden") % {"days": days}


def due_words(last: date | None, today: date) -> str:
    """Before when somebody must act, as people say it; empty when nothing waits."""
    if last is None:
        return ""
    days = (last - today).days
    if days < 0:
        return gettext("te laat sinds %(day)s") % {"day": short(last)}
    if days < len(SOON):
        return gettext(SOON[days])
    return short(last)


def short(day: date) -> str:
    """A day in a few signs: 3-11."""
    return f"{day.day}-{day.month}"


def rows(
    reports: Iterable[dict[str, Any]],
    *,
    today: date,
    language: str,
    names: Mapping[UUID, str] | None = None,
    marks: Mapping[UUID, Sequence[str]] | None = None,
) -> list[Row]:
    """The line of each report (columns `access.ON_THE_LIST`), in the order given.

    `names` of who may have taken it; `marks` are what other rooms say of it (slot `report.row`).
    """
    first = reverse("inbox:inbox")
    urgencies = {value: str(label) for value, label in Urgency.choices}
    statuses = {value: str(label) for value, label in ReportStatus.choices}
    types = {value: str(label) for value, label in TYPE_NAMES.items()}
    settings, known, former = load().settings, names or {}, gettext("een oud-collega")
    said, question = marks or {}, (gettext("Vraag om advies"),)
    return [
        Row(
            pk=str(report["id"]),
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
            marks=[*(question if report["question"] else ()), *said.get(report["id"], ())],
            due=due_words(report["due_on"], today),
            late=report["due_on"] is not None and report["due_on"] < today,
            taken=known.get(report["taken_by"], former) if report["taken_by"] else "",
        )
        for report in reports
    ]
