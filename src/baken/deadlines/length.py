"""Lengths of terms as ISO 8601 writes them (P3M, P6W, PT72H), and what is so much later or earlier.

The day of the event itself does not count: six weeks after a Monday end on a Monday (Awb 6:8: a term begins on the day after;
`content/deadlines/awb_bezwaar.yaml`). A month that lacks the day ends on its last day: a month after 31 January is
28 or 29 February, a year after 29 February is 28 February. That this holds for each of the laws is to be confirmed; it
is never later than counting otherwise.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

PATTERN = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
MONTHS = 12
WORKING_WEEK = 5


@dataclass(frozen=True, slots=True)
class Length:
    """How long: months (years are twelve of them), weeks, days and hours. `in_hours`: it was written in hours."""

    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    in_hours: bool = False

    @property
    def is_nothing(self) -> bool:
        """At once: without delay."""
        return not (self.months or self.weeks or self.days or self.hours)

    def times(self, count: int) -> "Length":
        """So many times as long."""
        return Length(
            self.months * count, self.weeks * count, self.days * count, self.hours * count, self.in_hours
        )

    @property
    def working_days(self) -> int:
        """As many working days: a week has five."""
        return self.weeks * WORKING_WEEK + self.days

    def after(self, start: date) -> date:
        """The day that is so much later than `start`; hours are not counted. Raises OverflowError beyond the year 9999."""
        return _months_later(start, self.months) + timedelta(weeks=self.weeks, days=self.days)

    def before(self, end: date) -> date:
        """The day that is so much earlier than `end`; hours are not counted."""
        return _months_later(end - timedelta(weeks=self.weeks, days=self.days), -self.months)


def length(text: str) -> Length:
    """What ISO 8601 text says. Raises ValueError for text that we do not know."""
    found = PATTERN.fullmatch(text)
    if not found or text.endswith("T"):
        raise ValueError(f"geen lengte die wij kennen: {text!r}")
    years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
    return Length(years * MONTHS + months, weeks, days, hours, "T" in text)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"geen jaar dat wij kennen: {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
