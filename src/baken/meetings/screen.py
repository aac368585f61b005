"""The one screen of a case in a meeting: what is shown of it, only of what is discussed, and what can be typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from baken.casework import access as work
from baken.casework.models import ActionPoint, CaseNote, Decision
from baken.coordination import access as cases
from baken.coordination.models import CaseReport, Track
from baken.meetings import access
from baken.meetings.access import Seen, SeenItem
from baken.meetings.live_forms import EarlierForm, LiveForm, Owner
from baken.meetings.models import MeetingItem
from baken.ui.forms import new_secret


@dataclass(frozen=True)
class Screen:
    """What stands on the screen."""

    earlier: list[ActionPoint]  # open action points of before this meeting, soonest first
    settled: list[ActionPoint]  # those of before that were settled in this meeting
    agreed: list[ActionPoint]
    notes: list[CaseNote]
    decisions: list[Decision]
    tracks: list[Track]
    reports: list[CaseReport]


def minutes_left(item: MeetingItem, now: datetime) -> int:
    """How many minutes this item still has, begun ones counted whole; 0 or less when its time is over."""
    return ceil((item.until - now).total_seconds() / 60) if item.until else item.minutes


def in_scope(found: SeenItem, rows: Sequence[Any]) -> list[Any]:
    """Of what this person sees, what belongs to the tracks that are discussed. All of it when it is the whole case."""
    discussed = {track.pk for track in found.item.tracks.all()}
    return [row for row in rows if row.track_id in discussed] if discussed else list(rows)


def screen_of(found: SeenItem) -> Screen:
    """The screen of this item for who looks: their own sight, narrowed to what is discussed."""
    meeting, seen = found.item.meeting_id, found.seen
    actions = in_scope(found, work.actions_of(seen))
    here = set(found.item.settled.values_list("pk", flat=True))
    old = [each for each in actions if each.meeting != meeting]
    return Screen(
        earlier=[each for each in old if each.is_open],
        settled=[each for each in old if each.pk in here and not each.is_open],
        agreed=[each for each in actions if each.meeting == meeting],
        notes=[each for each in in_scope(found, work.notes_of(seen)) if each.meeting == meeting],
        decisions=[each for each in in_scope(found, work.decisions_of(seen)) if each.meeting == meeting],
        tracks=seen.tracks if found.whole else found.tracks,
        reports=cases.reports_of(seen) if found.whole else [],
    )


def owners(seen: Seen, found: SeenItem) -> list[Owner]:
    """Everybody who sees something here and so can own an action point, those of this meeting marked. By name."""
    near = {each.user_id for each in access.participants_of(seen)}
    places, rows = [track.pk for track in found.seen.tracks], []
    for user, sight in cases.people_seeing(found.case):
        sees = frozenset([pk for pk in places if sight.sees(pk)] + [None] * sight.whole)
        rows.append(Owner(user, sees, user.pk in near))
    return [each for each in rows if each.sees]


def earlier_forms(found: SeenItem, shown: Screen, data: Any = None) -> list[EarlierForm]:
    """A form for each earlier action point that this person may settle. One that was settled meanwhile by a colleague is
    there too when something was typed for it, so that nothing is lost.
    """
    rows = list(shown.earlier)
    rows += [each for each in shown.settled if data is not None and f"{each.pk.hex}-state" in data]
    forms = [EarlierForm(data, action=each) for each in rows if work.may_settle(found.seen, each)]
    if forms and data is None:
        forms[0].fields["state"].widget.attrs["autofocus"] = True
    return forms


def live_form(seen: Seen, found: SeenItem, data: Any = None) -> LiveForm:
    """The form for what is said, with the tracks in which this person may write."""
    writable = found.seen.writable
    discussed = {track.pk for track in found.tracks}
    tracks = writable if found.whole else [track for track in writable if track.pk in discussed]
    whole = found.whole and found.seen.sight.writes
    form = LiveForm(data, tracks=tracks, whole=whole, people=owners(seen, found), initial={"form": new_secret()})
    if data is None and not screen_of(found).earlier:
        form.fields["note"].widget.attrs["autofocus"] = True
    return form
