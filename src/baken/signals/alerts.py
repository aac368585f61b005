"""Telling the focal officer that something waits: a mail without content, in the transaction of the report."""

from django.utils import timezone
from django.utils.translation import gettext_noop

from baken.accounts import access as people
from baken.accounts import mail
from baken.signals.models import Report


def alert(report: Report) -> int:
    """Mail the focal officers (and deputies) of the report's municipality; gives how many."""
    return mail.tell(
        people.who_may("weigh_reports", report.municipality, today=timezone.localdate()),
        subject=gettext_noop("Er wacht iets op je in Baken"),
        body=gettext_noop("Er is iets dat vandaag je aandacht vraagt. Meld je aan in Baken om het te lezen."),
    )
