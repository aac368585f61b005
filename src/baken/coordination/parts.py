"""What can be given from a case besides its tracks. Rooms further on offer theirs: a plan, action points, decisions."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from baken.coordination.access import Seen


@dataclass(frozen=True)
class Part:
    """`key` as in `sharing.words.CASE_PARTS`; `texts`: what there is of it in these tracks that this person sees, in Dutch."""

    key: str
    texts: Callable[[Seen, Collection[UUID]], list[str]]


_parts: list[Part] = []


def offer(part: Part) -> None:
    """Called by a room in its `apps.py`: this can be given from a case."""
    if part.key not in {each.key for each in _parts}:
        _parts.append(part)


def offered() -> list[Part]:
    """Everything that rooms offered, in their order."""
    return list(_parts)
