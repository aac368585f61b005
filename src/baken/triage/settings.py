"""Writing: the terms of a municipality, with who set them and when; and a person's own lists."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from baken.accounts.models import User
from baken.privacy import trace
from baken.signals.models import Report, TermSetting
from baken.signals.terms import due
from baken.triage.lists import OPEN
from baken.triage.models import SavedFilter

MOST_FILTERS = 20
AT_ONCE = 500


@transaction.atomic
def set_terms(values: dict[str, Any], *, by: User) -> TermSetting:
    """Set the terms of this person's municipality. The last day of every open report moves along."""
    known = values | {"changed_by": by, "changed_on": timezone.localdate()}
    setting, _made = TermSetting.objects.update_or_create(municipality=by.municipality, defaults=known)
    setting.refresh_from_db()
    reports = Report.objects.filter(OPEN, municipality=by.municipality_id)
    moved = list(reports.only("status", "urgency", "term_from", "received_on", "due_on", "municipality"))
    for report in moved:
        start = report.term_from or report.received_on
        report.due_on = due(report.status, report.urgency, start, setting.terms)
    Report.objects.bulk_update(moved, ["due_on"], batch_size=AT_ONCE)
    trace.note("terms set", "municipality", by.municipality_id, actor=by.pk, municipality=by.municipality_id)
    return setting


@transaction.atomic
def keep_filter(*, name: str, query: str, by: User) -> SavedFilter | None:
    """Keep a list under a name, for this person only. None when there are MOST_FILTERS already."""
    if SavedFilter.objects.filter(person=by).count() >= MOST_FILTERS:
        return None
    kept = SavedFilter(person=by, name=name, query=query)
    kept.save(force_insert=True)
    return kept


@transaction.atomic
def forget_filter(kept: SavedFilter) -> None:
    """The person no longer wants this list."""
    kept.delete()
