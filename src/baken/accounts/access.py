"""Reading people: who may see whom, and who receives what."""

import hashlib
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from baken.accounts.models import Ground, Invitation, Municipality, Organisation, PostcodeRange, User
from baken.accounts.roles import CAPABILITIES

SHORTEST_NAME = 2
MOST_FOUND = 10


def municipalities() -> QuerySet[Municipality]:
    """Every municipality of this installation; their names are public."""
    return Municipality.objects.select_related("region")


def municipality_called(slug: str) -> Municipality | None:
    """The municipality of this address, or None. Its name is public."""
    return Municipality.objects.filter(slug=slug).first()


def municipalities_found(typed: str) -> list[Municipality]:
    """The municipalities that somebody may mean by a postcode (its four digits count) or a name, or how it begins."""
    words = typed.strip()
    if words[:4].isascii() and words[:4].isdigit():
        code = int(words[:4])
        return list(municipalities().filter(postcodes__first__lte=code, postcodes__last__gte=code).distinct())
    name = slugify(words)
    if len(name) < SHORTEST_NAME:
        return []
    exact = list(municipalities().filter(slug=name))
    return exact or list(municipalities().filter(slug__startswith=name)[:MOST_FOUND])


def postcodes_for(user: User) -> QuerySet[PostcodeRange]:
    """The postcodes of this administrator's municipality. Raises PermissionDenied without the capability."""
    if not user.may("manage_settings"):
        raise PermissionDenied
    return PostcodeRange.objects.filter(municipality=user.municipality_id)


def only_municipality() -> Municipality | None:
    """The municipality of an installation that has just one; None where there are none or more."""
    first = list(Municipality.objects.all()[:2])
    return first[0] if len(first) == 1 else None


def people_for(user: User) -> QuerySet[User]:
    """The colleagues that `user` manages. Raises PermissionDenied without the capability."""
    if not user.may("manage_people"):
        raise PermissionDenied
    return User.objects.filter(municipality=user.municipality_id).prefetch_related("grants")


def person_for(user: User, pk: UUID) -> User:
    """One colleague; somebody of another municipality does not exist (404)."""
    return get_object_or_404(people_for(user), pk=pk)


def holders_of(capability: str, municipality: Municipality | UUID) -> list[User]:
    """The active people of `municipality` (or its id) whose own role can do this, away or not, with their deputies."""
    roles = [role for role, can in CAPABILITIES.items() if capability in can]
    return list(
        User.objects.filter(municipality=municipality, is_active=True, grants__role__in=roles)
        .select_related("deputy")
        .distinct()
    )


def who_may(capability: str, municipality: Municipality, *, today: date) -> list[User]:
    """The people of `municipality` who can do this today: those present, and deputies of those who are away.

    An away person without a deputy is still listed when nobody else would be.
    """
    return on_duty(holders_of(capability, municipality), today)


def on_duty(holders: list[User], today: date) -> list[User]:
    """Of these people who is there today: those present and deputies, or all of them when nobody would be."""
    present = [user for user in holders if not user.is_away(today)]
    deputies = [user.deputy for user in holders if user.is_away(today) and user.deputy and user.deputy.is_active]
    found = {user.pk: user for user in [*present, *deputies]} or {user.pk: user for user in holders}
    return list(found.values())


def stood_in_for(user: User, today: date) -> QuerySet[User]:
    """The colleagues that are away today and for whom `user` is the deputy."""
    back = Q(away_until=None) | Q(away_until__gte=today)
    return User.objects.filter(
        back, deputy=user.pk, municipality=user.municipality_id, is_active=True, away_from__lte=today
    )


def can_receive(municipality: Municipality) -> bool:
    """Whether a report sent to this municipality will be read by somebody."""
    roles = [role for role, can in CAPABILITIES.items() if "weigh_reports" in can]
    return User.objects.filter(municipality=municipality, is_active=True, grants__role__in=roles).exists()


def invitations_for(user: User, *, today: date) -> QuerySet[Invitation]:
    """Invitations of the municipality that still wait. Raises PermissionDenied without the capability."""
    if not user.may("manage_people"):
        raise PermissionDenied
    return Invitation.objects.filter(
        municipality=user.municipality_id, accepted_on=None, expires_on__gte=today
    ).order_by("invited_on")


def open_invitation(token: str, *, today: date) -> Invitation | None:
    """The invitation of this link while it works; None when it was used, is too old or never was."""
    return (
        Invitation.objects.filter(token_hash=hash_of(token), accepted_on=None, expires_on__gte=today)
        .select_related("municipality")
        .first()
    )


def colleagues_of(user: User) -> QuerySet[User]:
    """Who can stand in for somebody: active people of the same municipality."""
    return User.objects.filter(municipality=user.municipality_id, is_active=True).exclude(pk=user.pk)


def other_municipalities(user: User) -> QuerySet[Municipality]:
    """The other municipalities of the region."""
    return municipalities().filter(region=user.municipality.region_id).exclude(pk=user.municipality_id)


def organisations_of(user: User) -> QuerySet[Organisation]:
    """The partner organisations of the region."""
    return Organisation.objects.filter(region=user.municipality.region_id)


def second_steps_of(user: User) -> set[int]:
    """Which second steps (app, passkeys, recovery codes) somebody has set, by id."""
    return set(Authenticator.objects.filter(user=user.pk).values_list("pk", flat=True))


def hash_of(token: str) -> str:
    """How an invitation is found back: the token itself (256 bits) is never stored."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_on(municipality: UUID, what: str) -> bool:
    """Whether this municipality recorded its ground for `what` (one of `Ground.What`). Off until then."""
    return Ground.objects.filter(municipality=municipality, what=what, ended_at=None).exists()


def grounds_that_hold(what: str) -> QuerySet[Ground]:
    """The grounds for `what` that hold now, of whatever municipality, as a part of a larger question to the database."""
    return Ground.objects.filter(what=what, ended_at=None)


def what_is_on(municipality: UUID) -> set[str]:
    """Everything for which this municipality has a ground."""
    return set(Ground.objects.filter(municipality=municipality, ended_at=None).values_list("what", flat=True))


def grounds_for(user: User) -> list[Ground]:
    """Every ground that was recorded here, the newest first. Raises PermissionDenied without the capability."""
    if not user.may("record_grounds"):
        raise PermissionDenied
    return list(Ground.objects.filter(municipality=user.municipality_id).select_related("recorded_by", "ended_by"))
