"""Reading reports: who may see which; reading one leaves a trace."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404

from baken.accounts.models import User
from baken.privacy import codes, trace
from baken.signals.models import CLOSED_RANK, InternalNote, Mask, Message, Report, ReportFile, Weighing

ON_THE_LIST = (
    "id",
    "received_on",
    "urgency",
    "main_type",
    "setting",
    "anonymous",
    "question",
    "status",
    "unread",
    "due_on",
    "taken_by",
)


def reports_for(user: User) -> QuerySet[Report]:
    """The reports of this person's municipality. Raises PermissionDenied without the capability."""
    if not user.may("read_reports"):
        raise PermissionDenied
    return Report.objects.filter(municipality=user.municipality_id)


def inbox(user: User, *, closed: bool) -> "QuerySet[Report, dict[str, Any]]":
    """The inbox: most urgent first, then what must be done soonest. Nothing sealed is read, so nothing personal is on the list."""
    reports: QuerySet[Report, dict[str, Any]] = reports_for(user).values(*ON_THE_LIST)
    if closed:
        return reports.filter(rank=CLOSED_RANK).order_by("-closed_on", "id")
    return reports.filter(rank__lt=CLOSED_RANK).order_by("rank", "due_on", "id")


def read_report(user: User, pk: UUID) -> Report:
    """One report, and a trace that this user saw it. Another municipality's report does not exist: 404, also traced."""
    report = reports_for(user).select_related("municipality").filter(pk=pk).first()
    if report is None:
        trace.refuse("report", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("seen", "report", report.pk, actor=user.pk, municipality=report.municipality_id)
    return report


def report_to_weigh(user: User, pk: UUID) -> Report:
    """One report to write to. What is then written leaves the trace; refused is 404, traced as in `read_report`."""
    if not user.may("weigh_reports"):
        raise PermissionDenied
    return read_report(user, pk)


def report_of_code(typed: str) -> Report | None:
    """The report that belongs to this code, or None. A wrong code costs what a right one costs."""
    return Report.objects.filter(code_hash=codes.found_by(typed)).first()


def report_of_form(form_hash: str) -> Report | None:
    """The report that this form made, for the browser that still holds the form's secret."""
    return Report.objects.select_related("municipality").filter(form_hash=form_hash).first()


def report_of_reporter(pk: str) -> Report | None:
    """The report of a reporter who came back with a code, with a trace that has no time. An empty id is nobody's."""
    if not pk:
        return None
    report = Report.objects.select_related("municipality").filter(pk=pk).first()
    if report is not None:
        trace.note("returned", "report", report.pk, actor=trace.ANONYMOUS, municipality=report.municipality_id)
    return report


def talk_of(report: Report) -> list[Message]:
    """What reporter and focal officer said to each other, oldest first, with the files of each message."""
    files = Prefetch("files", ReportFile.objects.defer("content"))
    return list(Message.objects.filter(report=report).prefetch_related(files))


def files_of(report: Report) -> list[ReportFile]:
    """What came along with the report itself, without its content."""
    return list(ReportFile.objects.filter(report=report, message=None).defer("content"))


def read_file(user: User, pk: UUID, file_pk: UUID) -> ReportFile:
    """One file of a report, and a trace that this user fetched it. What is not theirs does not exist: 404, also traced."""
    reports = reports_for(user)
    file = ReportFile.objects.filter(pk=file_pk, report=pk, report__in=reports).first()
    if file is None:
        trace.refuse("report", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("file opened", "report", pk, actor=user.pk, municipality=file.municipality_id, why=file.number)
    return file


def file_for_reporter(report_pk: str, file_pk: UUID) -> ReportFile:
    """A file that the office sent to the reporter with this report; what they sent themselves is not given back.

    Whoever finds or forces a code so gets no photos. Anything else is 404. The trace has no time.
    """
    file = None
    if report_pk:
        file = ReportFile.objects.filter(pk=file_pk, report_id=report_pk, author__isnull=False).first()
    if file is None:
        raise Http404
    trace.note(
        "file opened",
        "report",
        report_pk,
        actor=trace.ANONYMOUS,
        municipality=file.municipality_id,
        why=file.number,
    )
    return file


def notes_of(report: Report) -> list[InternalNote]:
    """What colleagues noted, oldest first."""
    return list(InternalNote.objects.filter(report=report).select_related("author"))


def weighings_of(report: Report) -> list[Weighing]:
    """How it was weighed, oldest first."""
    return list(Weighing.objects.filter(report=report).select_related("by"))


def report_to_mask(user: User, pk: UUID) -> Report:
    """One report to hide parts of; refused is 404, traced as in `read_report`."""
    if not user.may("mask_reports"):
        raise PermissionDenied
    return read_report(user, pk)


def masks_of(report: Report) -> list[Mask]:
    """What is hidden in this report and its messages, in the order in which it was done."""
    return list(Mask.objects.filter(report=report).select_related("by", "asked_by", "erased_by"))
