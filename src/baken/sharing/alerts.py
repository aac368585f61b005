"""Telling the receiver in this installation that something waits: a mail without content, tried again when it fails."""

from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from baken.accounts import access as people
from baken.sharing.models import Delivery

WAIT_MINUTES = (1, 5, 15, 60)


@task()  # type: ignore[untyped-decorator]
def tell(delivery_id: str, attempt: int = 0) -> int:
    """Mail who may read this package; gives how many. Tries again later on failure."""
    delivery = Delivery.objects.select_related("municipality").filter(pk=delivery_id).first()
    if delivery is None:
        return 0
    receivers = people.who_may(delivery.for_whom, delivery.municipality, today=timezone.localdate())
    try:
        for person in receivers:
            with override(person.language):
                EmailMessage(
                    subject=_("Er wacht iets op je in Baken"),
                    body=_("Een collega stuurde je iets door. Meld je aan in Baken om het te lezen."),
                    to=[person.email],
                ).send()
    except (SMTPException, OSError):
        wait = WAIT_MINUTES[min(attempt, len(WAIT_MINUTES) - 1)]
        tell.using(run_after=timezone.now() + timedelta(minutes=wait)).enqueue(delivery_id, attempt + 1)
        return 0
    return len(receivers)
