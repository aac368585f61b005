"""Saying something to the other side, out of a form: the same for the reporter and for the office; and asking while weighing."""

from collections.abc import Sequence
from typing import Unpack

from django.db import transaction

from baken.accounts.models import User
from baken.signals import services
from baken.signals.forms import MessageForm
from baken.signals.models import Message, Report, Weighing
from baken.signals.refusals import NotTaken
from baken.signals.services import Decided
from baken.signals.steps import ReportStatus
from baken.ui.forms import new_secret


def say(report: Report, form: MessageForm, *, by: User | None) -> bool:
    """Send what a valid form holds; False when it was not taken, and then the form says why."""
    told = form.cleaned_data
    try:
        services.add_message(report, text=told["text"], form=told["form"], files=told["attachments"], by=by)
    except NotTaken as why:
        form.add_error(None, str(why))
        return False
    return True


@transaction.atomic
def weigh(report: Report, *, question: str, seen: int, by: User, **decided: Unpack[Decided]) -> Weighing:
    """Weigh the report and send the question to the reporter, if there is one: both or neither. Raises Changed and NotTaken."""
    weighing = services.weigh_report(report, seen=seen, by=by, **decided)
    if question:
        services.add_message(report, text=question, form=new_secret(), by=by)
    return weighing


def must_ask(report: Report, talk: Sequence[Message]) -> bool:
    """Whether asking first means writing a question now: the reporter can read it, and none waits for an answer."""
    return report.code_saved and not _office_spoke_last(talk)


def waits_for_nothing(report: Report, talk: Sequence[Message]) -> bool:
    """Whether the report waits for the reporter while nothing was asked that waits for an answer."""
    return report.status == ReportStatus.ASKED and not _office_spoke_last(talk)


def _office_spoke_last(talk: Sequence[Message]) -> bool:
    return bool(talk) and talk[-1].author_id is not None
