"""Whether a condition holds: yes, no, or not yet known. What is unknown never counts as true, except for "not that"."""

import math
from collections.abc import Iterable
from enum import Enum
from typing import Protocol

from baken.catalogue.routes import UNKNOWN, Condition, RouteWhen

Value = str | bool | int | tuple[str, ...]
Range = tuple[float, float]
NEVER: Range = (math.nan, math.nan)


class Holds(Enum):
    """Three answers to "does it hold?"."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Facts(Protocol):
    """Where a condition finds its answer."""

    def value(self, field: str) -> Value | None:
        """The answer, or None when it is not asked yet."""

    def range(self, field: str) -> Range:
        """Between which numbers the answer lies."""


def holds(condition: Condition, facts: Facts) -> Holds:
    """Whether one condition holds."""
    if condition.op in ("lt", "lte", "gt", "gte"):
        return _compared(condition, facts.range(condition.field))
    value = facts.value(condition.field)
    if value is None:
        return Holds.OPEN
    if condition.op == "ne":
        return Holds.NO if value == condition.value else Holds.YES
    here, wanted = _several(value), _several(condition.value)
    if set(here) & set(wanted):
        return Holds.YES
    return Holds.OPEN if UNKNOWN in here else Holds.NO


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _compared(condition: Condition, between: Range) -> Holds:
    """A number is known as the range in which it lies: a comparison holds for all of it, for none of it, or is open."""
    low, high = between
    edge = condition.value
    if not isinstance(edge, int) or math.isnan(low):
        return Holds.NO
    true, false = {
        "lt": (high < edge, low >= edge),
        "lte": (high <= edge, low > edge),
        "gt": (low > edge, high <= edge),
        "gte": (low >= edge, high < edge),
    }[condition.op]
    return Holds.YES if true else Holds.NO if false else Holds.OPEN


def holds_all(conditions: Iterable[Condition], facts: Facts) -> Holds:
    """No when one does not hold, open when one is open, otherwise yes."""
    found = {holds(each, facts) for each in conditions}
    return Holds.NO if Holds.NO in found else Holds.OPEN if Holds.OPEN in found else Holds.YES


def holds_any(conditions: Iterable[Condition], facts: Facts) -> Holds:
    """Yes when one holds, open when one is open, otherwise no. Without conditions: yes."""
    found = {holds(each, facts) for each in conditions} or {Holds.YES}
    return Holds.YES if Holds.YES in found else Holds.OPEN if Holds.OPEN in found else Holds.NO


def fits(when: RouteWhen, facts: Facts) -> Holds:
    """Whether the situation of a rule is there."""
    every, one = holds_all(when.all, facts), holds_any(when.any, facts)
    return Holds.NO if Holds.NO in (every, one) else Holds.OPEN if Holds.OPEN in (every, one) else Holds.YES
