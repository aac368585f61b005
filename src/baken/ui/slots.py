"""Named places on a page that rooms further on fill: read-only, through their own `access` (slots)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Filler = Callable[[HttpRequest, Any], str]
"""Gives safe HTML about the record of the page for who is looking; an empty text when there is nothing to show."""

_slots: dict[str, list[tuple[int, Filler]]] = {}


def fill(slot: str, filler: Filler, place: int = 50) -> None:
    """Called by a room in its `apps.py`: show this in the slot, in the order of `place`."""
    entries = _slots.setdefault(slot, [])
    if (place, filler) not in entries:
        entries.append((place, filler))
        entries.sort(key=lambda each: each[0])


def shown(slot: str, request: HttpRequest, record: Any) -> list[str]:
    """What the rooms offer for this record, without the empty ones."""
    return [html for _, filler in _slots.get(slot, ()) if (html := filler(request, record))]
