"""Reading for oversight: the trace and the lists without content; requests and marks for who carries them out."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from baken.accounts import past
from baken.accounts.models import User
from baken.admission import standing as seen
from baken.coordination import access as cases
from baken.coordination.models import Case
from baken.oversight import standing
from baken.oversight.models import ChainCheck, DataRequest, PurgeEntry, ReportMark, RequestReport, Stay
from baken.privacy import trace
from baken.privacy.due import Due
from baken.privacy.models import Trace
from baken.signals import access as reports
from baken.signals.models import Report, ReportFile

LOOKS = ("read_trace", "weigh_reports", "manage_settings")  # who may look at terms and at what was destroyed


def _need(user: User, *capabilities: str) -> None:
    if not any(user.may(capability) for capability in capabilities):
        raise PermissionDenied


@dataclass(frozen=True)
class Wanted:
    """Which lines of the trace: ids and days only. `before` is the line after which the page goes on."""

    person: str = ""
    report: str = ""
    verb: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


def range_of(number: str) -> tuple[UUID, UUID]:
    """Between which ids the report called M-ABC123 lies. `number` is the six signs after the M."""
    return UUID(hex=number.lower().ljust(32, "0")), UUID(hex=number.lower().ljust(32, "f"))


def trace_for(user: User, wanted: Wanted) -> QuerySet[Trace]:
    """The trace of this person's municipality, newest first. Raises PermissionDenied without the capability."""
    _need(user, "read_trace")
    lines = Trace.objects.filter(municipality=str(user.municipality_id)).order_by("-number")
    if wanted.report:
        low, high = range_of(wanted.report)
        lines = lines.filter(kind="report", record__gte=str(low), record__lte=str(high))
    asked: dict[str, Any] = {
        "actor": wanted.person, "verb__in": wanted.verb and wanted.verb.split(","), "on__gte": wanted.since,
        "on__lte": wanted.until, "number__lt": wanted.before,
    }  # fmt: skip
    return lines.filter(**{name: value for name, value in asked.items() if value})


def note_look(user: User) -> None:
    """That somebody read the trace stands on it too, once a day."""
    _need(user, "read_trace")
    today = {"verb": "seen", "kind": "trace", "record": "trace", "actor": str(user.pk), "on": timezone.localdate()}
    if not Trace.objects.filter(**today).exists():
        trace.note("seen", "trace", "trace", actor=user.pk, municipality=user.municipality_id)


def names_of(user: User, actors: set[str]) -> dict[str, str]:
    """The names of the colleagues in these lines, by id. Needs the same right as the trace."""
    _need(user, "read_trace")
    ids = actors - {trace.ANONYMOUS, trace.SYSTEM, ""}
    return {str(person.pk): person.name for person in User.objects.filter(pk__in=ids)}


def colleagues(user: User) -> list[User]:
    """Everybody who ever worked in this municipality and still has a name here, for the filter of the trace."""
    _need(user, "read_trace")
    return sorted(User.objects.filter(municipality=user.municipality_id), key=lambda each: each.name.casefold())


def last_check(user: User) -> ChainCheck | None:
    """The newest check of the trace, running or done."""
    _need(user, "read_trace")
    return ChainCheck.objects.first()


def who_could_see(user: User, number: str, day: date) -> tuple[Report, list[past.Held], list[Trace]]:
    """A report, who could see it on that day and why, and who looked. Nothing of its content is read.

    Raises Http404 when there is no such report in this municipality.
    """
    _need(user, "read_trace")
    found = _bare(user).filter(pk__range=range_of(number)).first()
    if found is None:
        raise Http404
    held = [] if day < found.received_on else past.who_could("read_reports", user.municipality, day=day)
    looked = Trace.objects.filter(kind="report", record=str(found.pk), on=day).exclude(actor=trace.ANONYMOUS)
    return found, held, list(looked)


def who_could_through_cases(report: Report, day: date) -> list[tuple[Case, seen.Could]]:
    """Who could read this report through a case on that day, and why. For who may ask who could see it."""
    return seen.who_could_read(report, day)


def why_i_can(user: User, today: date) -> past.Held | None:
    """Through which role this person sees the reports of their municipality today."""
    held = past.who_could("read_reports", user.municipality, day=today)
    return next((each for each in held if each.who == user), None)


def _bare(user: User) -> QuerySet[Report]:
    """Reports of the municipality without anything that was told."""
    found = Report.objects.filter(municipality=user.municipality_id)
    return found.only("id", "received_on", "closed_on", "municipality")


def terms_for(user: User) -> dict[str, standing.Term]:
    """The terms of this municipality, confirmed or proposed."""
    _need(user, *LOOKS)
    return standing.terms_of(user.municipality_id)


def term_to_confirm(user: User, kind: str) -> standing.Term:
    """One term, for who may confirm it. Raises PermissionDenied, or Http404 for a kind that is not there."""
    _need(user, "manage_settings")
    terms = standing.terms_of(user.municipality_id)
    if kind not in terms:
        raise Http404
    return terms[kind]


def leaving(user: User, today: date) -> list[standing.Standing]:
    """What goes within 30 days, or would go when its term were confirmed. Numbers and days, no content."""
    _need(user, "read_trace", "weigh_reports")
    return standing.near(user.municipality_id, today)


def cases_leaving(user: User, today: date) -> list[tuple[Case, Due]]:
    """The same of cases: all of them for the privacy officer, for others those that they see."""
    _need(user, "read_trace", "weigh_reports")
    found = Case.objects.all() if user.may("read_trace") else cases.cases_for(user)
    return standing.cases_near(found, user.municipality_id, today)


def purged(user: User) -> QuerySet[PurgeEntry]:
    """The register of what was destroyed in this municipality."""
    _need(user, *LOOKS)
    return PurgeEntry.objects.filter(municipality=user.municipality_id)


def report_to_keep(user: User, pk: UUID) -> Report:
    """A report whose going somebody may stop or delay. No content is read. Another municipality's does not exist."""
    _need(user, "read_trace", "weigh_reports")
    report = _bare(user).filter(pk=pk).first()
    if report is None:
        trace.refuse("report", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    return report


def stays_of(user: User, report: Report) -> list[Stay]:
    """Everything that delays or delayed this report, newest first, and a trace that somebody looked."""
    _need(user, "read_trace", "weigh_reports")
    trace.note("delays seen", "report", report.pk, actor=user.pk, municipality=report.municipality_id)
    return list(Stay.objects.filter(report=report).select_related("by", "ended_by").order_by("-on", "pk"))


def stay_for(user: User, pk: UUID) -> Stay:
    """One delay, to end it: by who weighs reports, or by who recorded it. Another's does not exist: 404."""
    _need(user, "read_trace", "weigh_reports")
    stays = Stay.objects.filter(municipality=user.municipality_id).select_related("report")
    return get_object_or_404(stays if user.may("weigh_reports") else stays.filter(by=user), pk=pk)


def report_to_mark(user: User, pk: UUID) -> Report:
    """A report that a correction, objection or restriction is recorded with, traced as read."""
    return reports.report_to_weigh(user, pk)


def mark_for(user: User, pk: UUID) -> ReportMark:
    """One mark, to end it."""
    _need(user, "weigh_reports")
    return get_object_or_404(ReportMark.objects.select_related("report"), pk=pk, municipality=user.municipality_id)


def requests_for(user: User) -> QuerySet[DataRequest]:
    """The requests of people, the first to answer on top. The privacy officer sees number, kind and days only."""
    _need(user, "read_trace", "weigh_reports")
    return DataRequest.objects.filter(municipality=user.municipality_id)


def read_request(user: User, pk: UUID) -> DataRequest:
    """One request with who asks it, and a trace that it was read. Raises PermissionDenied for who sees no content."""
    _need(user, "weigh_reports")
    request = DataRequest.objects.filter(pk=pk, municipality=user.municipality_id).first()
    if request is None:
        trace.refuse("request", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("seen", "request", pk, actor=user.pk, municipality=user.municipality_id)
    return request


def found_for(request: DataRequest) -> list[RequestReport]:
    """The reports that may be about the person who asks; those nobody judged yet first."""
    found = RequestReport.objects.filter(request=request).select_related("report")
    return sorted(found, key=lambda each: (each.concerns is not None, each.concerns is False, each.report.number))


def report_called(user: User, number: str) -> Report | None:
    """The report with this number in the municipality of who may weigh it."""
    return reports.reports_for(user).filter(pk__range=range_of(number)).first()


def pack_of(user: User, request: DataRequest) -> list[Report]:
    """The reports about the person who asks, each traced as read."""
    about = [each.report_id for each in found_for(request) if each.concerns]
    return [reports.read_report(user, pk) for pk in about]


def files_to_pack(user: User, files: list[ReportFile]) -> list[ReportFile]:
    """These files with what is in them, each traced as fetched."""
    return [reports.read_file(user, each.report_id, each.pk) for each in files]
