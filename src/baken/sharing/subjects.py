"""What a disclosure can be about besides a report. A room further on says who gives and reads what is about its records."""

from collections.abc import Callable
from dataclasses import dataclass

from baken.accounts.models import User

REPORT = "report"


@dataclass(frozen=True)
class Subject:
    """`capability`: of who gives it; `reads`: whether this person reads the record with this id, and so what was given of it."""

    capability: str
    reads: Callable[[User, str], bool]


_known: dict[str, Subject] = {}


def tell(kind: str, subject: Subject) -> None:
    """Called by a room in its `apps.py`: things are given about this kind of record too."""
    _known[kind] = subject


def may_give(user: User, kind: str) -> bool:
    """Whether this person may give anything about this kind of record."""
    return user.may(_known[kind].capability if kind in _known else "disclose")


def may_give_something(user: User) -> bool:
    """Whether this person may give anything at all."""
    return user.may("disclose") or any(user.may(each.capability) for each in _known.values())


def reads(user: User, kind: str, record: str) -> bool:
    """Whether this person reads the record itself, and so the content of what was given of it."""
    if kind in _known:
        return user.may(_known[kind].capability) and _known[kind].reads(user, record)
    return user.may("disclose")
