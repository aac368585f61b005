"""Writing the work in a case: goals, action points, decisions, notes, files, closing. One verb a function, with event and trace."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import mail
from baken.accounts.models import User
from baken.admission import letting
from baken.casework.models import ActionPoint, CaseNote, Closure, Decision, Goal
from baken.coordination import access as cases
from baken.coordination import services as case_services
from baken.coordination.models import Case, Track
from baken.coordination.phases import Phase
from baken.coordination.services import Changed, NotPossible, event, hold, hold_open


def _where(case: Case, track: Track | None, by: User) -> dict[str, Any]:
    hold_open(case)
    if track is not None and track.case_id != case.pk:
        raise NotPossible(_("Kies een spoor van deze casus."))
    return {"case": case, "municipality_id": case.municipality_id, "track": track, "by": by, "at": timezone.now()}


@transaction.atomic
def set_goal(case: Case, *, track: Track | None, aim: str, text: str, by: User) -> Goal:
    """Add a goal to the plan."""
    goal = Goal(aim=aim, text=text, **_where(case, track, by))
    goal.save(force_insert=True)
    event(case, "goal set", by=by, track=track)
    return goal


@transaction.atomic
def reach_goal(goal: Goal, *, reached: bool = True, by: User) -> None:
    """This goal is reached, or after all not yet. Twice is once."""
    hold_open(goal.case)
    if Goal.objects.filter(pk=goal.pk, reached_on__isnull=reached).update(
        reached_on=timezone.localdate() if reached else None
    ):
        event(goal.case, "goal reached" if reached else "goal open", by=by, track=goal.track)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """An action point as it is agreed."""

    text: str
    aim: str
    owner: User
    due_on: date
    track: Track | None = None
    goal: Goal | None = None
    step: str = ""
    barrier: str = ""
    instrument: str = ""
    meeting: UUID | None = field(default=None)


@transaction.atomic
def agree(case: Case, wanted: Wanted, *, by: User) -> ActionPoint:
    """Agree on an action point. Raises NotPossible when the owner does not see the track it is in."""
    hold_open(case)
    seen = cases.sight_of(wanted.owner, case)
    if not seen.sees(wanted.track.pk if wanted.track else None):
        raise NotPossible(_("Deze persoon ziet dit spoor niet. Laat die eerst toe, of kies iemand anders."))
    action = ActionPoint(
        text=wanted.text, aim=wanted.aim, owner=wanted.owner, due_on=wanted.due_on, goal=wanted.goal, step=wanted.step,
        barrier=wanted.barrier, instrument=wanted.instrument, meeting=wanted.meeting, new=wanted.owner != by,
        **_where(case, wanted.track, by),
    )  # fmt: skip
    action.save(force_insert=True)
    event(case, "action agreed", by=by, track=wanted.track, about=wanted.owner, new=wanted.due_on.isoformat())
    _tell(wanted.owner, by)
    return action


def _tell(owner: User, by: User) -> None:
    if owner != by:
        mail.tell(
            [owner],
            subject=gettext_noop("Er wacht werk in Baken"),
            body=gettext_noop("Er staat een actiepunt voor je klaar. Meld je aan in Baken om te zien welk."),
        )


def _hold(action: ActionPoint, seen: int) -> ActionPoint:
    held = ActionPoint.objects.select_for_update().select_related("case", "track").get(pk=action.pk)
    if held.revision != seen:
        raise Changed
    held.revision += 1
    return held


@transaction.atomic
def settle(action: ActionPoint, *, state: str, result: str, seen: int, by: User) -> None:
    """Say how an action point stands: done or dropped with what came of it, or open again. Raises Changed."""
    held = _hold(action, seen)
    held.state, held.result = state, result
    held.settled_on = None if state == ActionPoint.State.OPEN else timezone.localdate()
    held.save(update_fields=["state", "result", "settled_on", "revision"])
    event(held.case, f"action {state}", by=by, track=held.track)


@transaction.atomic
def change(action: ActionPoint, *, owner: User, due_on: date, text: str, seen: int, by: User) -> None:
    """Give an action point another owner, day or words. Raises Changed, and NotPossible as in `agree`."""
    held = _hold(action, seen)
    if not cases.sight_of(owner, held.case).sees(held.track_id):
        raise NotPossible(_("Deze persoon ziet dit spoor niet. Laat die eerst toe, of kies iemand anders."))
    if owner.pk != held.owner_id:
        held.new = owner != by
        _tell(owner, by)
    held.owner, held.due_on, held.text = owner, due_on, text
    held.save(update_fields=["owner", "due_on", "text", "new", "revision"])
    event(held.case, "action changed", by=by, track=held.track, about=owner)


def opened(action: ActionPoint, *, by: User) -> None:
    """The owner saw it: it is no longer new."""
    if action.new and action.owner_id == by.pk:
        ActionPoint.objects.filter(pk=action.pk).update(new=False)


@transaction.atomic
def decide(
    case: Case, *, kind: str, text: str, track: Track | None = None, meeting: UUID | None = None, by: User
) -> Decision:
    """Write down a decision."""
    decision = Decision(kind=kind, text=text, meeting=meeting, **_where(case, track, by))
    decision.save(force_insert=True)
    event(case, "decided", by=by, track=track, new=kind)
    return decision


@transaction.atomic
def note(case: Case, *, text: str, track: Track | None = None, meeting: UUID | None = None, by: User) -> CaseNote:
    """Note something."""
    noted = CaseNote(text=text, meeting=meeting, **_where(case, track, by))
    noted.save(force_insert=True)
    event(case, "noted", by=by, track=track)
    return noted


@transaction.atomic
def close(case: Case, *, outcome: str, reason: str, lesson: str, learners: list[str], seen: int, by: User) -> None:
    """Close a case with its outcome and what was learned. Raises Changed, and NotPossible with open action points."""
    hold(case)
    if ActionPoint.objects.filter(case=case, state=ActionPoint.State.OPEN).exists():
        raise NotPossible(_("Er staan nog actiepunten open. Rond die af of laat ze vervallen."))
    case_services.move(case, Phase.CLOSED, reason=reason, seen=seen, by=by)
    Case.objects.filter(pk=case.pk).update(outcome=outcome)
    known = {"case": case, "municipality_id": case.municipality_id, "by": by, "at": timezone.now()}
    letting.end_all(case, by=by)
    Closure(outcome=outcome, lesson=lesson, learners=learners, **known).save(force_insert=True)
