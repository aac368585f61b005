"""The legal clocks of files: what was written down, counted by `deadlines`."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from baken.care import access
from baken.care.models import CareFile, LegalHappening
from baken.deadlines import Clock, Event, Known, Light, State, timeline

SAID = "…"  # somebody said why; it is not opened here
QUIET = frozenset({State.WAITING, State.NOT_APPLICABLE})


def clocks_of(
    files: Iterable[CareFile], *, now: datetime | None = None, reasons: bool = False
) -> dict[UUID, tuple[Clock, ...]]:
    """Every clock of each of these files of one municipality, the most pressing first; as many questions for one as for many.

    Why a term does not hold is only opened with `reasons`, for a page that shows it.
    """
    wanted = list(files)
    if not wanted:
        return {}
    confirmed = access.confirmed_in(wanted[0].municipality_id)
    happened: dict[UUID, list[Event]] = defaultdict(list)
    aside: dict[UUID, dict[tuple[str, str], str]] = defaultdict(dict)
    for each in access.happenings_of(wanted):
        happened[each.file_id].append(event_of(each))
    for told in access.set_aside_of(wanted):
        aside[told.file_id][(told.term, "")] = told.because if reasons else SAID
    moment = now or timezone.now()
    return {
        file.pk: timeline(happened[file.pk], confirmed, moment, Known(excluded=aside[file.pk])) for file in wanted
    }


def event_of(happening: LegalHappening) -> Event:
    """What happened, as the clocks know it."""
    if happening.moment is not None:
        return Event(happening.event, at=happening.moment)
    return Event(happening.event, on=happening.on)


def pressing(clocks: Iterable[Clock]) -> list[Clock]:
    """Those that ask something now: act, or keep an eye on it."""
    return [clock for clock in clocks if clock.light in (Light.ACT, Light.WATCH)]


def missed(clocks: Iterable[Clock]) -> list[Clock]:
    """Those on which somebody must act today: too late, the last day, or a date that is missing."""
    return [clock for clock in clocks if clock.light is Light.ACT]


def to_act_on(files: Iterable[CareFile]) -> list[tuple[CareFile, Clock]]:
    """Every clock in these files on which somebody must act today."""
    known = {file.pk: file for file in files}
    return [(known[pk], clock) for pk, clocks in clocks_of(known.values()).items() for clock in missed(clocks)]
