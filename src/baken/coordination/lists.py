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
    sights = access.sights_of(user, [each.case for each in rows])
    return [each for each in rows if sights[each.case_id].leads]


def rows(cases: Iterable[Case], user: User, *, today: date) -> list[Row]:
    """The line of each case (of `access.cases_for`), in the order given. Who sees only a part gets its number, its phase and who directs it."""
    return [_row(case, user, whole=case.seen_whole, today=today) for case in cases]  # type: ignore[attr-defined]


def _row(case: Case, user: User, *, whole: bool, today: date) -> Row:
    known = Row(
        url=f"{reverse('cases:list')}{case.pk}/",
        number=case.number,
        name="",
        urgency="",
        urgency_name="",
        phase=str(Phase(case.phase).label),
        type_name="",
        due="",
        late=False,
        director=case.director.name,
        secret=case.secret,
        elsewhere="" if case.municipality_id == user.municipality_id else case.municipality.name,
    )
    if whole:
        known["name"], known["urgency"], known["urgency_name"] = (
            case.name,
            case.urgency,
            case.get_urgency_display(),
        )
        known["type_name"] = str(TYPE_NAMES.get(case.main_type, "")) if case.main_type else ""
        known["due"] = due_words(case.due_on, today)
        if case.closed_on:
            known["due"] = str(_("gesloten op %(day)s") % {"day": day(case.closed_on)})
        known["late"] = case.due_on is not None and case.due_on < today
    return known
