"""Writing: ask a colleague of another municipality to look along, take that back, and decide as that colleague."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts import mail
from baken.accounts.models import User
from baken.catalogue import load
from baken.privacy import trace
from baken.sharing import services as sharing
from baken.sharing.masking import findings
from baken.sharing.rule import Wish
from baken.signals.models import Report
from baken.triage import access, along, reminders, services
from baken.triage.along import Question
from baken.triage.models import LookAlong
from baken.triage.services import NotPossible


@transaction.atomic
def ask(report: Report, question: Question, *, by: User) -> LookAlong:
    """Let one colleague elsewhere read it until it was decided. Asked twice is once.

    Raises NotPossible when somebody was asked already or the report no longer waits, sharing.Refused without a ground.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    today, now = timezone.localdate(), timezone.now()
    last = access.last_weighing(report)
    if last is None or not along.works_alone(report, by, today):
        raise NotPossible(_("Deze melding wacht niet op een tweede persoon van buiten."))
    if question.to not in along.colleagues(by, today):
        raise NotPossible(_("Deze collega kan nu niet meekijken. Kies iemand anders."))
    if along.asked_for(report) is not None:
        raise NotPossible(_("Er is al iemand gevraagd. Trek die vraag eerst in."))
    LookAlong.objects.filter(report=report, ended_at=None).update(ended_at=now)  # of an earlier weighing
    disclosure = sharing.disclose(_draft(report, question), by=by)
    asked = LookAlong(
        report=report, municipality_id=report.municipality_id, by=by, at=now, to=question.to, weighing=last.pk,
        disclosure=disclosure.pk, reason=question.answers.get("necessity", ""),
    )  # fmt: skip
    asked.save(force_insert=True)
    _note("look along asked", asked, by, disclosure.number)
    mail.tell([question.to], subject=reminders.SUBJECT, body=reminders.WORK)
    return asked


def _draft(report: Report, question: Question) -> sharing.Draft:
    said = question.answers
    ground = load().grounds[question.ground]
    text = question.package.as_text()
    wish = Wish(
        recipient=along.RECEIVER, purpose=along.purpose_of(ground), roles=frozenset(),
        shown=frozenset(each.what for each in findings([text])), given=frozenset(name for name, value in said.items() if value),
    )  # fmt: skip
    rest = {name: value for name, value in said.items() if name not in ("necessity", "subsidiarity") and value}
    return sharing.Draft(
        id=uuid.uuid4(), subject_kind="report", subject_id=str(report.pk), ground=question.ground, wish=wish,
        organisation=f"{question.to.municipality.name}, {question.to.name}", package=question.package,
        parts=("story", "assessment"), necessity=said.get("necessity", ""), subsidiarity=said.get("subsidiarity", ""),
        answers=rest,
    )  # fmt: skip


@transaction.atomic
def stop(asked: LookAlong, *, by: User) -> None:
    """Take it back: that person can no longer read it. Twice is once."""
    if LookAlong.objects.filter(pk=asked.pk, ended_at=None).update(ended_at=timezone.now()):
        _note("look along stopped", asked, by)


@transaction.atomic
def decide(asked: LookAlong, *, agrees: str, reason: str, seen: str, by: User) -> None:
    """The colleague agrees to close it, or not, and says why. After that it cannot be read there any more.

    Raises Changed and NotPossible as `services.confirm_closing`.
    """
    verb: Any = services.confirm_closing if agrees == "yes" else services.refuse_closing
    verb(asked.report, reason=reason, seen=seen, by=by)
    LookAlong.objects.filter(pk=asked.pk).update(ended_at=timezone.now())


def _note(verb: str, asked: LookAlong, by: User, why: str = "") -> None:
    trace.note(verb, "report", asked.report_id, actor=by.pk, municipality=asked.municipality_id, why=why)
