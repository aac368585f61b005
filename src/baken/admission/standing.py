"""Who could see a case on a day, and why: from what was recorded, by the same pure rule as the pages themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from baken.accounts import past
from baken.accounts.models import User
from baken.coordination import access
from baken.coordination.models import Case, CaseEvent, CaseExclusion, CaseGrant, CaseReport
from baken.coordination.seeing import Why
from baken.signals.models import Report


@dataclass(frozen=True)
class Could:
    """Somebody who could see the case on that day. `grant` is what let them in; empty when it was their role."""

    who: User
    why: Why
    grant: CaseGrant | None = None


def who_could(case: Case, day: date) -> list[Could]:
    """Everybody who could see this case, or a part of it, at some moment of that day. Nobody before it was opened.

    Roles are reckoned with the table of now; a secret case and its director go by what the case itself recorded.
    """
    if day < case.opened_on or day > timezone.localdate():
        return []
    shut_out = _excluded_whole_day(case, day)
    found = [each for each in [*_by_role(case, day), *_by_grant(case, day)] if each.who.pk not in shut_out]
    return sorted(found, key=lambda each: str(each.who.name).casefold())


def who_could_read(report: Report, day: date) -> list[tuple[Case, Could]]:
    """Everybody who could read this report through a case on that day: colleagues who saw the whole of a case in which it was.

    For whom somebody works is reckoned as it is now.
    """
    rows = CaseReport.objects.filter(report=report, at__lt=_begin(day + timedelta(days=1)))
    found = ((row.case, who_could(row.case, day)) for row in rows.select_related("case__municipality"))
    return [
        (case, each) for case, could in found for each in could
        if (each.grant is None or each.grant.whole) and access.is_of(each.who, case)
    ]  # fmt: skip


def _by_role(case: Case, day: date) -> Iterable[Could]:
    directors = {*_during(case, day, {"director"}, lambda event: event.about_id, case.opened_by_id)}
    directing = [
        held for held in past.who_could(access.OPEN, case.municipality, day=day)
        if (held.in_for or held.who).pk in directors
    ]  # fmt: skip
    known = {held.who.pk: Could(held.who, Why.DIRECTS) for held in directing}
    secret = {"secret on": True, "secret off": False}
    if not known or False in _during(case, day, set(secret), lambda event: secret[event.kind], _born_secret(case)):
        for held in past.who_could(access.LEAD, case.municipality, day=day):
            known.setdefault(held.who.pk, Could(held.who, Why.LEADS))
    return known.values()


def _by_grant(case: Case, day: date) -> Iterable[Could]:
    for grant in CaseGrant.objects.filter(case=case).select_related("user").prefetch_related("tracks"):
        here = grant.user.is_active or (grant.user.left_on is not None and grant.user.left_on >= day)
        if here and access.given(grant).held(day):
            yield Could(grant.user, Why.GRANT, grant)


def _born_secret(case: Case) -> bool:
    opened = CaseEvent.objects.filter(case=case, kind="opened").first()
    return opened is not None and opened.new == "secret"


def _excluded_whole_day(case: Case, day: date) -> set[UUID]:
    begin, end = _begin(day), _begin(day + timedelta(days=1))
    rows = CaseExclusion.objects.filter(case=case, at__lt=begin)
    return {row.user_id for row in rows if row.lifted_at is None or row.lifted_at >= end}


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _during(case: Case, day: date, kinds: set[str], value: Callable[[CaseEvent], Any], first: Any) -> set[Any]:
    """The values that held at some moment of that day, of something that events of these kinds change."""
    begin, holding, found = _begin(day), first, set()
    rows = CaseEvent.objects.filter(case=case, kind__in=kinds, at__lt=begin + timedelta(days=1))
    for event in rows.order_by("at"):
        if event.at >= begin:
            found.add(holding)
        holding = value(event)
    return found | {holding}
