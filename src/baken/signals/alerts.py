"""Telling the focal officer that something waits: a mail without content, sent by the worker, tried again when it fails."""

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from baken.accounts import access as people
from baken.signals.models import Report

WAIT_MINUTES = (1, 5, 15, 60)


@task()  # type: ignore[untyped-decorator]
def alert(report_id: str, attempt: int = 0) -> int:
    """Mail the focal officers (and deputies) of the report's municipality; gives how many. Tries again later on failure."""
    report = Report.objects.select_related("municipality").filter(pk=report_id).first()
    if report is None:
        return 0
    receivers = people.who_may("weigh_reports", report.municipality, today=timezone.localdate())
    try:
        for person in receivers:
            with override(person.language):
                EmailMessage(
                    subject=_("Er wacht iets op je in Baken"),
                    body=_("Er is iets dat vandaag je aandacht vraagt. Meld je aan in Baken om het te lezen."),
                    to=[person.email],
                ).send()
    except (SMTPException, OSError):
        wait = WAIT_MINUTES[min(attempt, len(WAIT_MINUTES) - 1)]
        alert.using(run_after=timezone.now() + timedelta(minutes=wait)).enqueue(report_id, attempt + 1)
        return 0
    return len(receivers)


def enqueue(report: Report) -> None:
    """Put the alert in the queue, in the transaction of the report: both are there, or neither."""
    waiting = alert.enqueue(str(report.pk))
    DBTaskResult.objects.filter(pk=waiting.id).update(enqueued_at=_start_of_day())


def _start_of_day() -> datetime:
    """An anonymous report keeps a day and no time, in the queue too."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
