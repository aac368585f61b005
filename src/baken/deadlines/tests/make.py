"""Short ways to say what happened and what the clock then says."""

from datetime import date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from baken.catalogue import load
from baken.catalogue.deadlines import LegalTerm
from baken.deadlines import Clock, Event, Holidays, Known, timeline
from baken.deadlines.confirming import mark
from baken.deadlines.event import AMSTERDAM
from baken.deadlines.workdays import Closed

TERMS = load().deadlines
calm = settings(deadline=None)  # other work runs on the machine
NO_HOLIDAYS = Holidays()
ALL_CONFIRMED = {slug: mark(term) for slug, term in TERMS.items()}
DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))
SOME_TERM = st.sampled_from(sorted(TERMS))
CLOSED = st.builds(
    Closed, st.booleans(), st.booleans(), st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5)
)
OFFICES = st.builds(Holidays, CLOSED, st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=3))


def day(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> datetime:
    """A moment on the clock of the Netherlands: 2026-11-30T09:00."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=AMSTERDAM)


def happened(term: LegalTerm, on: date, about: str = "") -> Event:
    return Event(term.from_event, on=on, about=about)


def ended(term: LegalTerm, on: date | None, about: str = "") -> Event:
    return Event(term.ends_by[0], on=on, about=about)


def clock(
    slug: str, events: list[Event], now: datetime | str, known: Known | None = None, **more: object
) -> Clock:
    """The only clock of this term."""
    moment = noon(day(now)) if isinstance(now, str) else now
    (found,) = [
        each for each in timeline(events, more.get("confirmed", {}), moment, known) if each.term.slug == slug
    ]
    return found


def later(on: date, days: int) -> date:
    return on + timedelta(days=days)
