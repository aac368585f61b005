"""Weekends, generally recognised holidays, and the rule that a term of a law does not end on them.

The Algemene termijnenwet (BWBR0002448): a term set in a law that ends on a Saturday, Sunday or generally recognised holiday
runs on to the next day that is none (article 1), not when counted back; three days or more hold two such days (article 2);
Good Friday and 5 May count as holidays, each year, and the King can name days (article 3); not for terms in hours, years,
or more than 90 days, twelve weeks or three months (article 4); for a decree alike, unless it says otherwise (article 5).
Read on 30 November 2026 in an open copy (statengeneraal/laws-markdown, 48b3fdd0) of unknown age. The collected facts of the
project do not hold this law: a lawyer confirms it, and until then nobody is warned later because of it.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.length import length
from baken.deadlines.workdays import DAY, FRIDAY, LIBERATION_DAY, Closed, public_holidays

SET_IN_A_LAW = frozenset({"law", "decree"})
MOST_MONTHS, MOST_WEEKS, MOST_DAYS = 3, 12, 90
SHORT = 3
AT_LEAST = 2


@dataclass(frozen=True)
class Holidays:
    """When an office is closed, and days that the King named beside the holidays of the law (published in the Staatscourant)."""

    closed: Closed = field(default_factory=Closed)
    named: frozenset[date] = frozenset()

    def is_free(self, day: date) -> bool:
        """Whether it is a Saturday, a Sunday or a generally recognised holiday."""
        if day.weekday() > FRIDAY or day in self.named or (day.month, day.day) == LIBERATION_DAY:
            return True
        public, good_friday = public_holidays(day.year)
        return day in public or day in good_friday

    def next_open(self, day: date) -> date:
        """The day itself, or the first one after it that is not free."""
        while self.is_free(day):
            day += DAY
        return day


def runs_on(term: LegalTerm) -> bool:
    """Whether the rule holds for this term: set in a law or decree, forward, for somebody to act, and not too long."""
    how_long = length(term.length)
    if (
        term.set_by not in SET_IN_A_LAW
        or term.end != "act"
        or term.direction != "after"
        or term.days != "calendar"
    ):
        return False
    if how_long.in_hours or how_long.is_nothing:
        return False
    return how_long.months <= MOST_MONTHS and how_long.weeks <= MOST_WEEKS and how_long.days <= MOST_DAYS


def run_on(start: date, last: date, holidays: Holidays) -> date:
    """The last day of a term of a law that was counted to `last`: no free day, and two open days within three or more."""
    is_short = last - start < timedelta(days=SHORT)
    last = holidays.next_open(last)
    while (
        not is_short
        and sum(not holidays.is_free(start + DAY * step) for step in range(1, (last - start).days + 1)) < AT_LEAST
    ):
        last = holidays.next_open(last + DAY)
    return last
