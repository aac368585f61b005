"""Reading: what a request would take away, and what stops it."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.erasure.models import Erasure
from baken.oversight import access as oversight
from baken.oversight.models import DataRequest, RequestReport, Stay
from baken.signals import access as reports
from baken.signals.guards import why_not
from baken.signals.models import Mask, Report
from baken.ui.templatetags.ui import day

GIVEN_WAY = (DataRequest.Decision.GRANTED, DataRequest.Decision.PARTLY)


def request_to_erase(user: User, pk: UUID) -> DataRequest:
    """A request to erase, traced as read. Another kind or another municipality's does not exist: 404."""
    asked = oversight.read_request(user, pk)
    if asked.kind != DataRequest.Kind.ERASURE:
        raise Http404
    return asked


def report_in(asked: DataRequest, pk: UUID) -> Report:
    """A report that is about who asks. Any other does not exist: 404."""
    found = RequestReport.objects.filter(request=asked, report=pk, concerns=True).select_related("report").first()
    if found is None:
        raise Http404
    return found.report


def erasure_in(asked: DataRequest, pk: UUID) -> Erasure:
    """What is marked to go at this request; 404 when it is not there."""
    found = Erasure.objects.filter(request=asked, pk=pk).first()
    if found is None:
        raise Http404
    return found


def erasures_of(asked: DataRequest) -> list[Erasure]:
    """Everything that was marked to go, what went included."""
    return list(asked.erasures.select_related("asked_by", "confirmed_by"))


def hidden_in(report: Report) -> list[Mask]:
    """The first of each hidden part that was not erased yet."""
    first: dict[UUID, Mask] = {}
    for mask in reports.masks_of(report):
        if mask.erased_on is None:
            first.setdefault(mask.group, mask)
    return list(first.values())


def what_stops(asked: DataRequest, report: Report, *, whole: bool, today: date) -> str:
    """Why this report may not be erased now, in one sentence; empty when nothing stops it.

    A hold is for a legal reason (AVG art. 17 lid 3 names claims and legal duties); a restriction asks to keep (art. 18).
    """
    holds = Stay.objects.filter(report=report, kind=Stay.Kind.HOLD, ended_on=None)
    if lasting := [each.until for each in holds if each.until >= today]:
        return _("Deze melding wordt om een wettelijke reden vastgehouden tot en met %(day)s. Zolang wordt er niets gewist.") % {
            "day": day(max(lasting))
        }  # fmt: skip
    if why := why_not(report):
        return why
    others = RequestReport.objects.filter(report=report, request__decided_on=None).exclude(request=asked)
    if other := others.exclude(concerns=False).select_related("request").first():
        return _("Verzoek %(number)s gaat ook over deze melding. Besluit daar eerst over.") % {
            "number": other.request.number
        }
    if whole and not report.is_closed:
        return _("Deze melding is nog open. Rond haar eerst af.")
    return ""
