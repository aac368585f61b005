"""Before which day somebody must act (termijn). Terms of the office itself, in working days, set by each municipality."""

from dataclasses import dataclass, field
from datetime import date

from baken.deadlines.workdays import Closed, after, between
from baken.signals.steps import ReportStatus
from baken.signals.urgency import Urgency

TO_WEIGH = frozenset({ReportStatus.NEW, ReportStatus.TAKEN})


@dataclass(frozen=True)
class Terms:
    """Working days for each thing that waits. The figures are a proposal; a municipality sets its own.

    `follow_up`: to look again at what was sent on, asked or is being handled. `escalate`: how long something may be
    overdue before others than who has it hear that it is.
    """

    high: int = 1
    normal: int = 5
    follow_up: int = 10
    escalate: int = 3
    closed: Closed = field(default_factory=Closed)
    open_months: int = 12  # after so many months somebody hears that nobody closed it


def due(status: str, urgency: str, start: date, terms: Terms) -> date | None:
    """The last day to act on a report in this status when its term began on `start`. None for a closed one.

    Acute is now: the same day, also when that is a Sunday.
    """
    if status == ReportStatus.CLOSED:
        return None
    if status in TO_WEIGH:
        days = {Urgency.ACUTE: 0, Urgency.HIGH: terms.high}.get(Urgency(urgency), terms.normal)
    else:
        days = terms.high if status == ReportStatus.SECOND else terms.follow_up
    return after(start, days, terms.closed)


def due_after_change(old: date, new: date, today: date) -> date:
    """The last day after the urgency changed. What is overdue stays so; what gets more urgent is due today at the soonest."""
    return old if old < today and new < today else max(new, today)


def is_long_overdue(last: date, today: date, terms: Terms) -> bool:
    """Whether it is overdue for so long that others must hear that something waits."""
    return between(last, today, terms.closed) > terms.escalate


def long_overdue_before(today: date, terms: Terms) -> date:
    """What was due before this day is long overdue: the same rule as `is_long_overdue`, to ask the database with."""
    day = today
    while not is_long_overdue(day, today, terms):
        day = date.fromordinal(day.toordinal() - 1)
    return date.fromordinal(day.toordinal() + 1)
