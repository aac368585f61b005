"""Reading the work in a case: everything goes by what `coordination` lets somebody see."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import User
from baken.casework.models import ActionPoint, CaseFile, CaseNote, Closure, Decision, Goal, _InTrack
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.coordination.seeing import Sight
from baken.privacy import trace

T = TypeVar("T", bound=_InTrack)


def in_sight(seen: Seen, model: type[T]) -> "QuerySet[T]":
    """The rows of this case that this person sees: with their tracks, or all of them for who sees the whole."""
    found = model._default_manager.filter(case=seen.case).select_related("track")
    return found if seen.sight.whole else found.filter(track__in=seen.sight.track_ids)


def goals_of(seen: Seen) -> list[Goal]:
    """The goals that this person sees, oldest first."""
    return list(in_sight(seen, Goal))


def actions_of(seen: Seen) -> list[ActionPoint]:
    """The action points that this person sees, soonest first."""
    return list(in_sight(seen, ActionPoint).select_related("owner", "goal", "track"))


def decisions_of(seen: Seen) -> list[Decision]:
    """What was decided, newest first."""
    return list(in_sight(seen, Decision).select_related("by", "track").order_by("-at"))


def notes_of(seen: Seen) -> list[CaseNote]:
    """What was noted, newest first."""
    return list(in_sight(seen, CaseNote).select_related("by", "track").order_by("-at"))


def files_of(seen: Seen) -> list[CaseFile]:
    """The files, without their content."""
    return list(in_sight(seen, CaseFile).defer("content"))


def read_file(seen: Seen, pk: UUID) -> CaseFile:
    """One file to fetch, with a trace. What is not theirs does not exist: 404, traced."""
    found = in_sight(seen, CaseFile).filter(pk=pk).first()
    if found is None:
        cases.refuse(seen.user, seen.case.pk)
    here = seen.case.municipality_id
    trace.note("file opened", cases.KIND, seen.case.pk, actor=seen.user.pk, municipality=here, why=found.number)
    return found


def action_of(seen: Seen, pk: UUID) -> ActionPoint:
    """One action point that this person sees, or that is theirs to do. 404 otherwise, traced."""
    found = in_sight(seen, ActionPoint).select_related("owner", "track", "case").filter(pk=pk).first()
    return found or cases.refuse(seen.user, seen.case.pk)


def may_settle(seen: Seen, action: ActionPoint) -> bool:
    """Whether this person may say how it stands: the owner or who stands in for them, and who may write there."""
    return action.owner_id in _mine(seen.user) or seen.sight.may_write(action.track_id)


def _mine(user: User) -> set[UUID]:
    """Whose work is theirs today: their own, and that of colleagues they stand in for."""
    return {user.pk, *people.stood_in_for(user, timezone.localdate()).values_list("pk", flat=True)}


def goal_of(seen: Seen, pk: UUID) -> Goal:
    """One goal that this person sees. 404 otherwise, traced."""
    found = in_sight(seen, Goal).filter(pk=pk).first()
    return found or cases.refuse(seen.user, seen.case.pk)


def closures_of(seen: Seen) -> list[Closure]:
    """How the case ended, each time; for who sees the whole."""
    return list(Closure.objects.filter(case=seen.case).select_related("by")) if seen.sight.whole else []


def my_actions(user: User) -> list[ActionPoint]:
    """The open action points of this person and of whom they stand in for, where they see them now; soonest first."""
    if not user.may(cases.SEE):
        return []
    mine = ActionPoint.objects.filter(owner__in=_mine(user), state=ActionPoint.State.OPEN)
    mine = mine.filter(case__in=cases.cases_for(user).values("pk")).select_related("case", "track", "owner")
    found = list(mine)
    sights = cases.sights_of(user, [action.case for action in found])
    return _read(user, [action for action in found if sights[action.case_id].sees(action.track_id)])


def _read(user: User, actions: list[ActionPoint]) -> list[ActionPoint]:
    """What these say is read on a page that is not of their case: a trace a case."""
    for case in {action.case for action in actions}:
        trace.note("actions seen", cases.KIND, case.pk, actor=user.pk, municipality=case.municipality_id)
    return actions


def owners_for(seen: Seen) -> list[User]:
    """Who can be given an action point: everybody who sees a track in which this person writes, or the whole case."""
    tracks = [track.pk for track in seen.writable]
    return [who for who, sight in cases.people_seeing(seen.case) if sight.whole or any(map(sight.sees, tracks))]


def without_eyes(seen: Seen, actions: list[ActionPoint]) -> set[UUID]:
    """The open ones of these whose owner no longer sees where they stand: they need another owner."""
    eyes = {who.pk: sight for who, sight in cases.people_seeing(seen.case)}
    nothing = Sight()
    return {
        each.pk for each in actions if each.is_open and not eyes.get(each.owner_id, nothing).sees(each.track_id)
    }


def late_with_others(user: User, today: date) -> list[ActionPoint]:
    """What others should have done in the open cases that this person directs, latest first."""
    if not user.may(cases.OPEN):
        return []
    mine = cases.directed_cases(user, today)
    found = ActionPoint.objects.filter(state=ActionPoint.State.OPEN, due_on__lt=today, case__in=mine.values("pk"))
    return _read(user, list(found.exclude(owner__in=_mine(user)).select_related("case", "track", "owner")))
