"""Why staff may not write to a report now: rooms further on give the reason."""

from collections.abc import Callable

from baken.signals.models import Report

Guard = Callable[[Report], str]
_guards: list[Guard] = []


def ask_first(guard: Guard) -> None:
    """Called by a room further on in its `apps.py`: a sentence why staff may not write to a report, or an empty text."""
    if guard not in _guards:
        _guards.append(guard)


def why_not(report: Report) -> str:
    """The first reason why staff may not write; empty when they may."""
    return next((why for guard in _guards if (why := guard(report))), "")
