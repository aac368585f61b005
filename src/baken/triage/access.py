"""Reading the work: lists, counts, what is due for whom, and what belongs to a report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from baken.accounts import access as people
from baken.accounts.models import Municipality, User
from baken.privacy import trace
from baken.privacy.retention import later
from baken.signals import access as reports
from baken.signals.models import Report, TermSetting, Weighing
from baken.signals.moves import terms_of
from baken.signals.steps import ReportStatus
from baken.signals.terms import long_overdue_before
from baken.triage.lists import OPEN, UNREAD, Chosen, WorkList, conditions
from baken.triage.models import Relation, SavedFilter, Step

WEIGH = "weigh_reports"
HEX_OF_ID, SHOWN_OF_ID = 32, 6
Rows = QuerySet[Report, dict[str, Any]]


def work_list(user: User, chosen: Chosen, *, today: date) -> Rows:
    """The reports of this list that fit the filters, in the order of the inbox; columns `reports.ON_THE_LIST`."""
    lists = conditions(user.pk, people.stood_in_for(user, today).values("pk"), today)
    fitting = reports.reports_for(user).filter(lists[chosen.lijst], chosen.condition)
    found: Rows = fitting.values(*reports.ON_THE_LIST)
    if chosen.lijst == WorkList.CLOSED:
        return found.order_by("-closed_on", "id")
    return found.order_by("rank", "due_on", "id")


def counts(user: User, *, today: date) -> dict[str, int]:
    """How many stand on each list but the closed one."""
    return totals(user, Chosen(), today=today)[0]


def totals(user: User, chosen: Chosen, *, today: date) -> tuple[dict[str, int], int]:
    """How many stand on each list but the closed one, and how many of the chosen list fit the filters, in one question.

    It leaves closed reports in peace, unless it is they that are chosen.
    """
    reports.reports_for(user)  # refuses who may not read
    lists = conditions(user.pk, people.stood_in_for(user, today).values("pk"), today)
    asked = {name.name: Count("pk", filter=lists[name]) for name in WorkList if name != WorkList.CLOSED}
    here, wanted = Q(municipality=user.municipality_id), lists[chosen.lijst] & chosen.condition
    counted = (here & OPEN) | (here & UNREAD)
    if chosen.lijst == WorkList.CLOSED:
        counted |= here & wanted
    found = Report.objects.filter(counted).aggregate(**asked, fitting=Count("pk", filter=wanted))
    return {name.value: found[name.name] for name in WorkList if name.name in found}, found["fitting"]


def due_for(user: User, *, today: date) -> Rows:
    """What this person must act on today or should have: their own, what nobody has who is there, and second looks.

    A second look is for whoever did not weigh; when there is nobody else, it stays with who did, so that it is seen.
    """
    officers = people.holders_of(WEIGH, user.municipality_id)
    on_duty = {each.pk for each in people.on_duty(officers, today)}
    covered = {each.pk for each in officers if each.is_away(today) and each.deputy_id in on_duty}
    elsewhere = (on_duty | covered) - _hands_of(user, officers, today)
    second = Q(status=ReportStatus.SECOND)
    weigher = Weighing.objects.filter(report=OuterRef("pk")).order_by("-at").values("by")[:1]
    mine = ~second & (Q(taken_by=None) | ~Q(taken_by__in=elsewhere))
    look = second & ~Q(weigher=user.pk) if on_duty - {user.pk} else second
    found = reports.reports_for(user).alias(weigher=Subquery(weigher))
    due: Rows = found.filter(OPEN, mine | look, due_on__lte=today).values(*reports.ON_THE_LIST)
    return due.order_by("rank", "due_on", "id")


def _hands_of(user: User, officers: list[User], today: date) -> set[UUID]:
    return {user.pk} | {each.pk for each in officers if each.is_away(today) and each.deputy_id == user.pk}


def long_overdue(municipality: Municipality | UUID, *, today: date) -> int:
    """How many reports wait far too long. A number and nothing else: it is for people who may not read them, too."""
    before = long_overdue_before(today, terms_of(municipality))
    return Report.objects.filter(OPEN, municipality=municipality, due_on__lt=before).count()


def long_overdue_for(user: User, *, today: date) -> int:
    """The same for who manages the settings of a municipality. Raises PermissionDenied without that capability."""
    if not user.may("manage_settings"):
        raise PermissionDenied
    return long_overdue(user.municipality_id, today=today)


def open_too_long(municipality: Municipality | UUID, *, today: date) -> tuple[int, date]:
    """How many reports nobody closed for longer than this municipality set, and the day on or before which they came in."""
    before = later(today, -terms_of(municipality).open_months)
    return Report.objects.filter(OPEN, municipality=municipality, received_on__lte=before).count(), before


def present(user: User, *, today: date) -> list[User]:
    """Everybody to whom a report of this person's municipality can be given today; deputies too."""
    return people.on_duty(people.holders_of(WEIGH, user.municipality_id), today)


def names_of(rows: Iterable[dict[str, Any]], user: User) -> dict[UUID, str]:
    """Who has the reports of these rows, by id. Asks nothing when nobody has one."""
    takers = {row["taken_by"] for row in rows} - {None}
    if not takers:
        return {}
    found = User.objects.filter(pk__in=takers, municipality=user.municipality_id)
    return {each.pk: each.name for each in found}


def report_to_move(user: User, pk: UUID) -> Report:
    """One report to do something with, without reading what was told. Refused is 404, traced."""
    if not user.may(WEIGH):
        raise PermissionDenied
    found = reports.reports_for(user).select_related("municipality", "taken_by").filter(pk=pk).first()
    if found is None:
        trace.refuse("report", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    return found


def steps_of(report: Report) -> list[Step]:
    """What was done with it, oldest first."""
    return list(Step.objects.filter(report=report).select_related("by", "to"))


def weighing_for_second(user: User, report: Report) -> Weighing | None:
    """How it was weighed last, for who looks a second time: that is reading the report, so it leaves a trace."""
    trace.note("seen", "report", report.pk, actor=user.pk, municipality=report.municipality_id)
    return last_weighing(report)


def last_weighing(report: Report) -> Weighing | None:
    """How it was weighed last."""
    return Weighing.objects.filter(report=report).select_related("by").order_by("at").last()


@dataclass(frozen=True)
class Seen:
    """A relation as it looks from one of its two reports: `other` is the report at the other end."""

    relation: Relation
    other: Report
    from_here: bool


def relations_of(report: Report) -> list[Seen]:
    """The reports that this one belongs to or that belong to it, as long as that was not undone."""
    found = Relation.objects.filter(Q(report=report) | Q(other=report), undone_at=None)
    found = found.select_related("by", "report", "other").defer("report__story", "other__story")
    return [
        Seen(each, each.other, True) if each.report_id == report.pk else Seen(each, each.report, False)
        for each in found
    ]


def relation_of(report: Report, pk: UUID) -> Relation:
    """One relation of this report. Any other does not exist: 404."""
    found = Relation.objects.filter(Q(report=report) | Q(other=report), pk=pk, undone_at=None).first()
    if found is None:
        raise Http404
    return found


def report_called(user: User, number: str) -> Report | None:
    """The report of this person's municipality with that number (M-1A2B3C), or None; also when two have it."""
    bare = number.strip().upper().removeprefix("M-")
    if len(bare) != SHOWN_OF_ID or not set(bare) <= set("0123456789ABCDEF"):
        return None
    rest = HEX_OF_ID - SHOWN_OF_ID
    first, last = UUID(bare + "0" * rest), UUID(bare + "F" * rest)
    found = list(reports.reports_for(user).filter(pk__gte=first, pk__lte=last)[:2])
    return found[0] if len(found) == 1 else None


def report_named(user: User, text: str) -> Report | None:
    """The report whose number stands in this text, or None; also when the text has several."""
    named = {found.upper() for found in re.findall(r"\bM-[0-9A-F]{6}\b", text, re.IGNORECASE)}
    return report_called(user, named.pop()) if len(named) == 1 else None


def saved_filters(user: User) -> list[SavedFilter]:
    """The lists that this person keeps, by name."""
    return sorted(SavedFilter.objects.filter(person=user), key=lambda each: str(each.name).casefold())


def saved_filter(user: User, pk: UUID) -> SavedFilter:
    """One of them. Somebody else's does not exist: 404."""
    found = SavedFilter.objects.filter(person=user, pk=pk).first()
    if found is None:
        raise Http404
    return found


def term_setting(user: User) -> TermSetting | None:
    """The terms of this person's municipality, or None while it has the proposal. Raises PermissionDenied."""
    if not user.may("manage_settings"):
        raise PermissionDenied
    return TermSetting.objects.select_related("changed_by").filter(municipality=user.municipality_id).first()


def movable(user: User) -> QuerySet[Report]:
    """The reports that this person may give to somebody. Raises PermissionDenied without the capability."""
    if not user.may(WEIGH):
        raise PermissionDenied
    return reports.reports_for(user)


def choice(colleagues: Iterable[User]) -> QuerySet[User]:
    """These people as something to choose from in a form."""
    return User.objects.filter(pk__in=[each.pk for each in colleagues])
