"""What people see of cases, asked of the database for many at once. The rule itself is `seeing.sight`; `cases_for` is the same in SQL."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import User
from baken.accounts.roles import CAPABILITIES, Role, capabilities
from baken.coordination import resting
from baken.coordination.models import Case, CaseExclusion, CaseGrant
from baken.coordination.seeing import Given, Sight, Standing, sight

SEE, LEAD, OPEN = "see_cases", "lead_cases", "open_cases"
Cases = QuerySet[Case]
_YES = Value(True, output_field=BooleanField())  # who was let in to nothing sees all of what they lead


def roles_with(capability: str) -> list[str]:
    """The roles that can do this."""
    return [role for role in Role.values if capability in CAPABILITIES[role]]


def grants_on(day: date) -> Q:
    """The grants that give something on that day, as they stand now: for who still works where they worked, on what still holds."""
    return Q(revoked_at=None, since__lte=day, until__gte=day) & _there() & resting.holding(day)


def _there() -> Q:
    """Grants of who still works where they worked when they were let in."""
    return Q(organisation=F("user__organisation")) | Q(organisation=None, user__organisation=None)


def directed_by(user: User, today: date) -> Q:
    """The cases that this person directs today: their own, and those of colleagues they stand in for. Needs the role for it."""
    if not user.may(OPEN):
        return Q(pk__in=())
    mine = Q(director=user.pk) | Q(director__in=people.stood_in_for(user, today).values("pk"))
    return mine & Q(municipality=user.municipality_id)


def _hidden(places: Iterable[UUID]) -> Q:
    """Extra secret cases of these municipalities, while somebody directs them who still can. Otherwise who leads sees them:
    nothing gets lost.
    """
    able = User.objects.filter(municipality__in=places, is_active=True, grants__role__in=roles_with(OPEN))
    return Q(secret=True, director__in=able.values("pk"))


def _hidden_among(cases: Iterable[Case]) -> set[UUID]:
    """Those of these cases that are hidden; asks nothing when none is extra secret."""
    secret = {case.pk: case.municipality_id for case in cases if case.secret}
    if not secret:
        return set()
    return set(Case.objects.filter(_hidden(set(secret.values())), pk__in=secret).values_list("pk", flat=True))


def _directors(user: User, today: date) -> set[UUID]:
    """Whose cases this person directs today: their own, and of colleagues they stand in for. Needs the role for it."""
    return {user.pk, *people.stood_in_for(user, today).values_list("pk", flat=True)} if user.may(OPEN) else set()


def _grants_now(user: User, today: date) -> tuple[QuerySet[CaseGrant], set[UUID]]:
    """What this person is let in to today, not fetched, and of which municipalities. Whether consent is there is only asked when
    something rests on it.
    """
    light = Q(revoked_at=None, since__lte=today, until__gte=today, user=user) & _there()
    found = CaseGrant.objects.filter(light)
    kinds = set(found.values_list("municipality", "ground", "recipient").distinct())
    if any(recipient and ground in resting.grounds() for _, ground, recipient in kinds):
        found = found.filter(resting.holding(today))
    return found, {place for place, _, _ in kinds}


def cases_for(user: User) -> Cases:
    """The cases that this person sees; `seen_whole` says whether all of it. Raises PermissionDenied without a role that works in cases.

    Written in lists that hold for all cases, so that the database asks each case itself nothing and its index has the order.
    """
    if not user.may(SEE):
        raise PermissionDenied
    today = timezone.localdate()
    boss = directed_by(user, today)
    if user.may(LEAD):
        boss |= ~_hidden([user.municipality_id])
    let_in, places = _grants_now(user, today)
    some, whole = Q(pk__in=let_in.values("case")), Q(pk__in=let_in.filter(whole=True).values("case"))
    bosses = user.may(OPEN) or user.may(LEAD)
    here = Q(municipality=user.municipality_id) & (boss | some if places else boss) if bosses else some
    seen = here | some if places - {user.municipality_id} else here
    shut = CaseExclusion.objects.filter(user=user, lifted_at=None)
    all_of = (
        ExpressionWrapper((boss | whole) if bosses else whole, output_field=BooleanField()) if places else _YES
    )
    return Case.objects.annotate(seen_whole=all_of).filter(seen).exclude(pk__in=shut.values("case"))


def directed_cases(user: User, today: date) -> Cases:
    """The cases that this person directs today, all of each; found by who directs. Raises as `cases_for`."""
    if not user.may(SEE):
        raise PermissionDenied
    found = Case.objects.annotate(seen_whole=_YES)
    found = found.filter(director__in=_directors(user, today), municipality=user.municipality_id)
    return found.exclude(pk__in=CaseExclusion.objects.filter(user=user, lifted_at=None).values("case"))


def sights_of(user: User, cases: Iterable[Case]) -> dict[UUID, Sight]:
    """What this person sees of each of these cases now, by id; the same number of questions for one and for many."""
    wanted, today = {case.pk: case for case in cases}, timezone.localdate()
    if not wanted:
        return {}
    hidden = _hidden_among(wanted.values())
    directors = _directors(user, today)
    shut = set(
        CaseExclusion.objects.filter(case__in=wanted, user=user, lifted_at=None).values_list("case", flat=True)
    )
    grants: dict[UUID, list[Given]] = defaultdict(list)
    for grant in _grants_now(user, today)[0].filter(case__in=wanted).prefetch_related("tracks"):
        grants[grant.case_id].append(given(grant))
    active, leads = user.may(SEE), user.may(LEAD)
    return {
        pk: sight(
            Standing(
                active=active, excluded=pk in shut, secret=pk in hidden, grants=tuple(grants[pk]),
                directs=case.municipality_id == user.municipality_id and case.director_id in directors,
                leads=leads and case.municipality_id == user.municipality_id,
            ),
            today,
        )
        for pk, case in wanted.items()
    }  # fmt: skip


def led_by(user: User, cases: Iterable[Case]) -> set[UUID]:
    """Those of these cases of which this person decides who is let in; what `sights_of` says, asked lightly."""
    wanted, today = (
        {case.pk: case for case in cases if case.municipality_id == user.municipality_id},
        timezone.localdate(),
    )
    if not wanted:
        return set()
    hidden, directors = _hidden_among(wanted.values()), _directors(user, today)
    shut = set(
        CaseExclusion.objects.filter(case__in=wanted, user=user, lifted_at=None).values_list("case", flat=True)
    )
    leads = {pk for pk in wanted if user.may(LEAD) and pk not in hidden}
    return (leads | {pk for pk, case in wanted.items() if case.director_id in directors}) - shut


def sight_of(user: User, case: Case) -> Sight:
    """What this person sees of this case now."""
    return sights_of(user, [case])[case.pk]


def people_seeing(case: Case) -> list[tuple[User, Sight]]:
    """Everybody who sees this case or a part of it now, by name, with what they see. Not who only stands in for a colleague."""
    today = timezone.localdate()
    hidden = bool(_hidden_among([case]))
    shut = set(CaseExclusion.objects.filter(case=case, lifted_at=None).values_list("user", flat=True))
    grants: dict[UUID, list[Given]] = defaultdict(list)
    for grant in CaseGrant.objects.filter(grants_on(today), case=case).prefetch_related("tracks"):
        grants[grant.user_id].append(given(grant))
    found = []
    for user in colleagues_for(case):
        here, can = (
            user.municipality_id == case.municipality_id,
            capabilities({each.role for each in user.grants.all()}),
        )
        standing = Standing(
            excluded=user.pk in shut, secret=hidden, leads=here and LEAD in can,
            directs=here and OPEN in can and user.pk == case.director_id, grants=tuple(grants[user.pk]),
        )  # fmt: skip
        if (seen := sight(standing, today)).case:
            found.append((user, seen))
    return found


def colleagues_for(case: Case) -> list[User]:
    """Who can be let in to a case: everybody of the region whose own role works in cases, by name."""
    found = User.objects.filter(
        municipality__region=case.municipality.region_id, is_active=True, grants__role__in=roles_with(SEE)
    )
    found = found.select_related("organisation", "municipality").prefetch_related("grants").distinct()
    return sorted(found, key=lambda each: str(each.name).casefold())


def is_excluded(user: User, case: Case) -> bool:
    """Whether this person may not see this case whatever their role."""
    return CaseExclusion.objects.filter(case=case, user=user, lifted_at=None).exists()


def given(grant: CaseGrant) -> Given:
    """A grant as the pure rule knows it."""
    revoked = timezone.localdate(grant.revoked_at) if grant.revoked_at else None
    tracks = frozenset(str(track.pk) for track in grant.tracks.all())
    return Given(grant.whole, tracks, grant.writes, grant.since, grant.until, revoked)
