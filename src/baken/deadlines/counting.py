"""The last day of a term: `due`. Counted first, then moved on where the Algemene termijnenwet does so (`open_days`).

Both days are kept: warnings go by the day that was counted, so nobody relies on days that still are to be confirmed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.event import AMSTERDAM, Event, midnight
from baken.deadlines.length import Length, length
from baken.deadlines.open_days import Holidays, run_on, runs_on
from baken.deadlines.workdays import after, before


@dataclass(frozen=True, slots=True)
class Due:
    """The last day (`day`), the day that was counted before weekends and holidays moved it, and for hours the moment (`at`).

    `is_hour_guessed`: a term in hours of which only the day of the event is known; it then counts from the day's first moment.
    """

    day: date
    counted: date
    at: datetime | None = None
    is_hour_guessed: bool = False

    @property
    def moved(self) -> bool:
        """Whether a weekend or holiday made it later."""
        return self.day != self.counted

    def is_over(self, now: datetime) -> bool:
        """Whether the last day, or the moment, has passed."""
        return now > self.at if self.at is not None else now.astimezone(AMSTERDAM).date() > self.day


def due(term: LegalTerm, event: Event, holidays: Holidays, extended: int = 0) -> Due | None:
    """When a term that began with `event` ends; None when the day of the event is not known.

    `extended`: how many times somebody put it off. Raises ValueError when the term knows no extension, or another event.
    """
    if event.id != term.from_event:
        raise ValueError(f"{term.slug} telt niet vanaf {event.id}")
    if extended < 0 or (extended and not term.extension):
        raise ValueError(f"{term.slug} kan niet worden verlengd")
    if event.day is None:
        return None
    how_long = length(term.length)
    if how_long.in_hours and not how_long.is_nothing:
        return _in_hours(event, event.day, how_long.hours)
    return _in_days(term, event.day, extended, holidays)


def _in_days(term: LegalTerm, start: date, extended: int, holidays: Holidays) -> Due:
    counted = _count(term, length(term.length), start, holidays)
    if extended:
        counted = _count(term, length(term.extension).times(extended), counted, holidays)
    return Due(run_on(start, counted, holidays) if runs_on(term) else counted, counted)


def _in_hours(event: Event, start: date, hours: int) -> Due:
    """Real hours, also in the night in which the clock changes: counted in UTC, said in the time of the Netherlands."""
    begin = event.at or midnight(start)
    at = (begin.astimezone(UTC) + timedelta(hours=hours)).astimezone(AMSTERDAM)
    return Due(at.date(), at.date(), at, is_hour_guessed=event.at is None)


def _count(term: LegalTerm, how_long: Length, start: date, holidays: Holidays) -> date:
    """So much after the event, or before it; in working days of the office where the term says so."""
    is_back = term.direction == "before"
    if term.days == "working":
        return (before if is_back else after)(start, how_long.working_days, holidays.closed)
    return how_long.before(start) if is_back else how_long.after(start)
