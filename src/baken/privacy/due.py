"""When a report goes (bewaartermijn): a plain rule over values, without a clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baken.privacy.retention import later

WARN_DAYS = 30  # so long something stands on the list before it goes
EXTEND_MONTHS = 12  # a term is extended by at most this, counted from the day on which it would end


class State(StrEnum):
    """What the term of a report does now."""

    OPEN = "open"  # the report is still worked on: no term counts
    PROPOSAL = "proposal"  # the municipality has not confirmed the term: shown, and nothing goes
    HELD = "held"  # a request waits, processing is restricted, or a case is open: nothing goes, whatever the date
    COUNTING = "counting"


@dataclass(frozen=True)
class Facts:
    """What the rule needs to know. `stays`: until which days it is extended or held; `confirmed_on` None: a proposal."""

    closed_on: date | None
    months: int
    last_message_on: date | None = None
    confirmed_on: date | None = None
    stays: tuple[date, ...] = ()
    held: bool = False
    cases_closed_on: tuple[date, ...] = ()


@dataclass(frozen=True)
class Due:
    """On which day it goes (None while it is open), and whether it really will."""

    on: date | None
    state: State

    def goes(self, today: date) -> bool:
        """Whether the purge takes it today."""
        return self.state is State.COUNTING and self.on is not None and self.on <= today

    def is_near(self, today: date) -> bool:
        """Whether it stands on the list of what goes within WARN_DAYS."""
        return self.on is not None and self.on <= today + timedelta(days=WARN_DAYS)


def due(facts: Facts) -> Due:
    """A message and the closing of its case start the term again. Never sooner than WARN_DAYS after the term was confirmed, so that there is a warning."""
    if facts.closed_on is None:
        return Due(None, State.OPEN)
    on = term_ends(facts)
    if facts.confirmed_on is not None:
        on = max(on, facts.confirmed_on + timedelta(days=WARN_DAYS))
    on = max([on, *(until + timedelta(days=1) for until in facts.stays)])
    if facts.held:
        return Due(on, State.HELD)
    return Due(on, State.PROPOSAL if facts.confirmed_on is None else State.COUNTING)


def term_ends(facts: Facts) -> date:
    """The day on which the bare term is over, without extensions. The report must be closed."""
    assert facts.closed_on is not None  # noqa: S101
    return later(_latest([facts.closed_on, facts.last_message_on, *facts.cases_closed_on]), facts.months)


def latest_extension(facts: Facts) -> date:
    """Until which day somebody may extend at most."""
    return later(term_ends(facts), EXTEND_MONTHS)


def _latest(days: Iterable[date | None]) -> date:
    return max(day for day in days if day is not None)
