"""Checking the whole trace, and keeping when that was done and what did not fit."""

from django.utils import timezone

from baken.oversight.models import ChainCheck
from baken.privacy import trace

KEPT = 20  # numbers of lines that do not fit; more say no more
OLD_DAYS = 31  # a check older than this is asked for again


def begin() -> ChainCheck:
    """A check that is about to run."""
    return ChainCheck.objects.create(started_at=timezone.now(), total=trace.length())


def run(check: ChainCheck) -> list[int]:
    """Read every line; gives the numbers that do not fit. `done` shows how far it is."""

    def progress(done: int) -> None:
        ChainCheck.objects.filter(pk=check.pk).update(done=done)

    wrong = trace.breaks(progress)
    ChainCheck.objects.filter(pk=check.pk).update(
        finished_at=timezone.now(), done=trace.length(), total=trace.length(), breaks=wrong[:KEPT]
    )
    return wrong
