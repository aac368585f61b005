"""Where else something of a person can stand than in reports. A room further on looks there, and gives parts for the pack."""

from collections.abc import Callable
from dataclasses import dataclass

from baken.accounts.models import User
from baken.oversight.models import DataRequest
from baken.oversight.pack import Part


@dataclass(frozen=True)
class Elsewhere:
    """`search`: look for who asks, gives how many records were found; `parts`: what goes in the pack, read by this person."""

    search: Callable[[DataRequest], int]
    parts: Callable[[User, DataRequest], list[Part]]


_places: list[Elsewhere] = []


def look(place: Elsewhere) -> None:
    """Called by a room in its `apps.py`."""
    if place not in _places:
        _places.append(place)


def search(request: DataRequest) -> int:
    """Look everywhere else; gives how many records were found."""
    return sum(place.search(request) for place in _places)


def parts(user: User, request: DataRequest) -> list[Part]:
    """What was found elsewhere and may go along."""
    return [part for place in _places for part in place.parts(user, request)]
