"""Writing meetings: plan, change, invite, put on the agenda, begin, end. One verb a function, each with its trace.

`seen` is the revision that the person saw on the page. When a colleague was first it raises Changed and nothing is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import mail
from baken.accounts.models import User
from baken.coordination import access as cases
from baken.coordination.models import Case, Track
from baken.coordination.services import Changed, NotPossible
from baken.meetings import access, room
from baken.meetings.models import Meeting, MeetingItem, Participant
from baken.privacy import trace

WAITS = gettext_noop("Er wacht iets op je in Baken")
USUAL_PURPOSE = "case-meeting"
MOST_ITEMS = 40


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A meeting as it is planned. `form` makes that the same form sent twice plans one meeting."""

    form: str
    kind: str
    title: str
    on: date
    begins: time
    place: str
    chair: User


def note(meeting: Meeting, verb: str, *, by: User, why: str = "") -> None:
    """Leave a trace, in the transaction of what happened."""
    trace.note(verb, access.KIND, meeting.pk, actor=by.pk, municipality=meeting.municipality_id, why=why)


def hold(meeting: Meeting, seen: int | None = None) -> Meeting:
    """The meeting as it is now, for nobody else to change in this transaction. Raises Changed."""
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if seen is not None and held.revision != seen:
        raise Changed
    return held


def _save(meeting: Meeting, *fields: str) -> None:
    meeting.revision += 1
    meeting.save(update_fields=[*fields, "revision"])


@transaction.atomic
def plan(planned: Planned, *, by: User, after: Meeting | None = None) -> Meeting:
    """Plan a meeting; who plans it and who chairs it take part. After another one its agenda and people are taken along.

    Raises PermissionError without the capability to open cases.
    """
    if not by.may(cases.OPEN):
        raise PermissionError
    meeting = Meeting(
        municipality=by.municipality, kind=planned.kind, on=planned.on, begins=planned.begins, chair=planned.chair,
        planned_by=by, planned_at=timezone.now(), after=after, form=planned.form, title=planned.title, place=planned.place,
    )  # fmt: skip
    try:
        with transaction.atomic():
            meeting.save(force_insert=True)
    except IntegrityError:
        return Meeting.objects.get(form=planned.form, municipality=by.municipality)
    note(meeting, "planned", by=by)
    people = {by.pk: by, planned.chair.pk: planned.chair}
    if after is not None:
        people |= {
            each.user_id: each.user for each in Participant.objects.filter(meeting=after).select_related("user")
        }
        _take_along(after, meeting, by=by)
    _invite(meeting, people.values())
    return meeting


def _take_along(old: Meeting, new: Meeting, *, by: User) -> None:
    """The cases of the last meeting that are still open and that this person may put on an agenda."""
    rows = MeetingItem.objects.filter(meeting=old, case__closed_on=None, case__in=cases.cases_for(by).values("pk"))
    for item in rows.select_related("case").prefetch_related("tracks"):
        if cases.sight_of(by, item.case).case:
            _add(
                new,
                item.case,
                minutes=item.minutes,
                tracks=item.tracks.all(),
                purpose=item.purpose,
                ground=item.ground,
            )


@transaction.atomic
def change(meeting: Meeting, planned: Planned, *, seen: int, by: User) -> None:
    """Another day, time, place, chair, kind or title; whoever is invited hears that something changed. Raises Changed."""
    held = hold(meeting, seen)
    _still_open(held)
    old = (held.on, held.begins, held.place)
    for name in ("kind", "on", "begins", "chair", "title", "place"):
        setattr(held, name, getattr(planned, name))
    _save(held, "kind", "on", "begins", "chair", "title", "place")
    note(held, "changed", by=by)
    _invite(held, [planned.chair])
    if old != (held.on, held.begins, held.place):
        _tell(held, by, gettext_noop("Een overleg is gewijzigd. Meld je aan in Baken om te zien wat."))


def _still_open(meeting: Meeting) -> None:
    if not meeting.is_open:
        raise NotPossible(_("Dit overleg is voorbij of afgezegd."))


def _tell(meeting: Meeting, by: User, body: str) -> None:
    rows = Participant.objects.filter(meeting=meeting).exclude(user=by).select_related("user")
    mail.tell([each.user for each in rows], subject=WAITS, body=body)


def _invite(meeting: Meeting, people: Iterable[User]) -> list[User]:
    known = set(Participant.objects.filter(meeting=meeting).values_list("user", flat=True))
    new = [each for each in people if each.pk not in known]
    for user in new:
        Participant(meeting=meeting, user=user, invited_at=timezone.now()).save(force_insert=True)
    return new


@transaction.atomic
def invite(meeting: Meeting, people: Sequence[User], *, by: User) -> None:
    """These people take part, and nobody else but the chair and the planner. Who is new gets a mail without content."""
    held = hold(meeting)
    _still_open(held)
    stay = {each.pk for each in people} | {held.chair_id, held.planned_by_id}
    Participant.objects.filter(meeting=held).exclude(user__in=stay).delete()
    new = _invite(held, people)
    note(held, "invited", by=by)
    mail.tell(
        [each for each in new if each.pk != by.pk],
        subject=WAITS,
        body=gettext_noop("Je bent uitgenodigd voor een overleg. Meld je aan in Baken om te zien wanneer."),
    )


@transaction.atomic
def cancel(meeting: Meeting, *, by: User) -> None:
    """It does not take place; whoever is invited hears so. Twice is once."""
    held = hold(meeting)
    if held.state == Meeting.State.CANCELLED:
        return
    if held.state != Meeting.State.PLANNED:
        raise NotPossible(_("Dit overleg is al begonnen."))
    held.state = Meeting.State.CANCELLED
    _save(held, "state")
    note(held, "cancelled", by=by)
    _tell(held, by, gettext_noop("Een overleg gaat niet door. Meld je aan in Baken om te zien welk."))


def _add(
    meeting: Meeting, case: Case, *, minutes: int, tracks: Iterable[Track], purpose: str, ground: str
) -> MeetingItem:
    count = MeetingItem.objects.filter(meeting=meeting).count()
    item = MeetingItem(
        case=case, municipality_id=case.municipality_id, meeting=meeting, order=count, minutes=minutes, purpose=purpose,
        ground=ground,
    )  # fmt: skip
    item.save(force_insert=True)
    item.tracks.set(tracks)
    return item


@transaction.atomic
def add(meeting: Meeting, chosen: Sequence[Case], *, minutes: int, by: User) -> None:
    """Put these cases on the agenda, each so many minutes, last. One that is there already stays as it is."""
    held = hold(meeting)
    _still_open(held)
    there = set(MeetingItem.objects.filter(meeting=held).values_list("case", flat=True))
    if len(there) + len(chosen) > MOST_ITEMS:
        raise NotPossible(_("Zet hooguit %(most)d casussen op één agenda.") % {"most": MOST_ITEMS})
    for case in chosen:
        if case.pk not in there:
            ground = room.usual_ground(case.municipality)
            _add(held, case, minutes=minutes, tracks=(), purpose=USUAL_PURPOSE, ground=ground)
    note(held, "agenda", by=by)


@dataclass(frozen=True, kw_only=True)
class About:
    """How an item is discussed: how long, which tracks (none: the whole case), for what and on which ground."""

    minutes: int
    tracks: tuple[Track, ...]
    purpose: str
    ground: str


@transaction.atomic
def change_item(item: MeetingItem, about: About, *, by: User) -> None:
    """Another time, tracks, purpose or ground. Raises NotPossible once it is discussed.

    While it is open, other tracks, another purpose or ground send it back to its door: who may stay is asked anew.
    """
    held = MeetingItem.objects.select_for_update().get(pk=item.pk)
    if held.state == MeetingItem.State.DONE:
        raise NotPossible(_("Dit is al besproken."))
    if any(track.case_id != held.case_id for track in about.tracks):
        raise NotPossible(_("Kies een spoor van deze casus."))
    old = (held.purpose, held.ground, {track.pk for track in held.tracks.all()})
    if old != (about.purpose, about.ground, {track.pk for track in about.tracks}):
        held.state = MeetingItem.State.PLANNED
    held.minutes, held.purpose, held.ground = about.minutes, about.purpose, about.ground
    held.save(update_fields=["minutes", "purpose", "ground", "state"])
    held.tracks.set(about.tracks)
    note(held.meeting, "agenda", by=by)


@transaction.atomic
def move(item: MeetingItem, *, up: bool, among: Sequence[UUID], by: User) -> None:
    """One place up or down among the items that this person sees. At the end it stays."""
    hold(item.meeting)
    rows = {each.pk: each for each in MeetingItem.objects.select_for_update().filter(meeting=item.meeting)}
    places = [rows[pk] for pk in among if pk in rows]
    at = next((place for place, each in enumerate(places) if each.pk == item.pk), None)
    to = None if at is None else at + (-1 if up else 1)
    if at is None or to is None or not 0 <= to < len(places):
        return
    one, other = places[at], places[to]
    one.order, other.order = other.order, one.order
    for each in (one, other):
        each.save(update_fields=["order"])
    note(item.meeting, "agenda", by=by)


@transaction.atomic
def drop(item: MeetingItem, *, by: User) -> None:
    """Take it off the agenda. Raises NotPossible once it was opened. What was noted stays in the case anyway."""
    held = MeetingItem.objects.select_for_update().filter(pk=item.pk).first()
    if held is None:
        return
    if held.opened_at is not None:
        raise NotPossible(_("Dit is al besproken."))
    meeting = held.meeting
    held.delete()
    note(meeting, "agenda", by=by)


def values(meeting: Meeting) -> dict[str, Any]:
    """What a form about this meeting begins with."""
    names = ("kind", "title", "on", "begins", "place")
    return {name: getattr(meeting, name) for name in names} | {
        "chair": str(meeting.chair_id),
        "seen": meeting.revision,
    }
