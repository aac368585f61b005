"""Writing: receive a report, talk with the reporter, weigh it. One verb a function, atomic, with its trace."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict, Unpack

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts import access as people
from baken.accounts.models import Municipality, User
from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.assessment.stream import as_json
from baken.catalogue import load
from baken.files.accept import Accepted
from baken.privacy import codes, master, trace
from baken.signals import alerts, mask_services, moves, tokens
from baken.signals.guards import why_not
from baken.signals.handling import BY_THE_REPORTER, Handling
from baken.signals.models import InternalNote, Message, Report, ReportFile, Weighing
from baken.signals.refusals import CannotReceive, Changed, NotTaken, OnlyToRead, honestly
from baken.signals.safe import SAFE
from baken.signals.steps import Outcome, ReportStatus, next_status, without_follow_up
from baken.signals.told import Told
from baken.signals.urgency import Urgency, urgency

KIND = "report"


def _may_write(report: Report) -> None:
    if why := why_not(report):
        raise OnlyToRead(why)


@dataclass(frozen=True)
class Received:
    """The acknowledgement: the report is stored, whole and once. `code` is for the reporter only."""

    report: Report
    code: str


def hash_of(secret: str) -> str:
    """How a form is found back without keeping its secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


@honestly()
def receive_report(
    municipality: Municipality, told: Told, files: Sequence[Accepted] = (), *, handling: Handling = BY_THE_REPORTER
) -> Received:
    """Store what somebody tells and sends along, all or nothing, and give the code that belongs to it.

    The same form sent twice is one report. Raises CannotReceive when the municipality has nobody who reads reports,
    NotTaken when the files are too much together, NotStored when the disk is full.
    """
    code = codes.code_for(told.form)
    known = Report.objects.filter(form_hash=hash_of(told.form)).first()
    if known is None:
        if not people.can_receive(municipality):
            raise CannotReceive
        code_hash = codes.found_by(code)  # slow on purpose, so outside the transaction
        try:
            return Received(_store(municipality, told, files, code_hash, handling), code)
        except IntegrityError:  # the same form, sent twice at the same moment
            known = Report.objects.get(form_hash=hash_of(told.form))
    if handling.add_again:
        _send_again(known, told, files)
    return Received(known, code)


def _send_again(known: Report, told: Told, files: Sequence[Accepted]) -> None:
    """The form was sent before: another text or other files are added to the report, the same ones are not."""
    _note("sent again", known, None)
    marks = [_mark(known, each) for each in files]
    there = set(ReportFile.objects.filter(report=known).values_list("mark", flat=True))
    fresh = [each for each, mark in zip(files, marks, strict=True) if mark not in there]
    same = known.story == told.story or mask_services.was_once(known, told.story)
    text = "" if same else told.story
    if text or fresh:
        form = " ".join([told.form, hash_of(told.story), *marks])
        add_message(known, text=text, form=form, by=None, files=fresh)


@transaction.atomic
def _store(
    municipality: Municipality, told: Told, files: Sequence[Accepted], code_hash: str, handling: Handling
) -> Report:
    if handling.first:
        handling.first()
    report = Report(
        municipality=municipality,
        received_on=timezone.localdate(),
        anonymous=told.anonymous,
        question=told.question,
        language=told.language,
        place=told.place,
        moment=told.moment,
        earlier=told.earlier,
        reporter_name=told.name,
        reporter_contact=told.contact,
        **{name: getattr(told, name) for name in SAFE},
        code_hash=code_hash,
        form_hash=hash_of(told.form),
        **assessed(told.story, told.ticks, told.setting, question=told.question),
    )
    moves.begin_term(report, report.received_on)
    report.save(force_insert=True)
    _note("received", report, None)
    tokens.index_report(report)
    _attach(report, files, message=None, by=None)
    if handling.beside:
        handling.beside(report)
    if handling.alert and report.urgency == Urgency.ACUTE:
        alerts.alert(report)
    return report


def assessed(story: str, ticks: Iterable[str], setting: str, *, question: bool = False) -> dict[str, Any]:
    """What was told, and what the assessment makes of it. A question for advice is acute or normal: it names nobody."""
    found = assess(Note(story, tuple(ticks), setting or None), load(), language="nl")
    return {
        "story": story,
        "ticks": list(ticks),
        "setting": setting,
        "urgency": urgency(concern="none" if question else found.concern, acute=found.acute),
        "concern": found.concern,
        "main_type": found.indications[0].type if found.indications else "",
        "content_version": found.content_version,
        "assessment": as_json(found),
    }


def _note(verb: str, report: Report, by: User | None, why: str = "") -> None:
    actor = by.pk if by else trace.ANONYMOUS
    trace.note(verb, KIND, report.pk, actor=actor, municipality=report.municipality_id, why=why)


def _mark(report: Report, file: Accepted) -> str:
    """How the same file is known again within one report; it says nothing of the file or of other reports."""
    place = f"{report.pk} ".encode()
    return hmac.new(master.derived("file-mark"), place + file.content, hashlib.sha256).hexdigest()


def _attach(report: Report, files: Sequence[Accepted], *, message: Message | None, by: User | None) -> None:
    """Store files with a report or a message, in its transaction. Raises NotTaken when they are too much together."""
    there = ReportFile.objects.filter(report=report).defer("content")
    held = there.aggregate(all=Sum("size"))["all"] or 0
    if files and held + sum(len(each.content) for each in files) > settings.REPORT_FILES_BYTES:
        most = settings.REPORT_FILES_BYTES // 1_000_000
        raise NotTaken(
            _(
                "Bij één melding is plaats voor %(most)s MB aan bestanden; dit is te veel. Er is nog niets verstuurd."
            )
            % {"most": most}
        )
    first = there.count()
    for order, each in enumerate(files, first):
        file = ReportFile(
            report=report, municipality_id=report.municipality_id, message=message, author=by, order=order
        )
        file.on, file.mark = timezone.localdate(), _mark(report, each)
        file.take(each)
        file.save(force_insert=True)
        _note("file added", report, by, why=file.number)


@transaction.atomic
def confirm_code(report: Report) -> None:
    """The reporter showed that the code was saved."""
    if not report.code_saved:
        report.code_saved = True
        report.save(update_fields=["code_saved"])
        _note("code saved", report, None)


@honestly()
@transaction.atomic
def add_message(
    report: Report, *, text: str, form: str, by: User | None, files: Sequence[Accepted] = ()
) -> Message:
    """Say something to the other side, with files; `by` None is the reporter. The same form sent twice is one message.

    Raises NotTaken when the files are too much together, NotStored when the disk is full, OnlyToRead for staff
    while the report is restricted; a reporter can always write.
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if by is not None:
        _may_write(report)
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
    _attach(report, files, message=message, by=by)
    report.unread = by is None
    report.save(update_fields=["unread"])
    if by is None and report.status == ReportStatus.ASKED:
        moves.move(report, ReportStatus.TAKEN, today=timezone.localdate())
    if by is None:
        tokens.index_report(report)
    _note("answered" if by else "added", report, by)
    return message


@transaction.atomic
def add_note(report: Report, *, text: str, by: User) -> InternalNote:
    """Write something down for colleagues; the reporter never sees it. Raises OnlyToRead while it is restricted."""
    _may_write(report)
    note = InternalNote(
        report=report, municipality_id=report.municipality_id, author=by, at=timezone.now(), text=text
    )
    note.save(force_insert=True)
    _note("noted", report, by)
    return note


class Decided(TypedDict):
    """What a person decided: agree with the assessment or not, what happens, why, and to whose help (Referral)."""

    agrees: bool
    concern: str
    outcome: str
    reason: str
    referrals: NotRequired[list[str]]


@transaction.atomic
def weigh_report(report: Report, *, seen: int, by: User, **decided: Unpack[Decided]) -> Weighing:
    """A person decides: agree with the assessment or overrule it, what happens, and why.

    `seen`: how many weighings there were when the page was opened. Raises Changed when there are more by now, or when
    the report was closed. Closing a high concern without follow-up waits for a second person.
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    _may_write(report)
    earlier = list(Weighing.objects.filter(report=report).values_list("outcome", flat=True))
    if len(earlier) != seen:
        raise Changed(_("Een collega heeft deze melding net gewogen. Kijk eerst wat er staat."))
    if report.is_closed:
        raise Changed(_("Deze melding is afgerond. Heropen haar eerst."))
    weighing = Weighing(report=report, municipality_id=report.municipality_id, by=by, at=timezone.now(), **decided)
    if weighing.agrees:
        weighing.concern = report.concern
    weighing.save(force_insert=True)
    second = _is_high(report, weighing) and without_follow_up(weighing.outcome, earlier)
    report.taken_by = report.taken_by or by
    moves.move(report, next_status(report.status, weighing.outcome, second=second), today=timezone.localdate())
    _note("weighed", report, by, why=weighing.outcome)
    return weighing


def _is_high(report: Report, weighing: Weighing) -> bool:
    """High for the assessment, for who weighed, or by its urgency: one is enough, so that nobody can lower it alone.

    A question for advice is about nobody that can be found: only its urgency counts.
    """
    high = not report.question and "high" in (report.concern, weighing.concern)
    return high or report.urgency != Urgency.NORMAL


@transaction.atomic
def mark_read(report: Report, *, by: User) -> None:
    """The focal officer opened the report: what the reporter wrote is no longer new."""
    if report.unread:
        report.unread = False
        report.save(update_fields=["unread"])


@transaction.atomic
def mark_sent_on(report: Report, *, reference: str, by: User) -> Weighing:
    """It was sent on: a weighing with that outcome. How it weighs stays as it was; `reference` says where it went."""
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    weighings = list(Weighing.objects.filter(report=report))
    last = weighings[-1] if weighings else None
    return weigh_report(
        report,
        agrees=last.agrees if last else True,
        concern=last.concern if last else report.concern,
        outcome=Outcome.SENT_ON,
        reason=reference,
        seen=len(weighings),
        by=by,
    )
