"""Turning 18: which day, and which terms stop or start there.

The routes of the facts split at 18 (R04 to R06), and of the terms only those of youth care (Besluit Jeugdwet 1.2) are about minors.
That the terms of social assistance start at 18, and what young adults can still get, the facts do not say (their open
question 26): to be confirmed. So nothing is hidden before 18 because of it. Whose age is not sure is a child (treaty, article 10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baken.catalogue.deadlines import LegalTerm
from baken.deadlines.length import length
from baken.deadlines.workdays import Closed, last_workday

ADULT = 18
LEAP_DAY = (2, 29)
WARN_BEFORE = ("P6M", "P3M", "P1M", "P1W")


@dataclass(frozen=True, slots=True)
class Eighteen:
    """The day somebody turns 18, the terms that stop and start there, and the days on which the care coordinator hears it."""

    day: date
    stops: tuple[LegalTerm, ...]
    starts: tuple[LegalTerm, ...]
    warned_on: tuple[date, ...]


def becomes_adult(birth_date: date) -> date:
    """The first day somebody is 18. Born on 29 February: 1 March (18 years on there is no leap day), so nobody is an adult too soon."""
    year = birth_date.year + ADULT
    return date(year, 3, 1) if (birth_date.month, birth_date.day) == LEAP_DAY else birth_date.replace(year=year)


def is_minor(birth_date: date | None, day: date) -> bool:
    """Whether somebody is treated as a child on this day; yes as long as the birth date is not known."""
    return birth_date is None or day < becomes_adult(birth_date)


def eighteen(birth_date: date, terms: Iterable[LegalTerm], closed: Closed) -> Eighteen:
    """What happens at 18: the day, the terms, and when it is said (on working days, so that somebody sees it)."""
    day, known = becomes_adult(birth_date), tuple(terms)
    return Eighteen(
        day,
        tuple(term for term in known if term.at_eighteen == "stops"),
        tuple(term for term in known if term.at_eighteen == "starts"),
        tuple(last_workday(length(before).before(day), closed) for before in WARN_BEFORE),
    )
