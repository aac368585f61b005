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


def roles_with(capability: str) -> list[str]:
    """The roles that can do this."""
    return [role for role in Role.values if capability in CAPABILITIES[role]]


def grants_on(day: date) -> Q:
    """The grants that give something on that day, as they stand now: for who still works where they worked, on what still holds."""
    there = Q(organisation=F("user__organisation")) | Q(organisation=None, user__organisation=None)
    return Q(revoked_at=None, since__lte=day, until__gte=day) & there & resting.holding(day)


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


def cases_for(user: User) -> Cases:
    """The cases that this person sees; `seen_whole` says whether all of it. Raises PermissionDenied without a role that works in cases.

    What this person was let in to is asked first, as ids, and what else matters in lists that hold for all cases, so that the
    database asks each case itself nothing and its index has the order.
    """
    if not user.may(SEE):
        raise PermissionDenied
    today = timezone.localdate()
    boss = directed_by(user, today)
    if user.may(LEAD):
        boss |= ~_hidden([user.municipality_id])
    let_in = list(
        CaseGrant.objects.filter(grants_on(today), user=user).values_list("case", "whole", "municipality")
    )
    some = {case for case, _, _ in let_in}
    whole = ExpressionWrapper(
        boss | Q(pk__in={case for case, all_, _ in let_in if all_}), output_field=BooleanField()
    )
    shut = CaseExclusion.objects.filter(user=user, lifted_at=None)
    found = Case.objects.annotate(seen_whole=whole).exclude(pk__in=shut.values("case"))
    return found.filter(_among(user, boss, some, any(place != user.municipality_id for _, _, place in let_in)))


def directed_cases(user: User, today: date) -> Cases:
    """The cases that this person directs today, all of each; found by who directs. Raises as `cases_for`."""
    if not user.may(SEE):
        raise PermissionDenied
    directors = [user.pk, *people.stood_in_for(user, today).values_list("pk", flat=True)] if user.may(OPEN) else []
    found = Case.objects.annotate(seen_whole=Value(True, output_field=BooleanField()))
    found = found.filter(director__in=directors, municipality=user.municipality_id)
    return found.exclude(pk__in=CaseExclusion.objects.filter(user=user, lifted_at=None).values("case"))


def _among(user: User, boss: Q, some: set[UUID], elsewhere: bool) -> Q:
    """Of one's own municipality what one directs or leads, and what one was let in to; written so that its index has the order."""
    if not user.may(OPEN) and not user.may(LEAD):
        return Q(pk__in=some)
    here = Q(municipality=user.municipality_id) & (boss | Q(pk__in=some) if some else boss)
    return here | Q(pk__in=some) if elsewhere else here


def sights_of(user: User, cases: Iterable[Case]) -> dict[UUID, Sight]:
    """What this person sees of each of these cases now, by id; the same number of questions for one and for many."""
    wanted, today = {case.pk: case for case in cases}, timezone.localdate()
    if not wanted:
        return {}
    mine = Case.objects.filter(pk__in=wanted)
    places = {case.municipality_id for case in wanted.values()}
    hidden = set(mine.filter(_hidden(places)).values_list("pk", flat=True))
    directs = set(mine.filter(directed_by(user, today)).values_list("pk", flat=True))
    shut = set(
        CaseExclusion.objects.filter(case__in=wanted, user=user, lifted_at=None).values_list("case", flat=True)
    )
    grants: dict[UUID, list[Given]] = defaultdict(list)
    for grant in CaseGrant.objects.filter(grants_on(today), case__in=wanted, user=user).prefetch_related("tracks"):
        grants[grant.case_id].append(given(grant))
    active, leads = user.may(SEE), user.may(LEAD)
    return {
        pk: sight(
            Standing(
                active=active, excluded=pk in shut, secret=pk in hidden, directs=pk in directs,
                leads=leads and case.municipality_id == user.municipality_id, grants=tuple(grants[pk]),
            ),
            today,
        )
        for pk, case in wanted.items()
    }  # fmt: skip


def sight_of(user: User, case: Case) -> Sight:
    """What this person sees of this case now."""
    return sights_of(user, [case])[case.pk]


def people_seeing(case: Case) -> list[tuple[User, Sight]]:
    """Everybody who sees this case or a part of it now, by name, with what they see. Not who only stands in for a colleague."""
    today = timezone.localdate()
    hidden = Case.objects.filter(_hidden([case.municipality_id]), pk=case.pk).exists()
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
