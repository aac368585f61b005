"""Writing: mark what must go, take that back, and let it go with a second person. One verb a function, with its trace."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models.deletion import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.erasure import access
from baken.erasure.models import Erasure
from baken.oversight import purge
from baken.oversight.models import DataRequest
from baken.oversight.services import NotPossible
from baken.oversight.standing import Term
from baken.privacy import retention, rights, trace
from baken.privacy.terms import ON_REQUEST
from baken.sharing.services import forget_content
from baken.signals import mask_services
from baken.signals.models import Report

ERASED = "erased"


def _note(verb: str, erasure: Erasure, by: User) -> None:
    why = erasure.request.number
    trace.note(verb, "report", erasure.report, actor=by.pk, municipality=erasure.municipality_id, why=why)


@transaction.atomic
def mark(asked: DataRequest, report: Report, *, groups: Iterable[UUID], by: User) -> Erasure:
    """Mark a report, or these hidden parts of it, to go. Nothing goes yet.

    Raises NotPossible when the request was refused, something stops it, or it was marked already.
    """
    asked = DataRequest.objects.select_for_update().get(pk=asked.pk)
    chosen = sorted(str(each) for each in groups)
    if asked.decision == DataRequest.Decision.REFUSED:
        raise NotPossible(_("Dit verzoek is afgewezen. Er wordt niets gewist."))
    if Erasure.objects.filter(request=asked, report=report.pk, done_on=None).exists():
        raise NotPossible(_("Deze melding is al aangewezen."))
    if why := access.what_stops(asked, report, whole=not chosen, today=timezone.localdate()):
        raise NotPossible(why)
    erasure = Erasure(
        municipality_id=asked.municipality_id, request=asked, report=report.pk, groups=chosen, asked_by=by,
        asked_on=timezone.localdate(),
    )  # fmt: skip
    erasure.save(force_insert=True)
    for group in chosen:
        _masks(
            mask_services.ask_erase,
            report,
            group,
            reason=_("Verzoek %(number)s") % {"number": asked.number},
            by=by,
        )
    _note("erasure marked", erasure, by)
    return erasure


@transaction.atomic
def withdraw(erasure: Erasure, *, by: User) -> None:
    """It need not go after all. What went stays gone."""
    row = Erasure.objects.select_for_update().filter(pk=erasure.pk, done_on=None).first()
    if row is None:
        return
    report = Report.objects.filter(pk=row.report).first()
    if report is not None:
        for group in _still_hidden(row, report):
            _masks(mask_services.withdraw_erase, report, group, by=by)
    _note("erasure withdrawn", row, by)
    row.delete()


@transaction.atomic
def confirm(erasure: Erasure, *, by: User) -> None:
    """The second person lets it go, for good. Confirming twice is once.

    Raises NotPossible for who marked it, while nobody decided so, or when something stops it; then nothing goes.
    """
    row = Erasure.objects.select_for_update().select_related("request").get(pk=erasure.pk)
    if row.done_on is not None:
        return
    if row.asked_by_id == by.pk:
        raise NotPossible(_("Iemand anders dan wie dit aanwees, moet het wissen bevestigen."))
    if row.request.decision not in access.GIVEN_WAY:
        raise NotPossible(_("Er is nog niet besloten dat dit mag. Leg eerst het besluit vast."))
    report = Report.objects.select_for_update().filter(pk=row.report).first()
    if report is None:
        raise NotPossible(_("Deze melding is er niet meer."))
    if why := access.what_stops(row.request, report, whole=not row.groups, today=timezone.localdate()):
        raise NotPossible(why)
    row.confirmed_by, row.done_on = by, timezone.localdate()
    row.save(update_fields=["confirmed_by", "done_on"])
    for group in _still_hidden(row, report):
        _masks(mask_services.confirm_erase, report, group, by=by)
    if not row.groups:
        _whole(row, report, by)


def _whole(row: Erasure, report: Report, by: User) -> None:
    """The report goes with all that hangs on it. Who was given it is told; what we kept of that goes too."""
    rights.announce(rights.Marked("report", report.pk, ERASED, row.municipality_id, by.pk))
    forget_content("report", report.pk)
    retention.say_gone("report", [report.pk])
    _note("purged", row, by)
    place = report.municipality
    try:
        _all, rows = report.delete()
    except ProtectedError:
        raise NotPossible(
            _("Een ander onderdeel van Baken heeft deze melding nog nodig. Er is niets gewist.")
        ) from None
    purge.register(place, Term(ON_REQUEST, 0, row.request.number), timezone.localdate(), rows)


def _still_hidden(row: Erasure, report: Report) -> list[str]:
    """The marked parts that are still there: one that was erased at the report itself is gone already."""
    there = {str(each.group) for each in access.hidden_in(report)}
    return [group for group in row.groups if group in there]


def _masks(act: "mask_services.Act", report: Report, group: str, **more: object) -> None:
    try:
        act(report, UUID(group), **more)
    except mask_services.NotAllowed as why:
        raise NotPossible(str(why)) from None
