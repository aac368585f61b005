"""The clocks of one person on one moment: every term that we know stands in it at least once, the most pressing first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from baken.catalogue import load
from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.adult import becomes_adult
from baken.deadlines.clock import Clock, State
from baken.deadlines.confirming import is_confirmed
from baken.deadlines.counting import Due, due
from baken.deadlines.event import AMSTERDAM, Event
from baken.deadlines.length import length
from baken.deadlines.open_days import Holidays
from baken.deadlines.pairing import Round, rounds
from baken.deadlines.warning import first_warning, opens_on
from baken.deadlines.workdays import DAY

Key = tuple[str, str]  # the id of a term, and what the event is about


@dataclass(frozen=True)
class Known:
    """What people wrote down beside the events.

    `excluded`: why a term does not apply; `extended`: how many times it was put off; both by term and what the event is about.
    `birth_date`: None when not known, and then nothing stops at 18. Raises ValueError for an exclusion without a reason.
    """

    birth_date: date | None = None
    excluded: Mapping[Key, str] = field(default_factory=dict)
    extended: Mapping[Key, int] = field(default_factory=dict)
    holidays: Holidays = field(default_factory=Holidays)

    def __post_init__(self) -> None:
        if not all(reason.strip() for reason in self.excluded.values()):
            raise ValueError("een termijn geldt alleen niet met een reden")


def timeline(
    events: Sequence[Event],
    confirmed: Mapping[str, str],
    now: datetime,
    known: Known | None = None,
    terms: Iterable[LegalTerm] | None = None,
) -> tuple[Clock, ...]:
    """Every clock of somebody, the most pressing first. `confirmed`: term to mark (`confirming.mark`) of what the municipality confirmed.

    A term whose event did not happen waits; one with an event without a date says so. A retired term stays while its event is
    there. Raises ValueError for an event that is not in the vocabulary and for a moment without time zone.
    """
    if now.tzinfo is None:
        raise ValueError("een moment heeft een tijdzone")
    strange = {event.id for event in events} - set(load().events)
    if strange:
        raise ValueError(f"geen gebeurtenis die wij kennen: {', '.join(sorted(strange))}")
    every = load().deadlines.values() if terms is None else terms
    found = [clock for term in every for clock in _clocks(term, events, confirmed, now, known or Known())]
    return tuple(sorted(found, key=_pressing))


def _pressing(clock: Clock) -> tuple[int, date, int]:
    return list(State).index(clock.state), clock.due.day if clock.due else date.max, clock.term.order


def _clocks(
    term: LegalTerm, events: Sequence[Event], confirmed: Mapping[str, str], now: datetime, known: Known
) -> Iterator[Clock]:
    blank = Clock(term=term, state=State.WAITING, now=now, is_confirmed=is_confirmed(term, confirmed))
    found = rounds(term, events, blank.today)
    for each in found:
        yield _excluded(_clock(blank, each, known), known)
    if not found and term.retired is None:
        yield _excluded(blank, known)


def _excluded(clock: Clock, known: Known) -> Clock:
    reason = known.excluded.get((clock.term.slug, clock.event.about if clock.event else ""), "")
    return replace(clock, state=State.NOT_APPLICABLE, reason=reason) if reason else clock


def _clock(blank: Clock, found: Round, known: Known) -> Clock:
    term, day = blank.term, found.start.day
    last = due(term, found.counted_from, known.holidays, known.extended.get((term.slug, found.start.about), 0))
    clock = replace(blank, event=found.start, ended=found.end, due=last, is_late=found.was_late(known.holidays))
    if last is None or day is None:
        return replace(clock, state=State.DATE_MISSING)
    if term.opens_before:
        clock = replace(clock, opens_on=length(term.opens_before).before(day))
    if term.at_eighteen == "stops" and known.birth_date is not None:
        adult = becomes_adult(known.birth_date)
        if day >= adult:
            return replace(clock, state=State.NOT_APPLICABLE, stops_on=adult)
        if last.day >= adult:
            clock = replace(clock, due=Due(adult - DAY, adult - DAY), stops_on=adult)
    return _stand(clock, found, day, clock.due or last, known.holidays)


def _stand(clock: Clock, found: Round, start: date, last: Due, holidays: Holidays) -> Clock:
    """How it stands. What ended without a date, and a round without one, is asked for rather than believed."""
    is_early = clock.term.end == "opens" and (found.ended_on or date.max) < opens_on(clock.term, last)
    if found.ended_on is not None and not is_early:
        return replace(clock, state=State.MET, is_late=clock.is_late or _was_late(clock.term, found.end, last))
    state = _running(clock.term, last, start, clock.now, holidays)
    if found.is_undated and state not in (State.MISSED, State.DUE_TODAY):
        state = State.DATE_MISSING
    return replace(clock, state=state, is_early=is_early)


def _was_late(term: LegalTerm, end: Event | None, last: Due) -> bool:
    """Whether it was done after the last day; with hours after the moment, when the moment is known."""
    if end is None or end.day is None or term.end == "opens":
        return False
    return end.at > last.at if last.at is not None and end.at is not None else end.day > last.day


def _running(term: LegalTerm, last: Due, start: date, now: datetime, holidays: Holidays) -> State:
    today = now.astimezone(AMSTERDAM).date()
    if term.end == "opens" and today >= opens_on(term, last):
        return State.OPEN
    if term.end != "opens" and last.is_over(now):
        return State.MISSED
    if term.end != "opens" and today == last.day:
        return State.DUE_TODAY
    return State.SOON if today >= first_warning(term, last, start, holidays) else State.RUNNING
