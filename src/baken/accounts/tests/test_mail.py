"""A mail says that something waits: to whom still works here, again when mail is down, in the language of the reader."""

from smtplib import SMTPException

from django.core import mail as outbox
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.accounts.tests.make import carry_out

WORDS = {"subject": "Er wacht werk in Baken", "body": "Er is iets dat vandaag je aandacht vraagt. Meld je aan."}


class MailIsDown(BaseEmailBackend):
    """A post office that refuses."""

    def send_messages(self, email_messages):
        raise SMTPException("vol")


def test_each_gets_one_mail_in_their_own_language(cast):
    cast.noor.language = "en"
    cast.noor.save()
    assert mail.tell([cast.amina, cast.noor, cast.amina], **WORDS) == 2
    assert carry_out() == 2
    assert {each.to[0]: each.subject for each in outbox.outbox} == {
        cast.amina.email: "Er wacht werk in Baken",
        cast.noor.email: "Work waits in Baken",
    }


def test_somebody_who_left_meanwhile_gets_none(cast):
    mail.tell([cast.amina], **WORDS)
    type(cast.amina).objects.filter(pk=cast.amina.pk).update(is_active=False)
    assert carry_out() == 0
    assert outbox.outbox == []


def test_when_mail_is_down_it_is_tried_again_later_and_not_given_up(cast, settings):
    settings.EMAIL_BACKEND = "baken.accounts.tests.test_mail.MailIsDown"
    assert mail.send.func(str(cast.amina.pk), *WORDS.values()) is False
    again = DBTaskResult.objects.get()
    assert again.run_after > timezone.now()
    assert again.args_kwargs["args"][-1] == 1


def test_the_queue_keeps_a_day_and_no_time(cast):
    mail.tell([cast.amina], **WORDS)
    assert timezone.localtime(DBTaskResult.objects.get().enqueued_at).hour == 0
