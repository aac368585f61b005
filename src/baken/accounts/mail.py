"""A mail that says that something waits, and no more: one task a person, tried again until it goes out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext, override
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from baken.accounts.models import User

WAIT_MINUTES = (1, 5, 15, 60)


def tell(people: Iterable[User], *, subject: str, body: str) -> int:
    """Put a mail to each of them in the queue, in the transaction of what happened; gives how many.

    `subject` and `body` are the Dutch words marked with `gettext_noop`, without anything about a person or a report.
    Each gets them in their own language, and only when still with us by then.
    """
    receivers = {str(person.pk) for person in people}
    for receiver in sorted(receivers):
        waiting = send.enqueue(receiver, subject, body)
        DBTaskResult.objects.filter(pk=waiting.id).update(enqueued_at=start_of_day())
    return len(receivers)


@task()  # type: ignore[untyped-decorator]
def send(user_id: str, subject: str, body: str, attempt: int = 0) -> bool:
    """Mail one person; gives whether the mail went out. When it fails it is put in the queue again for later."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is None:
        return False
    try:
        with override(person.language):
            EmailMessage(subject=gettext(subject), body=gettext(body), to=[person.email]).send()
    except (SMTPException, OSError):
        wait = WAIT_MINUTES[min(attempt, len(WAIT_MINUTES) - 1)]
        later = timezone.now() + timedelta(minutes=wait)
        send.using(run_after=later).enqueue(user_id, subject, body, attempt + 1)
        return False
    return True


def start_of_day() -> datetime:
    """An anonymous report keeps a day and no time, and so does what waits in the queue because of it."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
