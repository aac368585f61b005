"""Telling the receiver in this installation that something waits: a mail without content."""

from django.utils import timezone
from django.utils.translation import gettext_noop

from baken.accounts import access as people
from baken.accounts import mail
from baken.sharing.models import Delivery


def alert(delivery: Delivery) -> int:
    """Mail who may read this package; gives how many."""
    return mail.tell(
        people.who_may(delivery.for_whom, delivery.municipality, today=timezone.localdate()),
        subject=gettext_noop("Er wacht iets op je in Baken"),
        body=gettext_noop("Een collega stuurde je iets door. Meld je aan in Baken om het te lezen."),
    )
