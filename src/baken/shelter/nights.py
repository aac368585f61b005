"""Nights of a place: a plain rule over values, without a clock. A night has the date of its evening."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

MORNING = 6  # until this hour it still is the night of yesterday
FRESH_HOURS = 24  # older than this does not count as available (facts, `capacity_register_attributes`)
RESERVED_MINUTES = 60
MOST_NIGHTS = 180


def tonight(now: datetime) -> date:
    """The night that runs or comes: at two o'clock it is still that of yesterday."""
    return now.date() - timedelta(days=1) if now.hour < MORNING else now.date()


def nights(first: date, until: date) -> list[date]:
    """From the first night up to the day of leaving, which is no night any more."""
    return [first + timedelta(days=number) for number in range((until - first).days)]


def is_fresh(at: datetime | None, now: datetime) -> bool:
    """Whether what the shelter said still counts."""
    return at is not None and now - at <= timedelta(hours=FRESH_HOURS)


def offers(free: int) -> Iterator[int]:
    """The three numbers behind the buttons of the link: the one we think of first."""
    yield free
    yield free - 1 if free >= 2 else free + 1
    yield 0 if free else 2


def left(free: int, said: int | None, since: int) -> int:
    """How many can still be given: what the register has free, and no more than what the shelter said less what was taken `since`."""
    return free if said is None else max(0, min(free, said - since))
