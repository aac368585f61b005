"""Writing: take a report, hand it over, change its urgency, look a second time, reopen. One verb a function.

Each verb gets `seen`: the state (`state_of`) that the person saw on the page. When a colleague was first it raises
Changed and nothing is written.
"""

import hashlib
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.privacy import trace
from baken.signals import moves
from baken.signals.guards import why_not
from baken.signals.models import Report
from baken.signals.steps import ReportStatus
from baken.signals.terms import due, due_after_change
from baken.signals.urgency import Urgency
from baken.triage import access
from baken.triage.models import Step
from baken.ui.acting import Changed as Changed
from baken.ui.acting import NotPossible as NotPossible

KIND = "report"


def state_of(report: Report) -> str:
    """What a page remembers of a report, to see later whether a colleague was first. Tells nothing by itself."""
    parts = (report.status, report.urgency, report.taken_by_id, report.due_on)
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def _hold(report: Report, seen: str) -> Report:
    """The report as it is now, for nobody else to change in this transaction. Raises Changed, and NotPossible while it may only be read."""
    held = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if why := why_not(held):
        raise NotPossible(why)
    if state_of(held) != seen:
        raise Changed
    return held


def _step(report: Report, kind: Step.Kind, *, by: User, reason: str = "", **more: object) -> None:
    known = {"report": report, "municipality_id": report.municipality_id, "by": by, "at": timezone.now()}
    Step(kind=kind, reason=reason, **known, **more).save(force_insert=True)
    trace.note(kind.value, KIND, report.pk, actor=by.pk, municipality=report.municipality_id)


@transaction.atomic
def take_report(report: Report, *, seen: str, by: User) -> None:
    """I do this one, also when a colleague had it. Raises Changed, and NotPossible for a closed report."""
    report = _hold(report, seen)
    _give(report, by)
    _step(report, Step.Kind.TAKEN, by=by, to=by)


@transaction.atomic
def hand_over(report: Report, *, to: User, reason: str, seen: str, by: User) -> None:
    """A colleague does this one from now on. Raises Changed, and NotPossible when that person cannot have it."""
    report = _hold(report, seen)
    if to not in access.present(by, today=timezone.localdate()):
        raise NotPossible(_("Deze collega kan de melding vandaag niet overnemen. Kies iemand anders."))
    _give(report, to)
    _step(report, Step.Kind.HANDED_OVER, by=by, to=to, reason=reason)


def _give(report: Report, to: User) -> None:
    if report.is_closed:
        raise NotPossible(_("Deze melding is afgerond. Heropen haar eerst."))
    report.taken_by = to
    if report.status == ReportStatus.NEW:
        moves.move(report, ReportStatus.TAKEN, today=timezone.localdate())
    else:
        report.save(update_fields=["taken_by"])


@transaction.atomic
def change_urgency(report: Report, *, urgency: str, reason: str, seen: str, by: User) -> None:
    """A person says how urgent it is; its last day moves along. Raises Changed and NotPossible."""
    report = _hold(report, seen)
    if urgency == report.urgency:
        raise NotPossible(_("De urgentie is al zo. Kies een andere."))
    if report.is_closed:
        raise NotPossible(_("Deze melding is afgerond. Heropen haar eerst."))
    old, report.urgency = report.urgency, urgency
    today, start = timezone.localdate(), report.term_from or report.received_on
    new = due(report.status, urgency, start, moves.terms_of(report.municipality_id))
    if report.due_on is not None and new is not None:
        report.due_on = due_after_change(report.due_on, new, today)
    report.save(update_fields=["urgency", "due_on"])
    _step(report, Step.Kind.URGENCY, by=by, reason=reason, old=old, new=Urgency(urgency).value)


@transaction.atomic
def confirm_closing(report: Report, *, reason: str, seen: str, by: User) -> None:
    """A second person agrees that nothing more happens: now it is closed. Raises Changed and NotPossible."""
    report = _second_look(report, seen, by)
    moves.move(report, ReportStatus.CLOSED, today=timezone.localdate())
    _step(report, Step.Kind.CONFIRMED, by=by, reason=reason)


@transaction.atomic
def refuse_closing(report: Report, *, reason: str, seen: str, by: User) -> None:
    """A second person does not agree, and says why: it must be weighed again. Raises Changed and NotPossible."""
    report = _second_look(report, seen, by)
    moves.move(report, ReportStatus.TAKEN, today=timezone.localdate())
    _step(report, Step.Kind.REFUSED, by=by, reason=reason)


def _second_look(report: Report, seen: str, by: User) -> Report:
    report = _hold(report, seen)
    if report.status != ReportStatus.SECOND:
        raise NotPossible(_("Deze melding wacht niet op een tweede persoon."))
    last = access.last_weighing(report)
    if last is not None and last.by_id == by.pk:
        raise NotPossible(_("Jij hebt deze melding zelf gewogen. Een ander kijkt mee."))
    return report


@transaction.atomic
def reopen_report(report: Report, *, reason: str, seen: str, by: User) -> None:
    """A closed report needs work again; who reopens it has it. Raises Changed and NotPossible."""
    report = _hold(report, seen)
    if not report.is_closed:
        raise NotPossible(_("Deze melding is niet afgerond."))
    report.taken_by = by
    moves.move(report, ReportStatus.TAKEN, today=timezone.localdate())
    _step(report, Step.Kind.REOPENED, by=by, to=by, reason=reason)


@transaction.atomic
def give_many(reports: Iterable[Report], *, to: User, reason: str, by: User) -> tuple[list[Report], list[Report]]:
    """Take or hand over several at once; gives those that were given, and those that were left as they are.

    A closed one is left, and one that another colleague has: that is asked for on its own page.
    """
    done: list[Report] = []
    left: list[Report] = []
    wanted = [report.pk for report in reports]
    # all at once and in one order, before the first line of the trace: two who do this wait for each other, and go on
    locked = {
        each.pk: each
        for each in Report.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    }
    for held in (locked[pk] for pk in wanted if pk in locked):
        if held.is_closed or held.taken_by_id not in {None, by.pk}:
            left.append(held)
            continue
        _give(held, to)
        _step(held, Step.Kind.TAKEN if to == by else Step.Kind.HANDED_OVER, by=by, to=to, reason=reason)
        done.append(held)
    return done, left
