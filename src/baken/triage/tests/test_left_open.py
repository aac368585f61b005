"""What nobody answers and what nobody closes is said, without content: a package of Amina at Els, a report of two years."""

from datetime import datetime, timedelta

import pytest
from django.core import mail as post
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.accounts.tests.make import carry_out
from baken.sharing import services as sharing
from baken.sharing.models import Delivery
from baken.sharing.tests.make import make_disclosure
from baken.signals.models import Report, TermSetting
from baken.triage import access, reminders
from baken.triage.tests.make import CALM, make_old_report

MONDAY, TUESDAY, SATURDAY = (datetime(2026, 11, day).date() for day in (30, 24, 28))
MAIL = mail.send.module_path


def told(body=reminders.WORK):
    """Who gets a mail with these words, by id."""
    asked = [each.args_kwargs["args"] for each in DBTaskResult.objects.filter(task_path=MAIL)]
    return {each[0] for each in asked if each[2] == body}


def came(day):
    """The package came at noon of that day. A delivery is written once, so past the guard of its model."""
    noon = timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=12)
    QuerySet(Delivery).update(at=noon)


@pytest.mark.parametrize(
    ("sent", "today", "reminded"),
    [
        (datetime(2026, 11, 17).date(), TUESDAY, False),  # five working days: today is the last
        (datetime(2026, 11, 16).date(), TUESDAY, True),
        (datetime(2026, 11, 2).date(), SATURDAY, False),  # not on a day that the office is closed
    ],
)
def test_els_is_reminded_of_a_package_that_waits_longer_than_five_working_days(cast, sent, today, reminded):
    make_disclosure(cast.amina, receiver=cast.duindorp)
    came(sent)
    reminders.remind(cast.duindorp, today=today)
    reminders.remind(cast.havenstad, today=today)
    assert told() == ({str(cast.els.pk)} if reminded else set())


def test_once_she_answered_there_is_no_reminder(cast):
    make_disclosure(cast.amina, receiver=cast.duindorp)
    came(datetime(2026, 10, 1).date())
    sharing.reply(Delivery.objects.get(), kind="receipt", text="", form="r" * 32, by=cast.els)
    assert reminders.remind(cast.duindorp, today=TUESDAY) == 0


def test_the_care_coordinator_hears_of_her_own_packages_only(cast):
    make_disclosure(cast.amina, receiver=cast.havenstad, for_whom="receive_for_care")
    came(datetime(2026, 10, 1).date())
    reminders.remind(cast.havenstad, today=TUESDAY)
    assert told() == {str(cast.dewi.pk)}


@pytest.fixture
def years_old(cast):
    report = make_old_report(cast.amina, days=800, story=CALM)
    Report.objects.filter(pk=report.pk).update(status="weighed", due_on=None)
    return report


def test_on_monday_who_weighs_hears_that_nobody_closed_it(cast, years_old):
    for day in (TUESDAY, MONDAY):
        reminders.remind(cast.havenstad, today=day)
    assert told(reminders.LONG_OPEN) == {str(cast.amina.pk), str(cast.noor.pk)}
    carry_out()
    words = [each.body for each in post.outbox if "niemand rondde het af" in each.body]
    assert len(words) == 2
    assert years_old.number not in " ".join(words)


def test_it_is_named_on_the_first_page_with_the_way_to_the_list(cast, signed_in, years_old):
    page = signed_in(cast.amina).get("/werk/").content.decode()
    assert "Niemand rondde dit af" in page
    assert "1 melding staat al heel lang open" in page
    before = access.open_too_long(cast.havenstad, today=timezone.localdate())[1]
    listed = signed_in(cast.amina).get(f"/werk/meldingen/?tot={before}").content.decode()
    assert years_old.number in listed
    assert "Niemand rondde dit af" not in signed_in(cast.els).get("/werk/").content.decode()


def test_the_municipality_sets_after_how_many_months(cast, years_old):
    today = timezone.localdate()
    known = {"changed_by": cast.farid, "changed_on": today}
    TermSetting.objects.create(municipality=cast.havenstad, open_months=36, **known)
    assert access.open_too_long(cast.havenstad, today=today)[0] == 0
