"""Reading the register: the care coordinators of a region all of it, a shelter worker what is of their own organisation.

A placement is read by the coordinators of its municipality, and by the shelter for as long as it lasts. What is not theirs is 404.
"""

from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from baken.accounts.access import hash_of
from baken.accounts.models import Organisation, User
from baken.partners.access import organisations_for
from baken.privacy import trace
from baken.shelter.models import Place, PlaceLink, Placement, Shelter, WaitingEntry

READ, KEEP, PLACE = "read_shelters", "keep_shelters", "place_people"
KIND, PLACEMENT, WAITING = "shelter", "placement", "waiting"
State = Placement.State
Shelters = QuerySet[Shelter]
Placements = QuerySet[Placement]


def must(user: User, capability: str) -> None:
    """Raises PermissionDenied without the capability."""
    if not user.may(capability):
        raise PermissionDenied


def refuse(user: User, kind: str, pk: object) -> NoReturn:
    """What is not theirs does not exist: 404, with a trace. Raises Http404."""
    trace.refuse(kind, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def note(verb: str, kind: str, pk: object, user: User, why: str = "") -> None:
    """A line on the trace of what this person read or did."""
    trace.note(verb, kind, pk, actor=user.pk, municipality=user.municipality_id, why=why)


def all_for(user: User) -> Shelters:
    """Every shelter that this person may know of, also what was taken out."""
    must(user, READ)
    found = Shelter.objects.filter(organisation__region=user.municipality.region_id)
    if not user.may(PLACE):
        found = found.filter(organisation=user.organisation_id) if user.organisation_id else found.none()
    return found.select_related("organisation__partner")


def shelters_for(user: User) -> Shelters:
    """What is in use."""
    return all_for(user).filter(retired_on=None)


def shelter_for(user: User, pk: UUID) -> Shelter:
    """One shelter. Any other does not exist: 404, traced."""
    return all_for(user).filter(pk=pk).first() or refuse(user, KIND, pk)


def read_shelter(user: User, pk: UUID) -> Shelter:
    """The same for its page, with a trace."""
    found = shelter_for(user, pk)
    note("seen", KIND, pk, user)
    return found


def organisations(user: User) -> QuerySet[Organisation]:
    """For whose shelters this person keeps the register: a coordinator of the region, a worker of their own organisation."""
    must(user, KEEP)
    found = organisations_for(user)
    return found if user.may(PLACE) else found.filter(user=user.pk)


def place_for(user: User, pk: UUID) -> Place:
    """One place of a shelter this person may know of. Any other does not exist: 404, traced."""
    mine = Place.objects.filter(shelter__in=all_for(user), pk=pk)
    return mine.select_related("shelter__organisation__partner").first() or refuse(user, KIND, pk)


def to_reserve(user: User, pk: UUID) -> Place:
    """One place to give to somebody. Raises PermissionDenied for who places nobody."""
    must(user, PLACE)
    found = place_for(user, pk)
    return found if found.in_use and found.shelter.retired_on is None else refuse(user, KIND, pk)


def links_of(shelter: Shelter) -> list[PlaceLink]:
    """The links that were made for it, newest first."""
    return list(PlaceLink.objects.filter(shelter=shelter).select_related("made_by")[:5])


def link_of(user: User, pk: UUID, link_pk: UUID) -> PlaceLink:
    """One link of this shelter. Any other does not exist: 404, traced."""
    return PlaceLink.objects.filter(shelter=shelter_for(user, pk), pk=link_pk).first() or refuse(user, KIND, pk)


def open_link(token: str) -> PlaceLink | None:
    """The link of this token while it works; None for one that expired, was withdrawn or never was."""
    found = PlaceLink.objects.filter(token_hash=hash_of(token)).select_related("shelter").first()
    return found if found is not None and found.is_open and found.shelter.retired_on is None else None


def _open() -> Q:
    return Q(state=State.PLACED) | Q(state=State.RESERVED, reserved_until__gt=timezone.now())


def placements_for(user: User) -> Placements:
    """Of one's own municipality, for who places people; and what runs now in the shelters of one's own organisation."""
    must(user, READ)
    mine = Q(municipality=user.municipality_id) if user.may(PLACE) else Q(pk=None)
    if user.organisation_id:
        mine |= Q(place__shelter__organisation=user.organisation_id) & _open()
    return Placement.objects.filter(mine).select_related("place__shelter__organisation__partner", "made_by")


def running(user: User) -> Placements:
    """What holds a place now, the reservations that end first on top."""
    return placements_for(user).filter(_open()).order_by("reserved_until", "until")


def read_placement(user: User, pk: UUID) -> Placement:
    """One placement, with a trace. Any other does not exist: 404, traced."""
    found = placements_for(user).filter(pk=pk).first() or refuse(user, PLACEMENT, pk)
    note("seen", PLACEMENT, pk, user)
    return found


def to_move(user: User, pk: UUID) -> Placement:
    """One placement to give more nights or another place. Raises PermissionDenied for who places nobody."""
    must(user, PLACE)
    return read_placement(user, pk)


def sees_address(user: User, shelter: Shelter) -> bool:
    """Who must know where it is: who works there, and who has somebody there or on the way."""
    if user.organisation_id == shelter.organisation_id:
        return True
    return running(user).filter(place__shelter=shelter, municipality=user.municipality_id).exists()


def with_address(user: User, pk: UUID) -> Shelter:
    """One shelter whose address this person may see. Otherwise it does not exist: 404, traced."""
    found = shelter_for(user, pk)
    return found if sees_address(user, found) else refuse(user, KIND, pk)


def waiting_for(user: User) -> QuerySet[WaitingEntry]:
    """Who waits, of one's own municipality: the urgency that a person gave, then who waits longest. No other order."""
    must(user, PLACE)
    return WaitingEntry.objects.filter(municipality=user.municipality_id, ended_on=None).select_related("made_by")


def waiting_of(user: User, pk: UUID) -> WaitingEntry:
    """One who waits. Any other does not exist: 404, traced."""
    return waiting_for(user).filter(pk=pk).first() or refuse(user, WAITING, pk)


def how_many_wait(user: User) -> int:
    """How many wait in the region: a number and no more."""
    return WaitingEntry.objects.filter(municipality__region=user.municipality.region_id, ended_on=None).count()
