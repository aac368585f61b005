"""Working days of a municipality: Monday to Friday, without Dutch public holidays and its own closing days.

Only for terms that the office sets itself or that count in working days, and for the days on which somebody is told. The
Algemene termijnenwet is about terms set in a law; `open_days` has its rule.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
FRIDAY = 4
LIBERATION_DAY = (5, 5)


@dataclass(frozen=True)
class Closed:
    """When the office is closed, besides the weekend and the public holidays: what each municipality says itself."""

    good_friday: bool = False
    liberation_day: bool = False  # every year; each fifth year (2025, 2030) it is a public holiday anyway
    days: frozenset[date] = frozenset()


@cache
def public_holidays(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The public holidays of a year without Good Friday, and Good Friday."""
    known = holidays.country_holidays("NL", years=year, language="en_US")
    good_friday = frozenset(known.get_named("Good Friday"))
    return frozenset(known) - good_friday, good_friday


def is_workday(day: date, closed: Closed) -> bool:
    """Whether somebody works at the office on this day."""
    if day.weekday() > FRIDAY or day in closed.days:
        return False
    public, good_friday = public_holidays(day.year)
    if day in public or (closed.good_friday and day in good_friday):
        return False
    return not (closed.liberation_day and (day.month, day.day) == LIBERATION_DAY)


def next_workday(day: date, closed: Closed) -> date:
    """The day itself, or the first working day after it."""
    while not is_workday(day, closed):
        day += DAY
    return day


def last_workday(day: date, closed: Closed) -> date:
    """The day itself, or the last working day before it."""
    while not is_workday(day, closed):
        day -= DAY
    return day


def after(start: date, days: int, closed: Closed) -> date:
    """The day that is `days` working days after `start`; the day of `start` itself does not count. 0 is `start`."""
    day = start
    while days > 0:
        day += DAY
        days -= is_workday(day, closed)
    return day


def before(end: date, days: int, closed: Closed) -> date:
    """The day that is `days` working days before `end`; the day of `end` itself does not count. 0 is `end`."""
    day = end
    while days > 0:
        day -= DAY
        days -= is_workday(day, closed)
    return day


def between(start: date, end: date, closed: Closed) -> int:
    """How many working days there are after `start` up to and with `end`; 0 when `end` is not later."""
    return sum(is_workday(start + DAY * step, closed) for step in range(1, (end - start).days + 1))
