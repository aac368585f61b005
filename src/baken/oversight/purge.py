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
from baken.intake.models import OneTimeLink
from baken.oversight import standing
from baken.oversight.models import DataRequest, PurgeEntry
from baken.oversight.terms import WARN_DAYS
from baken.privacy import retention, trace
from baken.privacy.retention import later
from baken.sharing.models import Delivery, DisclosedContent, Disclosure
from baken.signals.models import Report

FAILED = "failed"


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
        for kind in _reports(place, today, dry_run=dry_run):
            counted[kind] += 1
        counted["request"] = _rows(DataRequest, "decided_on", place, terms["request"], today, dry_run=dry_run)
        counted["invitation"] = _rows(Invitation, "expires_on", place, terms["invitation"], today, dry_run=dry_run)
        for model in (DisclosedContent, Delivery):
            counted["given"] += _rows(model, "at", place, terms["given"], today, dry_run=dry_run)
        counted["given-register"] = _rows(Disclosure, "at", place, terms["given-register"], today, dry_run=dry_run)
        counted["invitation"] += _rows(
            OneTimeLink, "expires_on", place, terms["invitation"], today, dry_run=dry_run
        )
        counted["staff"] = _rows(User, "left_on", place, terms["staff"], today, dry_run=dry_run)
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
        except (
            OSError,
            ProtectedError,
        ):  # a room cannot let go of its part: this one stays whole, the others go on
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


def _rows(model: Any, after: str, place: Municipality, term: standing.Term, today: date, *, dry_run: bool) -> int:
    """Rows of a municipality whose day `after` is long enough ago, and that no other record still needs."""
    if term.confirmed_on is None:
        return 0
    day = f"{after}__date" if after == "at" else after
    old = model.objects.filter(
        municipality=place, **{f"{day}__lte": later(today, -term.months) + timedelta(days=3)}
    )
    due = [row for row in old if ends_on(_day(getattr(row, after)), term) <= today and _is_free(row)]
    return len(due) if dry_run else sum(_one_row(row, term, today) for row in due)


def _day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _is_free(row: models.Model) -> bool:
    """Whether nothing that stays refers to it. A colleague's account stays while a report holds what they wrote."""
    try:
        Collector(using=router.db_for_write(type(row))).collect([row])
    except (ProtectedError, models.RestrictedError):
        return False
    return True


@transaction.atomic
def _one_row(row: Any, term: standing.Term, today: date) -> bool:
    locked = type(row).objects.select_for_update().filter(pk=row.pk).first()
    if locked is None or not _is_free(locked):
        return False
    kind = term.kind.id
    retention.say_gone(kind, [row.pk])
    trace.note("purged", kind, row.pk, actor=trace.SYSTEM, municipality=row.municipality_id, why=kind)
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
