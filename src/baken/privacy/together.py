"""Lines of the trace that say the same, told once: who reads a record six times in a few minutes makes one line on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from baken.privacy.models import Trace

APART = timedelta(minutes=10)  # further apart it is another look


@dataclass
class Told:
    """One or more equal lines: the newest, the oldest, and how many."""

    line: Trace
    first: Trace
    times: int = 1


def together(lines: Iterable[Trace]) -> list[Told]:
    """The lines in the order given, equal ones of one visit as one.

    A visit is one person busy with one record, at most APART between two lines, with nothing else between.
    """
    found: list[Told] = []
    visit: dict[tuple[str, ...], Told] = {}
    before: Trace | None = None
    for line in lines:
        if before is None or not _one_visit(before, line):
            visit = {}
        known = visit.get(_what(line))
        if known is None:
            known = visit[_what(line)] = Told(line, line, 0)
            found.append(known)
        known.first, known.times = line, known.times + 1
        before = line
    return found


def _one_visit(one: Trace, other: Trace) -> bool:
    if (one.actor, one.kind, one.record, one.on) != (other.actor, other.kind, other.record, other.on):
        return False
    if one.at is None or other.at is None:
        return one.at is other.at
    return abs(one.at - other.at) <= APART


def _what(line: Trace) -> tuple[str, ...]:
    return line.verb, line.why, line.origin, line.result
