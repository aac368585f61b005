"""What of the work in a case can be given to others: goals, action points and decisions of the tracks that were chosen."""

from collections.abc import Collection
from uuid import UUID

from baken.casework import access
from baken.coordination.access import Seen
from baken.ui.templatetags.ui import day


def goals(seen: Seen, tracks: Collection[UUID]) -> list[str]:
    """The goals of the plan."""
    return [goal.text for goal in access.goals_of(seen) if goal.track_id in tracks]


def actions(seen: Seen, tracks: Collection[UUID]) -> list[str]:
    """What was agreed, before when and what came of it; not who does it."""
    found = [each for each in access.actions_of(seen) if each.track_id in tracks]
    return [
        f"{each.text} ({each.get_state_display()}, {day(each.due_on)})"
        + (f"\n{each.result}" if each.result else "")
        for each in found
    ]


def decisions(seen: Seen, tracks: Collection[UUID]) -> list[str]:
    """What was decided, and of which kind."""
    found = [each for each in access.decisions_of(seen) if each.track_id in tracks]
    return [f"{each.get_kind_display()}: {each.text}" for each in found]
