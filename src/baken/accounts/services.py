"""Changing people and municipalities: one verb a function, atomic, with a trace of who did it."""

import secrets
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from baken.accounts import past
from baken.accounts.access import hash_of
from baken.accounts.models import (
    Ground,
    Invitation,
    Municipality,
    Organisation,
    PostcodeRange,
    Region,
    RoleGrant,
    User,
)
from baken.accounts.roles import Role
from baken.privacy import trace
from baken.ui.acting import NotPossible as NotPossible

INVITATION_DAYS = 7


def _note(verb: str, kind: str, record: object, by: User | None, municipality: Municipality) -> None:
    actor = by.pk if by else trace.SYSTEM
    trace.note(verb, kind, record, actor=actor, municipality=municipality.pk)


@transaction.atomic
def begin(*, region: str, municipality: str, email: str, name: str) -> str:
    """Make a municipality and invite its first administrator; gives the path of the one-time link.

    Raises NotPossible when the municipality or the account is there already.
    """
    if Municipality.objects.filter(slug=slugify(municipality)).exists():
        raise NotPossible(_("de gemeente %(name)s bestaat al") % {"name": municipality})
    home, _created = Region.objects.get_or_create(name=region)
    place = Municipality.objects.create(region=home, name=municipality, slug=slugify(municipality))
    _note("created", "municipality", place.pk, None, place)
    return invite(place, email=email, name=name, roles=[Role.ADMINISTRATOR], by=None)


@transaction.atomic
def invite(municipality: Municipality, *, email: str, name: str, roles: Iterable[str], by: User | None) -> str:
    """Invite somebody; gives the path of the link that works once, for INVITATION_DAYS days.

    Raises NotPossible when somebody with that address is here already, or when no role is given.
    """
    roles = sorted(set(roles))
    if not roles:
        raise NotPossible(_("Kies ten minste één rol."))
    if User.objects.filter(email__iexact=email).exists():
        raise NotPossible(_("Er is al een account met dit e-mailadres."))
    token, today = secrets.token_urlsafe(32), timezone.localdate()
    Invitation.objects.filter(email__iexact=email, accepted_on=None).delete()
    invitation = Invitation.objects.create(
        municipality=municipality,
        email=email.lower(),
        name=name,
        roles=roles,
        token_hash=hash_of(token),
        invited_by=by,
        invited_on=today,
        expires_on=today + timedelta(days=INVITATION_DAYS),
    )
    _note("invited", "invitation", invitation.pk, by, municipality)
    return reverse("accounts_join:join", args=[token])


@transaction.atomic
def accept(invitation: Invitation, *, password: str, today: date) -> User:
    """Make the account that an invitation promises. The link works once. Raises NotPossible when it no longer does."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_on or invitation.expires_on < today:
        raise NotPossible(_("Deze link werkt niet meer. Vraag je beheerder om een nieuwe."))
    user = User(email=invitation.email, name=invitation.name, municipality=invitation.municipality)
    user.set_password(password)
    user.save()
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in invitation.roles)
    invitation.accepted_on = today
    invitation.save(update_fields=["accepted_on"])
    _note("joined", "user", user.pk, user, user.municipality)
    return user


@transaction.atomic
def set_roles(user: User, *, roles: Iterable[str], by: User) -> None:
    """Give exactly these roles. Raises NotPossible for none, or when nobody would be left to manage people."""
    wanted = set(roles)
    if not wanted:
        raise NotPossible(_("Kies ten minste één rol."))
    if Role.ADMINISTRATOR not in wanted:
        _someone_else_manages(user)
    past.end(RoleGrant.objects.filter(user=user).exclude(role__in=wanted))
    for role in wanted:
        RoleGrant.objects.get_or_create(user=user, role=role)
    _end_sessions(user)
    _note("roles changed", "user", user.pk, by, user.municipality)


@transaction.atomic
def deactivate(user: User, *, by: User) -> None:
    """Close somebody's account: they are signed out everywhere. Raises NotPossible for the last administrator."""
    _someone_else_manages(user)
    past.end_standing_in(user)
    user.is_active, user.left_on = False, timezone.localdate()
    user.save(update_fields=["is_active", "left_on"])
    _end_sessions(user)
    _note("deactivated", "user", user.pk, by, user.municipality)


@transaction.atomic
def reactivate(user: User, *, by: User) -> None:
    """Open a closed account again, with the roles it had."""
    past.resume(user)
    user.is_active, user.left_on = True, None
    user.save(update_fields=["is_active", "left_on"])
    _note("reactivated", "user", user.pk, by, user.municipality)


@transaction.atomic
def move(user: User, *, municipality: Municipality, by: User) -> None:
    """Move somebody to another municipality of the region: roles and deputies stay behind, the account goes along."""
    if municipality.region_id != user.municipality.region_id:
        raise NotPossible(_("Verplaatsen kan alleen binnen de regio."))
    _someone_else_manages(user)
    left = user.municipality
    past.end(RoleGrant.objects.filter(user=user))
    past.end_absence(user)
    past.end_standing_in(user)
    user.municipality, user.deputy = municipality, None
    user.save(update_fields=["municipality", "deputy"])
    User.objects.filter(deputy=user).update(deputy=None)
    RoleGrant.objects.create(user=user, role=Role.CLERK)
    _end_sessions(user)
    _note("moved away", "user", user.pk, by, left)
    _note("moved in", "user", user.pk, by, municipality)


@transaction.atomic
def set_absence(
    user: User, *, deputy: User | None, away_from: date | None, away_until: date | None, by: User
) -> None:
    """Say who stands in, and from when until when. Raises NotPossible when the deputy cannot."""
    if deputy is not None and (
        deputy == user or not deputy.is_active or deputy.municipality_id != user.municipality_id
    ):
        raise NotPossible(_("Kies een collega van je eigen gemeente met een open account."))
    if away_from and away_until and away_until < away_from:
        raise NotPossible(_("De laatste dag ligt voor de eerste dag."))
    past.end_absence(user)
    user.deputy, user.away_from, user.away_until = deputy, away_from, away_until
    user.save(update_fields=["deputy", "away_from", "away_until"])
    _note("absence set", "user", user.pk, by, user.municipality)


@transaction.atomic
def set_organisation(user: User, *, organisation: Organisation | None, by: User) -> None:
    """For which partner somebody works; None: for the municipality. What they were let in to for another one stops."""
    if organisation is not None and organisation.region_id != user.municipality.region_id:
        raise NotPossible(_("Kies een partner van je eigen regio."))
    user.organisation = organisation
    user.save(update_fields=["organisation"])
    _note("organisation set", "user", user.pk, by, user.municipality)


@transaction.atomic
def set_language(user: User, *, language: str) -> None:
    """The language of somebody's own desk."""
    user.language = language
    user.save(update_fields=["language"])
    _note("desk set", "user", user.pk, user, user.municipality)


@transaction.atomic
def set_shortcuts(user: User, *, on: bool) -> None:
    """Whether single keys do something on somebody's own desk."""
    user.shortcuts = on
    user.save(update_fields=["shortcuts"])
    _note("desk set", "user", user.pk, user, user.municipality)


def password_changed(user: User) -> None:
    """That somebody chose another password stands on the trace."""
    _note("password changed", "user", user.pk, user, user.municipality)


def signed_in(user: User) -> None:
    """That somebody signed in stands on the trace."""
    _note("signed in", "user", user.pk, user, user.municipality)


@transaction.atomic
def second_step_changed(user: User) -> None:
    """Somebody set, changed or took away their own second step: their sessions end, and it is on the trace."""
    _end_sessions(user)
    _note("second step changed", "user", user.pk, user, user.municipality)


@transaction.atomic
def set_postcodes(municipality: Municipality, *, ranges: Iterable[tuple[int, int]], by: User) -> None:
    """Record exactly these postcodes (first to last, four digits) as those of the municipality."""
    PostcodeRange.objects.filter(municipality=municipality).delete()
    PostcodeRange.objects.bulk_create(
        PostcodeRange(municipality=municipality, first=first, last=last) for first, last in sorted(set(ranges))
    )
    _note("postcodes set", "municipality", municipality.pk, by, municipality)


def _someone_else_manages(user: User) -> None:
    """Raises NotPossible when this is the only active administrator of the municipality."""
    managing = RoleGrant.objects.filter(
        role=Role.ADMINISTRATOR, user__is_active=True, user__municipality=user.municipality
    )
    if managing.filter(user=user).exists() and not managing.exclude(user=user).exists():
        raise NotPossible(_("Dit is de enige beheerder. Wijs eerst een andere aan."))


def _end_sessions(user: User) -> None:
    """Sign somebody out everywhere: their sessions no longer match (Django compares the password hash with its salt)."""
    user.session_salt = secrets.token_hex(8)
    user.save(update_fields=["session_salt"])


def record_ground(
    municipality: Municipality, what: str, *, legal_ground: str, dpia: str, decided_on: date, by: User | None
) -> Ground:
    """Switch on what a municipality has a ground for. Raises NotPossible when it is on already."""
    ground = Ground(
        municipality=municipality,
        what=what,
        legal_ground=legal_ground,
        dpia=dpia,
        decided_on=decided_on,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    try:
        with transaction.atomic():
            ground.save(force_insert=True)
            _note(f"switched on {what}", "ground", ground.pk, by, municipality)
    except IntegrityError:
        raise NotPossible(_("Dit staat al aan. Bekijk eerst wat een collega heeft vastgelegd.")) from None
    return ground


@transaction.atomic
def end_ground(ground: Ground, *, by: User) -> None:
    """Switch it off. Raises NotPossible when it is off already."""
    ground = Ground.objects.select_for_update().get(pk=ground.pk)
    if ground.ended_at is not None:
        raise NotPossible(_("Dit staat al uit."))
    ground.ended_by, ground.ended_at = by, timezone.now()
    ground.save(update_fields=["ended_by", "ended_at"])
    _note(f"switched off {ground.what}", "ground", ground.pk, by, ground.municipality)
