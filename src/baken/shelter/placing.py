"""Giving places: reserve for an hour, place, extend, move, end, refuse; and who waits. One verb a function, each with a trace."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.access import hash_of
from baken.accounts.models import User
from baken.shelter import finding, nights, services
from baken.shelter.access import PLACEMENT, WAITING, note
from baken.shelter.models import HeldNight, Place, Placement, WaitingEntry
from baken.shelter.services import Changed, NotPossible, Taken
from baken.ui.templatetags.ui import day

State = Placement.State


@dataclass(frozen=True, kw_only=True)
class Stay:
    """Who comes (by an alias only), what is needed, when, and why this place. `form` is the secret of the form it came with."""

    alias: str
    because: str
    first: date
    until: date
    form: str
    criteria: dict[str, Any] = field(default_factory=dict)
    waiting: WaitingEntry | None = None
    subject: tuple[str, str] = ("", "")


def _hash(form: str, by: User) -> str:
    return hash_of(f"{by.pk} {form}")


def _left(place: Place, first: date, until: date) -> None:
    """The shelter is locked. Raises Taken when it said that it is full, whatever the register thinks of this one place."""
    why = finding.stand([place.shelter], first, until)[0].taken(place)
    if why:
        raise Taken(_("Deze plek is net aan iemand anders gegeven. Er is niets van jou kwijt.") + f" {why}.")


@transaction.atomic
def reserve(place: Place, stay: Stay, *, by: User) -> Placement:
    """Hold a place for an hour. The same form sent twice does it once. Raises Taken for who is second, NotPossible."""
    shelter, form = services.hold(place.shelter_id), _hash(stay.form, by)
    before = Placement.objects.filter(form_hash=form).first()
    if before is not None:
        return before
    if shelter.retired_on is not None or not place.in_use:
        raise NotPossible(_("Deze plek is niet meer in gebruik."))
    _left(place, stay.first, stay.until)
    now = timezone.now()
    placement = Placement(
        municipality=by.municipality, place=place, made_by=by, made_at=now, first_night=stay.first, until=stay.until,
        reserved_until=now + timedelta(minutes=nights.RESERVED_MINUTES), form_hash=form, alias=stay.alias,
        criteria=stay.criteria, because=stay.because, subject_kind=stay.subject[0], subject_id=stay.subject[1],
    )  # fmt: skip
    placement.save(force_insert=True)
    services.take(place, placement.nights, placement)
    note("reserved", PLACEMENT, placement.pk, by)
    if stay.waiting is not None:
        _found(stay.waiting, placement, by)
    return placement


def _found(waiting: WaitingEntry, placement: Placement, by: User) -> None:
    held = WaitingEntry.objects.select_for_update().get(pk=waiting.pk)
    held.placement = placement
    held.save(update_fields=["placement"])
    note("place found", WAITING, held.pk, by)


def _hold(placement: Placement, seen: int) -> Placement:
    services.hold(placement.place.shelter_id)
    held = Placement.objects.select_for_update().select_related("place__shelter").get(pk=placement.pk)
    if held.revision != seen:
        raise Changed
    held.revision += 1
    return held


def _write(held: Placement, verb: str, by: User, *names: str) -> None:
    held.save(update_fields=["revision", *names])
    note(verb, PLACEMENT, held.pk, by)


def _is(held: Placement, *states: str) -> None:
    if held.state not in states:
        raise NotPossible(_("Dit kan niet meer: deze plaatsing is %(state)s.") % {
            "state": held.get_state_display().lower()})  # fmt: skip


@transaction.atomic
def place(placement: Placement, *, seen: int, by: User) -> None:
    """The person came. A reservation that is over still counts while nobody else took the nights. Raises Changed, NotPossible."""
    held = _hold(placement, seen)
    _is(held, State.RESERVED)
    held.state = State.PLACED
    _write(held, "placed", by, "state")
    for waiting in WaitingEntry.objects.filter(placement=held, ended_on=None):
        stop_waiting(waiting, outcome=WaitingEntry.Outcome.PLACED, text="", by=by)


@transaction.atomic
def extend(placement: Placement, *, until: date, seen: int, by: User) -> None:
    """Longer, up to the new day of leaving. Raises Taken when somebody else has one of those nights, Changed, NotPossible."""
    held = _hold(placement, seen)
    _is(held, State.PLACED, State.RESERVED)
    if until <= held.until:
        raise NotPossible(_("Kies een dag na %(day)s.") % {"day": day(held.until)})
    if (until - held.until).days > nights.MOST_NIGHTS:
        raise NotPossible(_("Kies hooguit %(n)s nachten.") % {"n": nights.MOST_NIGHTS})
    services.take(held.place, nights.nights(held.until, until), held)
    held.until = until
    _write(held, "extended", by, "until")


def _let_go(held: Placement, from_night: date) -> None:
    HeldNight.objects.filter(placement=held, night__gte=from_night).delete()


@transaction.atomic
def move(placement: Placement, to: Place, *, first: date, because: str, seen: int, by: User) -> Placement:
    """From this night in another place, with the same alias and needs. Raises Taken, Changed, NotPossible."""
    for pk in sorted({placement.place.shelter_id, to.shelter_id}):
        services.hold(pk)
    held = _hold(placement, seen)
    _is(held, State.PLACED, State.RESERVED)
    if to.pk == held.place_id or not held.first_night <= first < held.until:
        raise NotPossible(_("Kies een andere plek, en een nacht waarin de persoon er nu is."))
    _left(to, first, held.until)
    new = Placement(
        municipality_id=held.municipality_id, place=to, made_by=by, made_at=timezone.now(), first_night=first,
        until=held.until, state=held.state, reserved_until=held.reserved_until, moved_from=held,
        form_hash=hash_of(f"moved {held.pk}"), alias=held.alias, criteria=held.criteria, because=because,
        subject_kind=held.subject_kind, subject_id=held.subject_id,
    )  # fmt: skip
    _close(held, State.MOVED, first, because)
    new.save(force_insert=True)
    services.take(to, new.nights, new)
    _write(held, "moved", by, "state", "until", "outcome", "ended_on")
    note("moved here", PLACEMENT, new.pk, by)
    WaitingEntry.objects.filter(placement=held).update(placement=new)
    return new


@transaction.atomic
def belong(placement: Placement, kind: str, record: str, *, by: User) -> None:
    """Say for which record of another room this placement is; empty takes it away. Raises Changed."""
    held = _hold(placement, placement.revision)
    held.subject_kind, held.subject_id = kind, record
    _write(held, "linked", by, "subject_kind", "subject_id")


def _close(held: Placement, state: str, until: date, text: str) -> None:
    _let_go(held, until)
    held.state, held.until, held.outcome, held.ended_on = state, until, text, timezone.localdate()


@transaction.atomic
def end(placement: Placement, *, until: date, text: str, seen: int, by: User) -> None:
    """The person left, or leaves on this day: the nights from then on are free. Raises Changed, NotPossible."""
    held = _hold(placement, seen)
    _is(held, State.PLACED, State.RESERVED)
    _close(held, State.ENDED, min(max(until, held.first_night), held.until), text)
    _write(held, "ended", by, "state", "until", "outcome", "ended_on")


@transaction.atomic
def refuse(placement: Placement, *, refusal: str, text: str, seen: int, by: User) -> None:
    """It does not go on, with a reason that can be counted and in words. All nights are free again. Raises Changed, NotPossible."""
    held = _hold(placement, seen)
    _is(held, State.RESERVED)
    _close(held, State.REFUSED, held.first_night, text)
    held.refusal = refusal
    _write(held, "refused here", by, "state", "until", "outcome", "ended_on", "refusal")


@transaction.atomic
def wait(alias: str, *, urgency: str, criteria: dict[str, Any], text: str, by: User) -> WaitingEntry:
    """Put somebody on the waiting list of one's municipality, by an alias, with what is needed."""
    about = {"municipality": by.municipality, "made_by": by, "made_at": timezone.now(), "urgency": urgency}
    entry = WaitingEntry(alias=alias, criteria=criteria, note=text, **about)
    entry.save(force_insert=True)
    note("added", WAITING, entry.pk, by)
    return entry


@transaction.atomic
def weigh(entry: WaitingEntry, *, urgency: str, by: User) -> None:
    """A person says anew how urgent it is."""
    held = WaitingEntry.objects.select_for_update().get(pk=entry.pk)
    held.urgency = urgency
    held.save(update_fields=["urgency"])
    note("urgency changed", WAITING, held.pk, by)


@transaction.atomic
def stop_waiting(entry: WaitingEntry, *, outcome: str, text: str, by: User) -> None:
    """Off the list, with why. Twice is once."""
    held = WaitingEntry.objects.select_for_update().get(pk=entry.pk)
    if held.ended_on is None:
        held.outcome, held.ended_on = outcome, timezone.localdate()
        held.note = text or held.note
        held.save(update_fields=["outcome", "ended_on", "note"])
        note("off the list", WAITING, held.pk, by)
