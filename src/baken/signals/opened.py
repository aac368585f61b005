"""What other rooms do when somebody opens a report: the page itself, and what stands beside it, only reads."""

from collections.abc import Callable

from baken.accounts.models import User
from baken.signals.models import Report

Opener = Callable[[Report, User], None]
_openers: list[Opener] = []


def when_opened(opener: Opener) -> None:
    """Called by a room further on in its `apps.py`: do this when this person opens a report."""
    if opener not in _openers:
        _openers.append(opener)


def say_opened(report: Report, by: User) -> None:
    """This person opened this report."""
    for opener in _openers:
        opener(report, by)
