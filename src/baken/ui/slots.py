"""Named places on a page that rooms further on fill: read-only, through their own `access` (slots)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest

Filler = Callable[[HttpRequest, Any], str]
"""Gives safe HTML about the record of the page for who is looking; an empty text when there is nothing to show."""

Marker = Callable[[HttpRequest, list[Any]], Mapping[Any, str]]
"""Gives a few words for those of these ids that have something to say to who is looking. One question, however many ids there are."""

_slots: dict[str, list[tuple[int, Filler]]] = {}

_markers: dict[str, list[Marker]] = {}


def fill(slot: str, filler: Filler, place: int = 50) -> None:
    """Called by a room in its `apps.py`: show this in the slot, in the order of `place`."""
    entries = _slots.setdefault(slot, [])
    if (place, filler) not in entries:
        entries.append((place, filler))
        entries.sort(key=lambda each: each[0])


def shown(slot: str, request: HttpRequest, record: Any) -> list[str]:
    """What the rooms offer for this record, without the empty ones."""
    return [html for _, filler in _slots.get(slot, ()) if (html := filler(request, record))]


def fill_rows(slot: str, marker: Marker) -> None:
    """Called by a room in its `apps.py`: say this in the rows of a list; it is asked once a page."""
    entries = _markers.setdefault(slot, [])
    if marker not in entries:
        entries.append(marker)


def marks(slot: str, request: HttpRequest, ids: Iterable[Any]) -> dict[Any, list[str]]:
    """What the rooms say in the rows of these ids, without those of which nothing is said. Asks nothing for an empty list."""
    asked = list(ids)
    found: dict[Any, list[str]] = {}
    for marker in _markers.get(slot, ()) if asked else ():
        for key, words in marker(request, asked).items():
            found.setdefault(key, []).append(words)
    return found
