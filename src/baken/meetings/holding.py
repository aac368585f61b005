"""Holding a meeting: begin, open a case for who may hear it, write what was said, go on, end. In the transaction of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.casework import access as work_access
from baken.casework import services as work
from baken.casework.models import ActionPoint
from baken.coordination.models import Track
from baken.coordination.services import NotPossible, event
from baken.meetings import room
from baken.meetings.access import SeenItem
from baken.meetings.models import ItemPresence, Meeting, MeetingItem, Participant
from baken.meetings.services import hold, note

FORMS_KEPT = 200


@transaction.atomic
def begin(meeting: Meeting, present: Sequence[User], *, by: User) -> None:
    """It begins, with who is there. Again while it runs: somebody came in or left. Raises NotPossible when it is over."""
    held = hold(meeting)
    if not held.is_open:
        raise NotPossible(_("Dit overleg is voorbij of afgezegd."))
    here = {each.pk for each in present}
    for each in Participant.objects.select_for_update().filter(meeting=held):
        each.present = each.user_id in here
        each.save(update_fields=["present"])
    first = held.state == Meeting.State.PLANNED
    if first:
        held.state, held.began_at = Meeting.State.RUNNING, timezone.now()
        held.revision += 1
        held.save(update_fields=["state", "began_at", "revision"])
    note(held, "began" if first else "presence", by=by)


@transaction.atomic
def open_item(found: SeenItem, people: Sequence[User], *, by: User) -> None:
    """Open a case with these people in the room; the one that was open is closed. Again: somebody came in or left.

    Raises NotPossible when the meeting does not run, when one of them does not see what is discussed, or when the ground
    does not allow it.
    """
    meeting = hold(found.item.meeting)
    if meeting.state != Meeting.State.RUNNING:
        raise NotPossible(_("Begin eerst het overleg."))
    if not found.full:
        raise NotPossible(_("Jij ziet niet alles wat hier besproken wordt. Wijzig het agendapunt, of laat een collega voorzitten."))  # fmt: skip
    here = set(Participant.objects.filter(meeting=meeting, present=True).values_list("user", flat=True))
    inside = [each for each in people if each.pk in here]
    if leaves := room.must_leave(found.item, inside):
        raise NotPossible(" ".join(each.words for each in leaves))
    if not (verdict := room.may_discuss(found.item, inside)).allowed:
        raise NotPossible(" ".join(verdict.reasons))
    _close_open(meeting, but=found.item)
    item = MeetingItem.objects.select_for_update().get(pk=found.item.pk)
    if item.state != MeetingItem.State.OPEN:
        item.state, item.opened_at, item.closed_at = MeetingItem.State.OPEN, timezone.now(), None
        item.save(update_fields=["state", "opened_at", "closed_at"])
        event(found.case, "discussed", by=by, new=meeting.number)
    else:
        note(meeting, "presence", by=by)
    _in_the_room(item, inside)


def _in_the_room(item: MeetingItem, people: Sequence[User]) -> None:
    """Whoever was in the room at some moment stays written down."""
    known = set(ItemPresence.objects.filter(item=item).values_list("user", flat=True))
    for user in people:
        if user.pk not in known:
            about = {"case_id": item.case_id, "municipality_id": item.municipality_id}
            ItemPresence(item=item, user=user, at=timezone.now(), **about).save(force_insert=True)


def _close_open(meeting: Meeting, *, but: MeetingItem | None = None) -> None:
    rows = MeetingItem.objects.select_for_update().filter(meeting=meeting, state=MeetingItem.State.OPEN)
    for item in rows.exclude(pk=but.pk) if but else rows:
        item.state, item.closed_at = MeetingItem.State.DONE, timezone.now()
        item.save(update_fields=["state", "closed_at"])


@dataclass(frozen=True, kw_only=True)
class Settled:
    """How an earlier action point stands now."""

    action: ActionPoint
    state: str
    result: str
    seen: int


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """A new action point."""

    text: str
    owner: User
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Said:
    """All that was typed for a case at once. `form` makes that the same form sent twice is written once."""

    form: str
    track: Track | None
    aim: str
    settled: tuple[Settled, ...] = ()
    note: str = ""
    kind: str = ""
    decision: str = ""
    agreed: tuple[Agreed, ...] = ()

    @property
    def adds(self) -> bool:
        """Whether something new is said, beside how earlier action points stand."""
        return bool(self.note or self.decision or self.agreed)


@transaction.atomic
def write(found: SeenItem, said: Said, *, by: User) -> None:
    """Write it in the case, all or nothing. Raises Changed when a colleague settled an action point meanwhile, NotPossible
    for what `by` may not write, for an owner who does not see the track, and when the case is not open in a running meeting.
    """
    item = MeetingItem.objects.select_for_update().select_related("meeting").get(pk=found.item.pk)
    if said.form in item.forms:
        return
    if item.meeting.state != Meeting.State.RUNNING or item.state == MeetingItem.State.PLANNED:
        raise NotPossible(_("Deze casus is nog niet geopend, of het overleg is voorbij."))
    _settle(found, item, said.settled, by)
    if said.adds:
        _add(found, item, said, by)
    item.forms = [*item.forms, said.form][-FORMS_KEPT:]
    item.save(update_fields=["forms"])


def _settle(found: SeenItem, item: MeetingItem, settled: Sequence[Settled], by: User) -> None:
    for each in settled:
        if not work_access.may_settle(found.seen, each.action):
            raise NotPossible(_("Dit actiepunt is niet van jou."))
        work.settle(each.action, state=each.state, result=each.result, seen=each.seen, by=by)
        item.settled.add(each.action)


def _add(found: SeenItem, item: MeetingItem, said: Said, by: User) -> None:
    if not found.seen.sight.may_write(said.track.pk if said.track else None):
        raise NotPossible(_("Hier mag je niet schrijven. Kies een ander spoor."))
    where: dict[str, Any] = {"track": said.track, "meeting": item.meeting_id}
    if said.note:
        work.note(found.case, text=said.note, by=by, **where)
    if said.decision:
        work.decide(found.case, kind=said.kind, text=said.decision, by=by, **where)
    for each in said.agreed:
        wanted = work.Wanted(text=each.text, aim=said.aim, owner=each.owner, due_on=each.due_on, **where)
        work.agree(found.case, wanted, by=by)


@transaction.atomic
def close_item(item: MeetingItem, *, by: User) -> None:
    """This case is discussed. Twice is once."""
    held = MeetingItem.objects.select_for_update().get(pk=item.pk)
    if held.state == MeetingItem.State.OPEN:
        held.state, held.closed_at = MeetingItem.State.DONE, timezone.now()
        held.save(update_fields=["state", "closed_at"])
        note(held.meeting, "discussed", by=by)


@transaction.atomic
def end(meeting: Meeting, *, by: User) -> None:
    """The meeting is over. Twice is once; raises NotPossible when it never began."""
    held = hold(meeting)
    if held.state == Meeting.State.ENDED:
        return
    if held.state != Meeting.State.RUNNING:
        raise NotPossible(_("Dit overleg is niet begonnen."))
    _close_open(held)
    held.state, held.ended_at = Meeting.State.ENDED, timezone.now()
    held.revision += 1
    held.save(update_fields=["state", "ended_at", "revision"])
    note(held, "ended", by=by)
