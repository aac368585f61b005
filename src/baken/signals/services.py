"""Writing: receive a report, talk with the reporter, weigh it. One verb a function, atomic, with its trace."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts import access as people
from baken.accounts.models import Municipality, User
from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.assessment.stream import as_json
from baken.catalogue import load
from baken.privacy import codes, trace
from baken.signals import alerts
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.steps import ReportStatus, next_status
from baken.signals.told import Told
from baken.signals.triage import Urgency, urgency

KIND = "report"


class CannotReceive(RuntimeError):
    """Nobody of this municipality can read a report: the page must say where to go instead."""


@dataclass(frozen=True)
class Received:
    """The acknowledgement: the report is stored, whole and once. `code` is for the reporter only."""

    report: Report
    code: str


@dataclass(frozen=True)
class Handling:
    """How a room further on wants a report received. `beside` keeps something more, in the transaction of the report.

    `alert`: tell the focal officer when it is acute. `add_again`: another story in the same form is added to the report.
    """

    beside: Callable[[Report], None] | None = None
    alert: bool = True
    add_again: bool = True


BY_THE_REPORTER = Handling()


def hash_of(secret: str) -> str:
    """How a form is found back without keeping its secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def receive_report(municipality: Municipality, told: Told, handling: Handling = BY_THE_REPORTER) -> Received:
    """Store what somebody tells, and give the code that belongs to it. The same form sent twice is one report.

    Raises CannotReceive when the municipality has nobody who reads reports.
    """
    code = codes.code_for(told.form)
    known = Report.objects.filter(form_hash=hash_of(told.form)).first()
    if known is None:
        if not people.can_receive(municipality):
            raise CannotReceive
        code_hash = codes.found_by(code)  # slow on purpose, so outside the transaction
        try:
            return Received(_store(municipality, told, code_hash, handling), code)
        except IntegrityError:  # the same form, sent twice at the same moment
            known = Report.objects.get(form_hash=hash_of(told.form))
    if handling.add_again and known.story != told.story:
        add_message(known, text=told.story, form=f"{told.form} {hash_of(told.story)}", by=None)
    return Received(known, code)


@transaction.atomic
def _store(municipality: Municipality, told: Told, code_hash: str, handling: Handling) -> Report:
    found = assess(Note(told.story, told.ticks, told.setting or None), load(), language="nl")
    report = Report(
        municipality=municipality,
        received_on=timezone.localdate(),
        anonymous=told.anonymous,
        language=told.language,
        setting=told.setting,
        urgency=urgency(concern=found.concern, acute=found.acute),
        concern=found.concern,
        main_type=found.indications[0].type if found.indications else "",
        content_version=found.content_version,
        story=told.story,
        place=told.place,
        moment=told.moment,
        reporter_name=told.name,
        reporter_contact=told.contact,
        safe_contact=told.safe_contact,
        ticks=list(told.ticks),
        assessment=as_json(found),
        code_hash=code_hash,
        form_hash=hash_of(told.form),
    )
    report.save(force_insert=True)
    _note("received", report, None)
    if handling.beside:
        handling.beside(report)
    if handling.alert and report.urgency == Urgency.ACUTE:
        alerts.enqueue(report)
    return report


def _note(verb: str, report: Report, by: User | None, why: str = "") -> None:
    actor = by.pk if by else trace.ANONYMOUS
    trace.note(verb, KIND, report.pk, actor=actor, municipality=report.municipality_id, why=why)


@transaction.atomic
def confirm_code(report: Report) -> None:
    """The reporter showed that the code was saved."""
    if not report.code_saved:
        report.code_saved = True
        report.save(update_fields=["code_saved"])
        _note("code saved", report, None)


@transaction.atomic
def add_message(report: Report, *, text: str, form: str, by: User | None) -> Message:
    """Say something to the other side; `by` None is the reporter. The same form sent twice is one message."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    known = Message.objects.filter(form_hash=hash_of(form)).first()
    if known is not None:
        return known
    now = timezone.now()
    message = Message(
        report=report,
        municipality_id=report.municipality_id,
        author=by,
        on=timezone.localdate(),
        at=now if by else None,
        order=Message.objects.filter(report=report).count(),
        form_hash=hash_of(form),
        text=text,
    )
    message.save(force_insert=True)
    report.unread = by is None
    report.save(update_fields=["unread"])
    _note("answered" if by else "added", report, by)
    return message


@transaction.atomic
def add_note(report: Report, *, text: str, by: User) -> InternalNote:
    """Write something down for colleagues; the reporter never sees it."""
    note = InternalNote(
        report=report, municipality_id=report.municipality_id, author=by, at=timezone.now(), text=text
    )
    note.save(force_insert=True)
    _note("noted", report, by)
    return note


class Changed(RuntimeError):
    """Somebody else weighed this report in the meantime."""


@transaction.atomic
def weigh_report(
    report: Report, *, agrees: bool, concern: str, outcome: str, reason: str, seen: int, by: User
) -> Weighing:
    """A person decides: agree with the assessment or overrule it, what happens, and why.

    `seen`: how many weighings there were when the page was opened. Raises Changed when there are more by now.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    if Weighing.objects.filter(report=report).count() != seen:
        raise Changed(_("Een collega heeft deze melding net gewogen. Kijk eerst wat er staat."))
    weighing = Weighing(
        report=report,
        municipality_id=report.municipality_id,
        by=by,
        at=timezone.now(),
        agrees=agrees,
        concern=report.concern if agrees else concern,
        outcome=outcome,
        reason=reason,
    )
    weighing.save(force_insert=True)
    report.status = next_status(report.status, outcome)
    report.closed_on = timezone.localdate() if report.status == ReportStatus.CLOSED else None
    report.save(update_fields=["status", "closed_on"])
    _note("weighed", report, by, why=outcome)
    return weighing


@transaction.atomic
def mark_read(report: Report, *, by: User) -> None:
    """The focal officer opened the report: what the reporter wrote is no longer new."""
    if report.unread:
        report.unread = False
        report.save(update_fields=["unread"])
