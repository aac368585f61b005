"""Rights of a person in a record (rechten van betrokkenen): a mark that must follow what was already sent on.

A room that gave a record to others registers itself with `follow`, in its `apps.py`. When a correction, an objection or
"not substantiated" is recorded or ended, it is told in the same transaction and can put the mark with what it sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Marked:
    """What was recorded about which record; the words themselves stay in the record. `ended`: it no longer holds."""

    kind: str
    record: UUID
    mark: str
    municipality: UUID
    actor: UUID
    ended: bool = False


Follower = Callable[[Marked], None]
_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Tell this room of every mark. When it raises, the mark is not recorded either: nobody believes it was passed on."""
    if follower not in _followers:
        _followers.append(follower)


def announce(marked: Marked) -> None:
    """Called by the service that records the mark."""
    for follower in _followers:
        follower(marked)
