"""What rooms further on say in the row of a report in the inbox: a few words each, asked once a page for all its rows."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from baken.accounts.models import User

Marker = Callable[[User, list[UUID]], Mapping[UUID, str]]
"""Gives the words for those of these reports that have something to say to this person. Asks the database as much for one as for many."""

_markers: list[Marker] = []


def mark_rows(marker: Marker) -> None:
    """Called by a room in its `apps.py`: ask this for every page of the inbox."""
    if marker not in _markers:
        _markers.append(marker)


def marks_of(user: User, reports: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The words of every room by report; without those of which nothing is said. Asks nothing for an empty list."""
    asked = list(reports)
    found: dict[UUID, list[str]] = {}
    for marker in _markers if asked else ():
        for report, words in marker(user, asked).items():
            found.setdefault(report, []).append(words)
    return found
