"""Which end belongs to which start. One end closes one start: what nobody ended stays open, rather than closed by mistake.

Both are about the same (`Event.about`), and the oldest start that is open goes first. An end before its start is of an earlier
time, unless the term says that it may be done beforehand. A start without a date is never closed: first its date.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.counting import due
from baken.deadlines.event import Event
from baken.deadlines.length import length
from baken.deadlines.open_days import Holidays


@dataclass(frozen=True, slots=True)
class Round:
    """A start of a term, its end when there is one, and for a recurring term the times (`repeats`) it was done since."""

    term: LegalTerm
    start: Event
    end: Event | None = None
    repeats: tuple[Event, ...] = ()

    @property
    def is_undated(self) -> bool:
        """Whether something was done, or ended it, of which the date is not known."""
        return any(each.day is None for each in (*self.repeats, *([self.end] if self.end else ())))

    @property
    def ended_on(self) -> date | None:
        """The day on which it ended. None: it did not, or the day is not known."""
        return self.end.day if self.end else None

    @property
    def counted_from(self) -> Event:
        """Where the last day is counted from: the start, or the last time a recurring term was done."""
        days = [each.day for each in self.repeats if each.day is not None]
        return Event(self.term.from_event, on=max(days), about=self.start.about) if days else self.start

    def was_late(self, holidays: Holidays) -> bool:
        """Whether a recurring term was done too late at least once."""
        days = [each.day for each in (self.start, *self.repeats) if each.day is not None]
        lasts = [due(self.term, Event(self.term.from_event, on=day), holidays) for day in days[:-1]]
        return any(last is not None and last.day < day for last, day in zip(lasts, days[1:], strict=True))


def rounds(term: LegalTerm, events: Sequence[Event], today: date) -> tuple[Round, ...]:
    """Every start of this term with its end, in order of time; those without a date last. A planned end is none yet."""
    starts = _in_order(event for event in events if event.id == term.from_event)
    happened = _in_order(event for event in events if event.day is None or event.day <= today)
    return tuple(
        found
        for about in dict.fromkeys(start.about for start in starts)
        for found in _paired(
            term,
            [start for start in starts if start.about == about],
            [event for event in happened if event.about == about],
        )
    )


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.day is None, event.day or date.max))


def _paired(term: LegalTerm, starts: Sequence[Event], events: Sequence[Event]) -> Iterator[Round]:
    free = [event for event in events if event.id in term.ends_by]
    for start in starts:
        end = next((event for event in free if _can_end(term, start, event)), None)
        if end is not None:
            free.remove(end)
        yield Round(term, start, end, tuple(_repeats(term, start, end, events)))


def _can_end(term: LegalTerm, start: Event, end: Event) -> bool:
    if start.day is None:
        return False
    if end.day is None or term.direction == "before":
        return True
    return end.day >= (length(term.opens_before).before(start.day) if term.opens_before else start.day)


def _repeats(term: LegalTerm, start: Event, end: Event | None, events: Sequence[Event]) -> Iterator[Event]:
    """What was done of a recurring term from its start until its end."""
    if not term.repeats_on or start.day is None:
        return
    last = end.day if end is not None and end.day is not None else date.max
    for event in events:
        if event.id == term.repeats_on and (event.day is None or start.day <= event.day <= last):
            yield event
