"""The list of cases and what is due, as plain rows: nothing sealed but the working name of a case one sees."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from django.db.models import Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.coordination import access
from baken.coordination.models import CLOSED_RANK, AccessRequest, Case
from baken.coordination.phases import Phase
from baken.signals.line import TYPE_NAMES, due_words
from baken.signals.urgency import Urgency
from baken.ui.templatetags.ui import day

OPEN = Q(rank__lt=CLOSED_RANK)


class CaseList(TextChoices):
    """The lists, with their word in the address."""

    OPEN = "open", _("Alles open")
    MINE = "mijn", _("Van mij")
    OVERDUE = "te-laat", _("Te laat")
    CLOSED = "gesloten", _("Gesloten")


class Row(TypedDict):
    """One line of the list, in words."""

    url: str
    number: str
    name: str
    urgency: str
    urgency_name: str
    phase: str
    type_name: str
    due: str
    late: bool
    director: str
    secret: bool
    elsewhere: str


def condition(chosen: str, today: date) -> Q:
    """Which cases belong on this list, of those that one sees, or directs (`MINE`)."""
    return {
        CaseList.OVERDUE: OPEN & Q(due_on__lt=today),
        CaseList.CLOSED: Q(rank=CLOSED_RANK),
    }.get(CaseList(chosen), OPEN)


def on_list(user: User, chosen: str, *, today: date) -> "access.Cases":
    """The cases on this list that this person sees, most urgent and soonest first; closed ones newest first."""
    order = ("-closed_on", "id") if chosen == CaseList.CLOSED else ("rank", "due_on", "id")
    seen = access.directed_cases(user, today) if chosen == CaseList.MINE else access.cases_for(user)
    found = seen.filter(condition(chosen, today))
    return (
        found.select_related("municipality", "director").defer("picture", "recorded", "criteria").order_by(*order)
    )


def due_for(user: User, *, today: date) -> "access.Cases":
    """The open cases that this person directs, or stands in for, and that must be acted on today or should have been."""
    return on_list(user, CaseList.MINE, today=today).filter(due_on__lte=today)


def asking(user: User) -> list[AccessRequest]:
    """Who asks to be let in to the cases that this person directs or leads."""
    if not user.may(access.OPEN):
        return []
    waiting = AccessRequest.objects.filter(decided_at=None, municipality=user.municipality_id)
    rows = list(waiting.select_related("case", "user"))
    led = access.led_by(user, [each.case for each in rows])
    return [each for each in rows if each.case_id in led]


def rows(cases: Iterable[Case], user: User, *, today: date) -> list[Row]:
    """The line of each case (of `access.cases_for`), in the order given. Who sees only a part gets its number, its phase and who directs it."""
    known = _Known(reverse("cases:list"), user.municipality_id, today)
    return [known.row(case, whole=case.seen_whole) for case in cases]  # type: ignore[attr-defined]


class _Known:
    """What the lines of one page share: words are looked up and names are opened once."""

    def __init__(self, base: str, here: object, today: date) -> None:
        self.base, self.here, self.today = base, here, today
        self.phases = {each.value: str(each.label) for each in Phase}
        self.urgencies = {value: str(label) for value, label in Urgency.choices}
        self.directors: dict[object, str] = {}

    def row(self, case: Case, *, whole: bool) -> Row:
        """One line."""
        due = case.due_on
        return Row(
            url=f"{self.base}{case.pk}/",
            number=case.number,
            name=case.name if whole else "",
            urgency=case.urgency if whole else "",
            urgency_name=self.urgencies[case.urgency] if whole else "",
            phase=self.phases[case.phase],
            type_name=str(TYPE_NAMES.get(case.main_type, "")) if whole and case.main_type else "",
            due=self._due(case) if whole else "",
            late=whole and due is not None and due < self.today,
            director=self._director(case),
            secret=case.secret,
            elsewhere="" if case.municipality_id == self.here else case.municipality.name,
        )

    def _due(self, case: Case) -> str:
        if case.closed_on:
            return str(_("gesloten op %(day)s") % {"day": day(case.closed_on)})
        return due_words(case.due_on, self.today)

    def _director(self, case: Case) -> str:
        if case.director_id not in self.directors:
            self.directors[case.director_id] = case.director.name
        return self.directors[case.director_id]
