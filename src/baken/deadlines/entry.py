"""A clock in somebody's own calendar: the fields of an entry, without anything of the person it is about or of the term itself.

A calendar goes along to phones and to colleagues. So it says only that something in Baken waits on this day, with a reference that
means nothing outside Baken. The room with pages writes the file.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baken.catalogue.text import Text
from baken.deadlines.clock import Clock, State
from baken.deadlines.open_days import Holidays
from baken.deadlines.warning import warnings

ENDED = frozenset({State.MET, State.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The fields of one entry. `at`: for a term in hours. `alarms`: how long before the day (or moment). `is_cancelled`: it ended."""

    uid: str
    title: Text
    text: Text
    on: date
    at: datetime | None
    alarms: tuple[timedelta, ...]
    is_cancelled: bool


def entry(clock: Clock, reference: str, holidays: Holidays) -> Entry | None:
    """The entry of this clock under a reference without personal data; None as long as there is no last day.

    It stands on the day that was counted. The same term of the same event keeps its uid when the day changes.
    """
    if clock.due is None or clock.event is None:
        return None
    said = f"{reference}\n{clock.term.slug}\n{clock.event.id}\n{clock.event.about}"
    day = clock.due.counted
    return Entry(
        uid=f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@baken",
        title=Text(f"Baken: termijn {reference}", f"Baken: term {reference}"),
        text=Text("Open Baken om te zien welke termijn dit is.", "Open Baken to see which term this is."),
        on=day,
        at=clock.due.at,
        alarms=tuple(sorted({day - each.on for each in warnings(clock, holidays) if each.on < day}, reverse=True)),
        is_cancelled=clock.state in ENDED,
    )
