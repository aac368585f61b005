"""An acute report is told to who reads it: without content, also when somebody is away, and again when mail is down."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.signals.alerts import alert
from baken.signals.models import Report
from baken.signals.tests.make import make_report


@pytest.fixture
def acute(cast):
    report = make_report(cast.havenstad)
    Report.objects.filter(pk=report.pk).update(urgency="acute")
    return report


def test_the_mail_says_only_that_something_waits(cast, acute):
    alert.func(str(acute.pk))
    assert {address for message in mail.outbox for address in message.to} == {cast.amina.email, cast.noor.email}
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert acute.number not in text
    assert "loods" not in text


def test_the_deputy_gets_it_when_amina_is_away(cast, acute):
    cast.noor.grants.all().delete()
    today = timezone.localdate()
    cast.amina.deputy, cast.amina.away_from, cast.amina.away_until = cast.hugo, today, today + timedelta(days=3)
    cast.amina.save()
    alert.func(str(acute.pk))
    assert [message.to for message in mail.outbox] == [[cast.hugo.email]]


@override_settings(
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=9
)
def test_when_mail_is_down_it_is_tried_again_later(acute):
    before = DBTaskResult.objects.count()
    assert alert.func(str(acute.pk)) == 0
    assert DBTaskResult.objects.count() == before + 1
    assert DBTaskResult.objects.latest("enqueued_at").run_after > timezone.now()
