"""How long a kind of personal data lives (bewaartermijn), after what, and on which ground."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Keep:
    """Declared by every model with personal data. `after` names the field from which the term counts.

    The terms are proposals that a municipality must confirm; `ground` says where the obligation or purpose is written.
    """

    years: int
    after: str
    ground: str


def later(start: date, months: int) -> date:
    """The same day so many months later; the last day of the month when that month is shorter (31 January → 28 February)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


Gone = Callable[[str, list[UUID]], None]
_told: list[Gone] = []


def when_gone(follow: Gone) -> None:
    """Called by a room in its `apps.py`: tell me which records (kind, ids) are purged, to remove what I hold of them.

    For what no foreign key takes along: files beside the database, rows that know a record by its plain id. It is called in
    the transaction of the purge; when it raises, nothing of that record goes.
    """
    if follow not in _told:
        _told.append(follow)


def say_gone(kind: str, ids: Iterable[UUID]) -> None:
    """Called by the purge, before the rows themselves go."""
    for follow in _told:
        follow(kind, list(ids))
