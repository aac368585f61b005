"""Writing for oversight: terms, stays, marks and requests. One verb a function, atomic, with its trace."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import Municipality, User
from baken.oversight import standing
from baken.oversight.models import DataRequest, ReportMark, RequestReport, RetentionTerm, Stay
from baken.privacy import rights, trace
from baken.privacy.due import latest_extension
from baken.privacy.retention import later
from baken.signals.models import Report
from baken.ui.acting import NotPossible as NotPossible

# AVG, one month after the request (known from a second-hand source; the privacy officer confirms)
ANSWER_MONTHS = 1


def _note(verb: str, kind: str, record: object, by: User, why: str = "") -> None:
    trace.note(verb, kind, record, actor=by.pk, municipality=by.municipality_id, why=why)


@transaction.atomic
def confirm_term(
    municipality: Municipality, *, kind: str, months: int, decision: str, revision: int, by: User
) -> RetentionTerm:
    """The municipality confirms a term, with the decision in which it stands.

    `revision` is what the page showed (0: a proposal). Raises NotPossible when a colleague was first.
    """
    known = RetentionTerm.objects.select_for_update().filter(municipality=municipality, kind=kind).first()
    if (known.revision if known else 0) != revision:
        raise NotPossible(_("Een collega heeft deze termijn net bevestigd. Kijk eerst wat er nu staat."))
    term = known or RetentionTerm(municipality=municipality, kind=kind, revision=0)
    term.months, term.decision, term.confirmed_by = months, decision, by
    term.confirmed_on, term.revision = timezone.localdate(), term.revision + 1
    term.save()
    _note("term confirmed", "term", kind, by, why=f"{months} maanden")
    return term


@transaction.atomic
def keep_longer(report: Report, *, kind: str, until: date, reason: str, by: User) -> Stay:
    """Extend the term or hold the report, until a day, with a reason.

    Raises NotPossible for a day in the past, for a report that is still open, or for an extension that is too long.
    """
    report = _there(report)
    if until <= timezone.localdate():
        raise NotPossible(_("Kies een dag die nog komt."))
    facts = standing.standing_of(report).facts
    if kind == Stay.Kind.EXTENSION:
        if facts.closed_on is None:
            raise NotPossible(_("Deze melding is nog open. De termijn gaat pas in als zij is afgerond."))
        if until > latest_extension(facts):
            day = latest_extension(facts).strftime("%d-%m-%Y")
            raise NotPossible(_("Verlengen kan tot en met %(day)s.") % {"day": day})
    stay = Stay(
        report=report, municipality_id=report.municipality_id, kind=kind, until=until, reason=reason, by=by,
        on=timezone.localdate(),
    )  # fmt: skip
    stay.save(force_insert=True)
    _note("held" if kind == Stay.Kind.HOLD else "extended", "report", report.pk, by, why=f"tot {until:%Y-%m-%d}")
    return stay


@transaction.atomic
def end_stay(stay: Stay, *, by: User) -> None:
    """The term counts as before. Ending twice is ending once."""
    stay = Stay.objects.select_for_update().get(pk=stay.pk)
    if stay.ended_on is None:
        stay.ended_on, stay.ended_by = timezone.localdate(), by
        stay.save(update_fields=["ended_on", "ended_by"])
        _note("hold ended", "report", stay.report_id, by, why=stay.kind)


@transaction.atomic
def mark_report(report: Report, *, kind: str, text: str, by: User) -> ReportMark:
    """Record a correction, objection, restriction or "not substantiated"; it is told to every room that sent the report on.

    Raises NotPossible when the report was purged in the meantime.
    """
    report = _there(report)
    mark = ReportMark(
        report=report, municipality_id=report.municipality_id, kind=kind, text=text, by=by, on=timezone.localdate(),
    )  # fmt: skip
    mark.save(force_insert=True)
    _note("marked", "report", report.pk, by, why=kind)
    rights.announce(rights.Marked("report", report.pk, kind, report.municipality_id, by.pk))
    return mark


@transaction.atomic
def end_mark(mark: ReportMark, *, by: User) -> None:
    """It no longer holds; that too is told to who had the report. Ending twice is ending once."""
    mark = ReportMark.objects.select_for_update().get(pk=mark.pk)
    if mark.ended_on is None:
        mark.ended_on, mark.ended_by = timezone.localdate(), by
        mark.save(update_fields=["ended_on", "ended_by"])
        _note("mark ended", "report", mark.report_id, by, why=mark.kind)
        gone = rights.Marked("report", mark.report_id, mark.kind, mark.municipality_id, by.pk, ended=True)
        rights.announce(gone)


@dataclass(frozen=True)
class Asked:
    """What somebody asks about their own data."""

    kind: str
    received_on: date
    name: str
    contact: str
    asked: str


@transaction.atomic
def register_request(municipality: Municipality, asked: Asked, *, by: User) -> DataRequest:
    """Write down what somebody asks; the answer is due within a month."""
    request = DataRequest(
        municipality=municipality, kind=asked.kind, received_on=asked.received_on, name=asked.name, contact=asked.contact,
        due_on=later(asked.received_on, ANSWER_MONTHS), asked=asked.asked, by=by,
    )  # fmt: skip
    request.save(force_insert=True)
    _note("registered", "request", request.pk, by, why=asked.kind)
    return request


@transaction.atomic
def identify(request: DataRequest, *, how: str, by: User) -> None:
    """Write down how you made sure who asks. Raises NotPossible when the request was decided."""
    request = _open(request)
    request.identity = how
    request.save(update_fields=["identity"])
    _note("identified", "request", request.pk, by)


@transaction.atomic
def add_found(request: DataRequest, report: Report, *, by: User | None) -> bool:
    """A report that may be about this person; `by` None is the search. Gives whether it is new. Raises NotPossible."""
    request = _open(request)
    _row, new = RequestReport.objects.get_or_create(
        request=request,
        report=report,
        defaults={"by_search": by is None, "concerns": True if by else None, "decided_by": by},
    )
    if new:
        actor = by.pk if by else trace.SYSTEM
        trace.note(
            "found", "report", report.pk, actor=actor, municipality=request.municipality_id, why=request.number
        )
    return new


@transaction.atomic
def judge_found(found: RequestReport, *, concerns: bool, by: User) -> None:
    """A person decides whether a report is about who asks. Raises NotPossible when the request was decided."""
    request = _open(found.request)
    found.concerns, found.decided_by = concerns, by
    found.save(update_fields=["concerns", "decided_by"])
    verb = "concerns" if concerns else "does not concern"
    _note(verb, "report", found.report_id, by, why=request.number)


@transaction.atomic
def decide_request(request: DataRequest, *, decision: str, answer: str, by: User) -> None:
    """Decide, with the reason. Raises NotPossible when it was decided already, or while nobody knows who asks."""
    request = _open(request)
    if decision != DataRequest.Decision.REFUSED and not request.identity:
        raise NotPossible(_("Schrijf eerst op hoe je zeker weet wie dit vraagt."))
    request.decision, request.answer = decision, answer
    request.decided_on, request.decided_by = timezone.localdate(), by
    request.save(update_fields=["decision", "answer", "decided_on", "decided_by"])
    _note("decided", "request", request.pk, by, why=decision)


@transaction.atomic
def start_search(request: DataRequest, *, by: User) -> None:
    """Put the search for this person in the queue. Raises NotPossible when it may not be, or runs already."""
    from baken.oversight import tasks
    from baken.oversight.permission import may_search_persons

    request = _open(request)
    allowed = may_search_persons(request.municipality)
    if not allowed.yes:
        raise NotPossible(allowed.why)
    if request.scan_state == "running" and tasks.is_waiting(tasks.search, str(request.pk)):
        raise NotPossible(_("Het zoeken loopt al."))
    request.scan_state, request.scan_done = "running", 0
    request.scan_total = Report.objects.filter(municipality=request.municipality).count()
    request.save(update_fields=["scan_state", "scan_done", "scan_total"])
    _note("searched", "request", request.pk, by, why=request.kind)
    tasks.search.enqueue(str(request.pk))


@transaction.atomic
def packed(request: DataRequest, *, by: User) -> None:
    """Somebody checked the pack for access and took it along."""
    _note("packed", "request", request.pk, by)


def _there(report: Report) -> Report:
    """The report, locked. Raises NotPossible when it was purged in the meantime."""
    found = Report.objects.select_for_update(no_key=True).filter(pk=report.pk).first()
    if found is None:
        raise NotPossible(_("Deze melding is er niet meer."))
    return found


def _open(request: DataRequest) -> DataRequest:
    request = DataRequest.objects.select_for_update().select_related("municipality").get(pk=request.pk)
    if request.decided_on:
        raise NotPossible(_("Over dit verzoek is al besloten."))
    return request
