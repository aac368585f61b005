"""Who received a package is told that something waits, without content, and again when mail is down."""

from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django_tasks_db.models import DBTaskResult

from baken.sharing.alerts import tell
from baken.sharing.models import Delivery
from baken.sharing.tests.make import make_disclosure


class MailIsDown(BaseEmailBackend):
    """A post office that refuses."""

    def send_messages(self, email_messages):
        raise SMTPException("vol")


@pytest.fixture
def delivery(cast):
    make_disclosure(cast.amina, receiver=cast.duindorp)
    return Delivery.objects.get()


def test_els_gets_a_mail_that_says_only_that_something_waits(cast, delivery):
    assert DBTaskResult.objects.count() == 1
    assert tell.func(str(delivery.pk)) == 1
    [message] = mail.outbox
    assert message.to == [cast.els.email]
    assert not any(word in message.subject + message.body for word in (delivery.number, "loods", "Havenstad"))


def test_again_later_when_mail_is_down(delivery, settings):
    settings.EMAIL_BACKEND = "baken.sharing.tests.test_alerts.MailIsDown"
    assert tell.func(str(delivery.pk)) == 0
    assert DBTaskResult.objects.count() == 2


def test_a_package_that_is_gone_is_told_to_nobody(db):
    assert tell.func("00000000-0000-0000-0000-000000000000") == 0
