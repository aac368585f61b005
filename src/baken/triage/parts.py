"""Writing: a part of a report as a report of its own."""

from django.db import transaction
from django.utils import timezone

from baken.signals import moves, services
from baken.signals.models import Report


@transaction.atomic
def copy_part(report: Report, *, story: str, form: str) -> Report:
    """Another report of the same day with this part of the story, assessed anew. It has no reporter: no code opens it.

    `form` is a one-time secret. The caller leaves the trace.
    """
    part = Report(
        municipality_id=report.municipality_id,
        received_on=report.received_on,
        anonymous=True,
        question=report.question,
        language=report.language,
        code_hash=services.hash_of(f"geen code {form}"),
        form_hash=services.hash_of(form),
        **services.assessed(story, (), report.setting, question=report.question),
    )
    moves.begin_term(part, timezone.localdate())
    part.save(force_insert=True)
    return part
