"""Saying something to the other side, out of a form: the same for the reporter and for the office."""

from baken.accounts.models import User
from baken.signals import services
from baken.signals.forms import MessageForm
from baken.signals.models import Report
from baken.signals.refusals import NotTaken


def say(report: Report, form: MessageForm, *, by: User | None) -> bool:
    """Send what a valid form holds; False when it was not taken, and then the form says why."""
    told = form.cleaned_data
    try:
        services.add_message(report, text=told["text"], form=told["form"], files=told["attachments"], by=by)
    except NotTaken as why:
        form.add_error(None, str(why))
        return False
    return True
