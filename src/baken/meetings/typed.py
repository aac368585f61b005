"""What is typed quickly: an owner by first letters, a day by how many days from now, a kind of decision by its digit. Pure."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")
DAYS = re.compile(r"\+?([0-9]{1,3})")
DAY_MONTH = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}))?")


class NotClear(ValueError):
    """What was typed means nothing, or more than one thing; `found` holds what it could be."""

    def __init__(self, found: Iterable[str] = ()) -> None:
        super().__init__()
        self.found = tuple(found)


def day_of(typed: str, today: date) -> date:
    """+7 or 7 is a week from today; 24-12 the first such day to come; 24-12-2026 and 2026-12-24 that day. Raises NotClear."""
    said = typed.strip()
    if found := DAYS.fullmatch(said):
        return today + timedelta(days=int(found[1]))
    try:
        if found := DAY_MONTH.fullmatch(said):
            day, month = int(found[1]), int(found[2])
            year = int(found[3]) if found[3] else today.year
            when = date(year, month, day)
            return when if found[3] or when >= today else date(year + 1, month, day)
        return date.fromisoformat(said)
    except ValueError:
        raise NotClear from None


def one_of(typed: str, named: Iterable[tuple[str, T]]) -> T:
    """The one of `named` (name, what) of which the name, or a word of it, begins with what was typed.

    A whole name wins from a beginning, and a first name from a later word. Raises NotClear with the names it could be.
    """
    said, known = " ".join(typed.casefold().split()), list(named)
    if not said:
        raise NotClear
    ways = (
        lambda name: name == said,
        lambda name: name.startswith(said),
        lambda name: any(word.startswith(said) for word in re.split(r"[\s\-(]+", name)),
    )
    for way in ways:
        found = [(name, what) for name, what in known if way(name.casefold())]
        if len(found) == 1:
            return found[0][1]
        if found:
            raise NotClear(name for name, _what in found)
    raise NotClear


def digit_of(typed: str, choices: Iterable[T]) -> T:
    """The choice with this place, counted from 1. Raises NotClear."""
    known, said = list(choices), typed.strip()
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= len(known)):
        raise NotClear
    return known[int(said) - 1]
