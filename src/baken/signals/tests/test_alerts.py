"""An acute report is told to who reads it: without content, also when somebody is away."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from baken.accounts.tests.make import carry_out
from baken.signals.alerts import alert
from baken.signals.models import Report
from baken.signals.tests.make import make_report


@pytest.fixture
def acute(cast):
    report = make_report(cast.havenstad)
    Report.objects.filter(pk=report.pk).update(urgency="acute")
    return report


def test_the_mail_says_only_that_something_waits(cast, acute):
    alert(acute)
    carry_out()
    assert {address for message in mail.outbox for address in message.to} == {cast.amina.email, cast.noor.email}
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert acute.number not in text
    assert "loods" not in text


def test_the_deputy_gets_it_when_amina_is_away(cast, acute):
    cast.noor.grants.all().delete()
    today = timezone.localdate()
    cast.amina.deputy, cast.amina.away_from, cast.amina.away_until = cast.hugo, today, today + timedelta(days=3)
    cast.amina.save()
    alert(acute)
    carry_out()
    assert [message.to for message in mail.outbox] == [[cast.hugo.email]]
