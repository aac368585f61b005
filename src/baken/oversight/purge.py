"""The purge (vernietigen): what retention asks, one record a transaction, with a register that holds no content.

Each record is looked at again inside its own transaction, so that a message, a hold or another purge that came first counts.
Nothing goes on a term that the municipality has not confirmed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models, router, transaction
from django.db.models.deletion import Collector, ProtectedError
from django.utils import timezone

from baken.accounts.models import Invitation, Municipality, User
from baken.care.access import KIND as CARE
from baken.care.models import CareFile, TermConfirmation
from baken.coordination.access import KIND as CASE
from baken.coordination.models import Case
from baken.intake.models import OneTimeLink
from baken.meetings.access import KIND as MEETING
from baken.meetings.models import Meeting
from baken.oversight import standing
from baken.oversight.models import DataRequest, PurgeEntry
from baken.partners.models import PartnerEntry
from baken.privacy import retention, trace
from baken.privacy.due import WARN_DAYS
from baken.privacy.retention import later
from baken.sharing.models import Delivery, DisclosedContent, Disclosure
from baken.shelter.models import Placement, Shelter, WaitingEntry
from baken.signals.models import Report

FAILED = "failed"
ROWS: tuple[tuple[Any, str, str], ...] = (  # model, the day from which its term counts, the kind of its term
    (DataRequest, "decided_on", "request"),
    (Invitation, "expires_on", "invitation"),
    (OneTimeLink, "expires_on", "invitation"),
    (DisclosedContent, "at", "given"),
    (Delivery, "at", "given"),
    (Disclosure, "at", "given-register"),
    (Case, "closed_on", "case-file"),
    (Meeting, "on", "case-file"),  # after the cases: a meeting stays while one of its cases does
    (CareFile, "closed_on", "care-file"),
    (TermConfirmation, "on", "care-file"),
    (PartnerEntry, "retired_on", "partner"),
    (WaitingEntry, "ended_on", "placement"),
    (Placement, "ended_on", "placement"),
    (Shelter, "retired_on", "shelter"),  # after the placements: it stays while one of them does
    (User, "left_on", "staff"),
)


@dataclass(frozen=True)
class Gone:
    """How many of a kind went (or would go) in a municipality; FAILED are those that could not."""

    municipality: Municipality | None
    kind: str
    count: int


def purge(today: date, *, dry_run: bool = False) -> list[Gone]:
    """Destroy what is due today, or only count it. Gives what went, per municipality and kind."""
    found = []
    for place in Municipality.objects.all():
        terms = standing.terms_of(place.pk)
        counted: Counter[str] = Counter()
        counted.update(_reports(place, today, dry_run=dry_run))
        for model, after, kind in ROWS:
            counted.update(_rows(model, after, place, terms[kind], today, dry_run=dry_run))
        found += [Gone(place, kind, count) for kind, count in counted.items() if count]
    if lines := _trace(today, dry_run=dry_run):
        found.append(Gone(None, "trace", lines))
    return found


def _reports(place: Municipality, today: date, *, dry_run: bool) -> Iterator[str]:
    for each in standing.near(place.pk, today):
        if not each.due.goes(today):
            continue
        try:
            if dry_run or _one_report(each, today):
                yield each.term.kind.id
        except (OSError, ProtectedError):  # a room cannot let go of its part: this one stays whole
            yield FAILED


@transaction.atomic
def _one_report(seen: standing.Standing, today: date) -> bool:
    report = Report.objects.select_for_update().filter(pk=seen.pk).first()
    if report is None:
        return False
    now = standing.standing_of(report)
    if not now.due.goes(today):
        return False
    retention.say_gone("report", [report.pk])
    trace.note(
        "purged",
        "report",
        report.pk,
        actor=trace.SYSTEM,
        municipality=report.municipality_id,
        why=now.term.kind.id,
    )
    _, rows = report.delete()
    register(report.municipality, now.term, today, rows)
    return True


def ends_on(day: date, term: standing.Term) -> date:
    """When something that began to count on `day` goes by a confirmed term: with a warning time after confirming it."""
    confirmed = (term.confirmed_on or date.max - timedelta(days=WARN_DAYS)) + timedelta(days=WARN_DAYS)
    return max(later(day, term.months), confirmed)


def _rows(
    model: Any, after: str, place: Municipality, term: standing.Term, today: date, *, dry_run: bool
) -> Iterator[str]:
    """Rows of a municipality whose day `after` is long enough ago, and that no other record still needs."""
    if term.confirmed_on is None:
        return
    day = f"{after}__date" if after == "at" else after
    before = later(today, -term.months) + timedelta(days=3)
    for row in list(model.objects.filter(municipality=place, **{f"{day}__lte": before})):
        if not _may_go(row, after, term, today):
            continue
        try:
            if dry_run or _one_row(row, after, term, today):
                yield term.kind.id
        except (OSError, ProtectedError):
            yield FAILED


def _day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _may_go(row: models.Model, after: str, term: standing.Term, today: date) -> bool:
    """Whether its term is over and nothing that stays needs it: an account while a report holds what that colleague wrote,
    a case while one of its reports is held. What was opened again has no day to count from, and stays."""
    since = getattr(row, after)
    if since is None or ends_on(_day(since), term) > today:
        return False
    if isinstance(row, Case) and standing.keeps_case(row, today):
        return False
    try:
        Collector(using=router.db_for_write(type(row))).collect([row])
    except (ProtectedError, models.RestrictedError):
        return False
    return True


@transaction.atomic
def _one_row(row: Any, after: str, term: standing.Term, today: date) -> bool:
    locked = type(row).objects.select_for_update().filter(pk=row.pk).first()
    if locked is None or not _may_go(locked, after, term, today):
        return False
    kind = {Case: CASE, Meeting: MEETING, CareFile: CARE}.get(type(row), term.kind.id)
    retention.say_gone(kind, [row.pk])
    trace.note("purged", kind, row.pk, actor=trace.SYSTEM, municipality=row.municipality_id, why=term.kind.id)
    _, rows = locked.delete()
    register(row.municipality, term, today, rows)
    return True


def _trace(today: date, *, dry_run: bool) -> int:
    """One trace for all municipalities: the longest of their terms counts, and nothing goes until each confirmed one."""
    terms = [standing.terms_of(place.pk)["trace"] for place in Municipality.objects.all()]
    confirmed = [term.confirmed_on for term in terms if term.confirmed_on]
    if not terms or len(confirmed) < len(terms) or max(confirmed) + timedelta(days=WARN_DAYS) > today:
        return 0
    longest = max(terms, key=lambda term: term.months)
    before = later(today, -longest.months)
    if dry_run:
        return trace.older(before)
    with transaction.atomic():
        count = trace.cut(before)
        if count:
            trace.note("purged", "trace", "trace", actor=trace.SYSTEM, why="trace")
            register(None, longest, today, {"privacy.Trace": count}, count)
    return count


def register(
    place: Municipality | None, term: standing.Term, today: date, rows: dict[str, int], count: int = 1
) -> None:
    """Add to the register of what was destroyed, in the transaction in which it goes."""
    entry, _ = PurgeEntry.objects.select_for_update().get_or_create(
        municipality=place,
        kind=term.kind.id,
        on=today,
        months=term.months,
        decision=term.decision,
        defaults={"count": 0},
    )
    entry.count += count
    entry.rows = dict(Counter(entry.rows) + Counter(rows))
    entry.save(update_fields=["count", "rows"])
