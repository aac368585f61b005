"""Writing the register: shelters, places, closed nights, how many are free, and the link with which a shelter says so."""

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.access import hash_of
from baken.accounts.models import Organisation, User
from baken.catalogue import load
from baken.privacy import trace
from baken.shelter import finding, nights
from baken.shelter.access import KIND, note
from baken.shelter.models import HeldNight, NightCapacity, Place, PlaceLink, Placement, Shelter
from baken.ui.acting import Changed as Changed
from baken.ui.acting import NotPossible as NotPossible

LINK_HOURS = 24
FORGET_DAYS = 31  # old counts and links are of no use any more
MOST_FREE = 500


class Taken(NotPossible):
    """Somebody else was first: the place is gone in (one of) these nights."""


class LinkClosed(RuntimeError):
    """The link is too old, was withdrawn, or its shelter is out of the register."""


def hold(pk: Any) -> Shelter:
    """The shelter, locked: what is taken, closed or counted there happens one after another."""
    return Shelter.objects.select_for_update().get(pk=pk)


def _seen(held: Shelter | Place, seen: int) -> None:
    if held.revision != seen:
        raise Changed
    held.revision += 1


@transaction.atomic
def add(organisation: Organisation, values: Mapping[str, Any], *, by: User) -> Shelter:
    """Put a shelter in the register. Raises NotPossible for a kind that the content does not know."""
    if values["kind"] not in load().shelters:
        raise NotPossible(_("Kies een soort opvang uit de lijst."))
    shelter = Shelter(municipality=by.municipality, organisation=organisation, **values)
    shelter.save(force_insert=True)
    note("added", KIND, shelter.pk, by)
    return shelter


@transaction.atomic
def change(shelter: Shelter, values: Mapping[str, Any], *, seen: int, by: User) -> None:
    """Change what is known of it; an address that is left empty stays as it is. Raises Changed."""
    held = hold(shelter.pk)
    _seen(held, seen)
    said = dict(values)
    if not said.get("address"):
        said.pop("address", None)
    for name, value in said.items():
        setattr(held, name, value)
    held.save()
    note("changed", KIND, held.pk, by)


@transaction.atomic
def retire(shelter: Shelter, *, back: bool = False, by: User) -> None:
    """Take it out of the register, or put it back. Who is there stays there. Twice is once."""
    held = hold(shelter.pk)
    if (held.retired_on is None) is not back:
        held.retired_on = None if back else timezone.localdate()
        held.save(update_fields=["retired_on"])
        note("back" if back else "retired", KIND, held.pk, by)


@transaction.atomic
def add_place(shelter: Shelter, values: Mapping[str, Any], *, by: User) -> Place:
    """One more place."""
    place = Place(shelter=hold(shelter.pk), **values)
    place.save(force_insert=True)
    note("place added", KIND, shelter.pk, by)
    return place


@transaction.atomic
def change_place(place: Place, values: Mapping[str, Any], *, seen: int, by: User) -> None:
    """Change what is known of a place, or take it out of use. Raises Changed."""
    hold(place.shelter_id)
    held = Place.objects.select_for_update().get(pk=place.pk)
    _seen(held, seen)
    for name, value in values.items():
        setattr(held, name, value)
    held.save()
    note("place changed", KIND, held.shelter_id, by)


def sweep(place: Place, span: list[date]) -> None:
    """Let go of these nights where a reservation that is over still holds them."""
    lapsed = Placement.objects.filter(
        held__place=place, held__night__in=span, state=Placement.State.RESERVED, reserved_until__lte=timezone.now()
    )
    for each in lapsed.distinct():
        each.state, each.ended_on = Placement.State.EXPIRED, timezone.localdate()
        each.save(update_fields=["state", "ended_on"])
        HeldNight.objects.filter(placement=each).delete()
        trace.note("expired", "placement", each.pk, actor=trace.SYSTEM, municipality=each.municipality_id)


def take(place: Place, span: list[date], placement: Placement | None) -> None:
    """Hold these nights. The database decides who is first. Raises Taken for who is second."""
    sweep(place, span)
    now = timezone.now()
    rows = [HeldNight(place=place, night=night, placement=placement, at=now) for night in span]
    try:
        with transaction.atomic():
            HeldNight.objects.bulk_create(rows)
    except IntegrityError:
        raise Taken(_("Deze plek is net aan iemand anders gegeven. Er is niets van jou kwijt.")) from None


@transaction.atomic
def close_nights(place: Place, first: date, until: date, *, by: User) -> None:
    """Nobody can have the place in these nights: it is repaired, or nobody is there. Raises Taken when somebody has it."""
    hold(place.shelter_id)
    span = nights.nights(first, until)
    HeldNight.objects.filter(place=place, night__in=span, placement=None).delete()
    take(place, span, None)
    note("nights closed", KIND, place.shelter_id, by)


@transaction.atomic
def open_nights(place: Place, first: date, until: date, *, by: User) -> None:
    """The place can be had again in these nights; who is there stays."""
    hold(place.shelter_id)
    HeldNight.objects.filter(place=place, night__gte=first, night__lt=until, placement=None).delete()
    note("nights opened", KIND, place.shelter_id, by)


def _count(shelter: Shelter, free: int, by: User | None) -> None:
    night, now = finding.tonight(), timezone.now()
    NightCapacity.objects.filter(shelter=shelter, night__lt=night - timedelta(days=FORGET_DAYS)).delete()
    NightCapacity.objects.update_or_create(
        shelter=shelter, night=night, defaults={"free": free, "at": now, "by": by}
    )
    shelter.confirmed_at = now
    shelter.save(update_fields=["confirmed_at"])
    if by:
        note("confirmed", KIND, shelter.pk, by)
    else:
        trace.note("confirmed", KIND, shelter.pk, actor=trace.ANONYMOUS, municipality=shelter.municipality_id)


@transaction.atomic
def confirm(shelter: Shelter, *, free: int, by: User) -> None:
    """Somebody who signed in says how many places are free tonight."""
    _count(hold(shelter.pk), free, by)


@transaction.atomic
def tap(link: PlaceLink, *, free: int) -> None:
    """The shelter says so through its link. Raises LinkClosed."""
    held = PlaceLink.objects.select_for_update().get(pk=link.pk)
    shelter = hold(held.shelter_id)
    if not held.is_open or shelter.retired_on is not None:
        raise LinkClosed
    _count(shelter, free, None)


@transaction.atomic
def make_link(shelter: Shelter, *, by: User) -> str:
    """A link for LINK_HOURS hours; gives its path. The token is not kept, only its hash."""
    token, now = secrets.token_urlsafe(32), timezone.now()
    PlaceLink.objects.filter(shelter=shelter, expires_at__lt=now - timedelta(days=FORGET_DAYS)).delete()
    about = {"made_by": by, "made_at": now, "expires_at": now + timedelta(hours=LINK_HOURS)}
    PlaceLink(shelter=shelter, token_hash=hash_of(token), **about).save(force_insert=True)
    note("link made", KIND, shelter.pk, by)
    return reverse("shelter_link:tap", args=[token])


@transaction.atomic
def withdraw_link(link: PlaceLink, *, by: User) -> None:
    """Make a link stop working. Twice is once."""
    held = PlaceLink.objects.select_for_update().get(pk=link.pk)
    if held.withdrawn_at is None:
        held.withdrawn_at = timezone.now()
        held.save(update_fields=["withdrawn_at"])
        note("link withdrawn", KIND, held.shelter_id, by)


def see_address(shelter: Shelter, *, why: str, by: User) -> str:
    """The address, for who must know it (`access.with_address`); what it is for stands on the trace."""
    note("address seen", KIND, shelter.pk, by, why)
    return str(shelter.address)
