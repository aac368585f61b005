"""Writing: say that two reports belong together, split one in two, and undo either. Nothing is ever merged."""

import secrets
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.privacy import trace
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.steps import ReportStatus
from baken.triage import parts
from baken.triage.models import Relation, Step
from baken.triage.services import NotPossible


def _note(verb: str, report: Report, by: User) -> None:
    trace.note(verb, "report", report.pk, actor=by.pk, municipality=report.municipality_id)


@transaction.atomic
def relate(report: Report, *, other: Report, kind: str, reason: str, by: User) -> Relation:
    """Say that `report` is a duplicate of `other`, or belongs to it; both show it. Raises NotPossible."""
    if report.pk == other.pk:
        raise NotPossible(_("Dit is deze melding zelf. Vul het nummer van een andere in."))
    if report.municipality_id != other.municipality_id:
        raise NotPossible(_("Deze melding kennen wij niet."))
    if Relation.objects.filter(report=other, other=report, undone_at=None).exists():
        raise NotPossible(_("Deze twee meldingen zijn al verbonden."))
    relation = Relation(
        report=report, other=other, kind=kind, reason=reason, by=by, at=timezone.now(), municipality_id=report.municipality_id
    )  # fmt: skip
    try:
        with transaction.atomic():
            relation.save(force_insert=True)
    except IntegrityError:
        raise NotPossible(_("Deze twee meldingen zijn al verbonden.")) from None
    for each in (report, other):
        _note("related", each, by)
    return relation


@transaction.atomic
def undo_relation(relation: Relation, *, by: User) -> None:
    """They do not belong together after all. What was split off and not touched yet goes away again.

    Raises NotPossible when somebody already worked on the part: then it is a report of its own.
    """
    list(Report.objects.select_for_update().filter(pk=relation.report_id))  # before the first line of the trace
    relation = Relation.objects.select_for_update().select_related("report", "other").get(pk=relation.pk)
    if relation.kind == Relation.Kind.PART and not _is_untouched(relation.report):
        raise NotPossible(_("Met dit deel is al iets gedaan. Het blijft een eigen melding."))
    for each in (relation.report, relation.other):
        _note("relation undone", each, by)
    if relation.kind == Relation.Kind.PART:
        relation.report.delete()
        return
    relation.undone_by, relation.undone_at = by, timezone.now()
    relation.save(update_fields=["undone_by", "undone_at"])


def _is_untouched(report: Report) -> bool:
    worked = (Weighing, InternalNote, Message, Step)
    return report.status == ReportStatus.NEW and not any(
        model.objects.filter(report=report).exists() for model in worked
    )


@transaction.atomic
def split_report(report: Report, *, sentences: Iterable[str], by: User) -> Report:
    """Make a report of its own of some sentences; the first one keeps all of its text, and both show each other.

    The reporter stays with the first one: the part has no code, no name and no way to reach anybody.
    """
    part = parts.copy_part(report, story=" ".join(sentences), form=secrets.token_urlsafe(24))
    for each in (report, part):
        _note("split", each, by)
    relate(part, other=report, kind=Relation.Kind.PART, reason="", by=by)
    return part
