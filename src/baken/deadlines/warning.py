"""Who is warned when (waarschuwing). Roles and days are a proposal of ours and stand with each term in the content.

A warning falls on a day on which somebody works, never later than meant. What is missed is said again each working day, to those
who lead as well, until somebody writes down what ended it or why it does not apply. A term in hours does not wait for Monday.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.clock import Clock, State
from baken.deadlines.counting import Due
from baken.deadlines.length import length
from baken.deadlines.open_days import Holidays
from baken.deadlines.workdays import DAY, last_workday, next_workday

LEADERS = ("chain_coordinator", "focal_officer")
QUIET = frozenset({State.WAITING, State.MET, State.NOT_APPLICABLE})


class Why(StrEnum):
    """Why somebody is warned."""

    COMING = "coming"
    LAST_DAY = "last-day"
    MISSED = "missed"
    OPENS = "opens"
    DATE_MISSING = "date-missing"


@dataclass(frozen=True, slots=True, order=True)
class Warned:
    """On this day these roles (role ids) hear it, and why."""

    on: date
    why: Why
    roles: tuple[str, ...]


def warnings(clock: Clock, holidays: Holidays, until: date | None = None) -> tuple[Warned, ...]:
    """Every day on which somebody is warned of this clock, in order, as long as nobody writes down its end.

    What is missed is repeated up to and with `until` (the day of the clock when not said), and once at least.
    """
    if clock.state in QUIET:
        return ()
    if clock.state == State.DATE_MISSING or clock.due is None or clock.event is None or clock.event.day is None:
        return (Warned(clock.today, Why.DATE_MISSING, roles(clock.term)),)
    planned = [*_before(clock.term, clock.due, clock.event.day, holidays)]
    if clock.term.end == "opens":
        return tuple(sorted(planned))
    return tuple(sorted([*planned, *_after(clock.term, clock.due, until or clock.today, holidays)]))


def roles(term: LegalTerm, *more: str) -> tuple[str, ...]:
    """Everybody who is warned of a term, each once."""
    return tuple(dict.fromkeys([*(role for rule in term.warn for role in rule.roles), *more]))


def first_warning(term: LegalTerm, due: Due, start: date, holidays: Holidays) -> date:
    """The day from which a clock is soon over: that of its first warning."""
    return min(each.on for each in _before(term, due, start, holidays))


def opens_on(term: LegalTerm, due: Due) -> date:
    """The first day on which something can be done: after the term, or at once when it has no length."""
    return due.day if length(term.length).is_nothing else due.day + DAY


def _waits_for_work(term: LegalTerm) -> bool:
    how_long = length(term.length)
    return not (how_long.in_hours or how_long.is_nothing)


def _before(term: LegalTerm, due: Due, start: date, holidays: Holidays) -> Iterator[Warned]:
    """By the day that was counted: a weekend or holiday that moves it makes no warning later. Never before the event itself."""
    back = term.direction == "before"
    for rule in term.warn:
        yield Warned(
            _moved(term, length(rule.before).before(due.counted), start, back, holidays), Why.COMING, rule.roles
        )
    if term.end == "opens":
        yield Warned(next_workday(opens_on(term, due), holidays.closed), Why.OPENS, roles(term))
    else:
        yield Warned(_moved(term, due.counted, start, back, holidays), Why.LAST_DAY, roles(term))
    if due.moved:
        yield Warned(due.day, Why.LAST_DAY, roles(term))


def _moved(term: LegalTerm, day: date, start: date, is_back: bool, holidays: Holidays) -> date:
    day = last_workday(day, holidays.closed) if _waits_for_work(term) else day
    return day if is_back else max(day, start)


def _after(term: LegalTerm, due: Due, until: date, holidays: Holidays) -> Iterator[Warned]:
    day = due.day + DAY
    while True:
        day = next_workday(day, holidays.closed) if _waits_for_work(term) else day
        yield Warned(day, Why.MISSED, roles(term, *LEADERS))
        day += DAY
        if day > until:
            return
