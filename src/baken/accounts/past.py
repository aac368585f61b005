"""Remembering which roles somebody held, so that it can be said later who could see a record on a day, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from baken.accounts.models import Municipality, PastGrant, RoleGrant, User
from baken.accounts.roles import CAPABILITIES, Role


def end(grants: QuerySet[RoleGrant]) -> None:
    """Take these roles away, and remember that they were held until today. Call it in a transaction."""
    today = timezone.localdate()
    for grant in grants.select_related("user"):
        _remember(grant, grant.user, since=grant.since, until=grant.user.left_on or today)
    grants.delete()


def resume(user: User) -> None:
    """An account that was closed opens again: its roles count from today, and the time before is remembered."""
    grants = RoleGrant.objects.filter(user=user)
    for grant in grants:
        _remember(grant, user, since=grant.since, until=user.left_on or timezone.localdate())
    grants.update(since=timezone.localdate())


def end_absence(user: User) -> None:
    """Before an absence is changed: remember who stood in, as far as it has begun."""
    today = timezone.localdate()
    if user.deputy is None or user.away_from is None or user.away_from > today:
        return
    for grant in RoleGrant.objects.filter(user=user):
        since = max(grant.since, user.away_from)
        _remember(grant, user.deputy, since=since, until=min(user.away_until or today, today), in_for=user)


def end_standing_in(user: User) -> None:
    """Before this person can no longer stand in: remember for whom they did."""
    for colleague in User.objects.filter(deputy=user).select_related("deputy"):
        end_absence(colleague)


def _remember(grant: RoleGrant, holder: User, *, since: date, until: date, in_for: User | None = None) -> None:
    PastGrant.objects.create(
        user=holder,
        municipality_id=(in_for or holder).municipality_id,
        role=grant.role,
        in_for=in_for,
        since=since,
        until=until,
    )


@dataclass(frozen=True)
class Held:
    """Somebody had a role on a day. `until` is empty when it still holds; `in_for` is whom they stood in for."""

    who: User
    role: str
    since: date
    until: date | None
    in_for: User | None = None

    @property
    def role_name(self) -> str:
        """The role as people say it."""
        return str(Role(self.role).label)


def who_could(capability: str, municipality: Municipality, *, day: date) -> list[Held]:
    """Who of `municipality` could do this on `day`, by the table of roles as it is now. Each role of each person once."""
    roles = [role for role, can in CAPABILITIES.items() if capability in can]
    found = {(held.who.pk, held.role, held.in_for): held for held in _held(roles, municipality, day)}
    return list(found.values())


def _held(roles: list[str], municipality: Municipality, day: date) -> Iterator[Held]:
    here = Q(role__in=roles, since__lte=day)
    gone = PastGrant.objects.filter(here, municipality=municipality, until__gte=day)
    for past in gone.select_related("user", "in_for"):
        yield Held(past.user, past.role, past.since, past.until, past.in_for)
    grants = RoleGrant.objects.filter(here, user__municipality=municipality).select_related("user__deputy")
    for grant in grants.filter(Q(user__is_active=True) | Q(user__left_on__gte=day)):
        yield Held(grant.user, grant.role, grant.since, grant.user.left_on)
    away = Q(user__away_until=None) | Q(user__away_until__gte=day)
    same_place = Q(user__deputy__municipality=F("user__municipality"), user__deputy__is_active=True)
    for grant in grants.filter(away, same_place, user__is_active=True, user__away_from__lte=day):
        user = grant.user
        if user.deputy and user.away_from:
            yield Held(user.deputy, grant.role, max(grant.since, user.away_from), user.away_until, user)
