"""Reminders: what is due reaches a person each working day, without content, and is never silent."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as post
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.accounts.roles import Role
from baken.accounts.tests.make import carry_out, make_person
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import access, reminders, services
from baken.triage.tests.make import CALM, make_old_report, make_taken, make_waiting

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY, SATURDAY = datetime(2026, 11, 30).date(), datetime(2026, 11, 28).date()
MAIL = mail.send.module_path


def due(report, day, **more):
    Report.objects.filter(pk=report.pk).update(due_on=day, **more)


def told():
    """Who gets a mail, by id; each was put in the queue as a task of its own."""
    return {each.args_kwargs["args"][0] for each in DBTaskResult.objects.filter(task_path=MAIL)}


def test_who_has_work_that_is_due_gets_a_mail_and_others_do_not(cast):
    due(make_taken(cast.amina), MONDAY)
    assert reminders.remind(cast.havenstad, today=MONDAY) == 1
    assert told() == {str(cast.amina.pk)}


def test_what_nobody_took_reaches_everybody_who_can(cast):
    due(make_report(cast.havenstad), MONDAY)
    reminders.remind(cast.havenstad, today=MONDAY)
    assert told() == {str(cast.amina.pk), str(cast.noor.pk)}


def test_what_is_due_later_reaches_nobody(cast):
    due(make_report(cast.havenstad), MONDAY + timedelta(days=1))
    assert reminders.remind(cast.havenstad, today=MONDAY) == 0


def test_the_deputy_hears_it_when_amina_is_away(cast):
    due(make_taken(cast.amina), MONDAY)
    cast.amina.deputy, cast.amina.away_from = cast.hugo, MONDAY
    cast.amina.save()
    reminders.remind(cast.havenstad, today=MONDAY)
    assert told() == {str(cast.hugo.pk)}


def test_when_amina_is_away_without_a_deputy_her_work_is_everybodys(cast):
    due(make_taken(cast.amina), MONDAY)
    cast.amina.away_from = MONDAY
    cast.amina.save()
    reminders.remind(cast.havenstad, today=MONDAY)
    assert told() == {str(cast.noor.pk)}


def test_a_second_look_is_for_who_did_not_weigh(cast):
    due(make_waiting(cast.amina), MONDAY)
    reminders.remind(cast.havenstad, today=MONDAY)
    assert told() == {str(cast.noor.pk)}


def test_what_waits_far_too_long_reaches_the_administrator_as_a_number(cast, signed_in):
    report = make_old_report(cast.amina, days=40)
    reminders.remind(cast.havenstad, today=timezone.localdate())
    assert str(cast.farid.pk) in told()
    page = signed_in(cast.farid).get("/werk/").content.decode()
    assert "1 melding wacht veel langer dan afgesproken" in page
    assert report.number not in page
    assert access.long_overdue_for(cast.farid, today=timezone.localdate()) == 1
    assert "veel langer" not in signed_in(cast.bram).get("/werk/").content.decode()


def test_in_the_weekend_only_what_is_acute(cast):
    due(make_report(cast.havenstad), SATURDAY)
    assert reminders.remind(cast.havenstad, today=SATURDAY) == 0
    due(make_report(cast.duindorp, form="a" * 32), SATURDAY, urgency="acute")
    assert reminders.remind(cast.duindorp, today=SATURDAY) == 1


def test_a_day_has_one_round_however_often_it_is_asked(cast):
    due(make_taken(cast.amina), MONDAY)
    assert [reminders.remind(cast.havenstad, today=MONDAY) for _ in range(3)] == [1, 0, 0]


def test_the_mail_says_only_that_work_waits(cast):
    report = make_taken(cast.amina)
    due(report, MONDAY)
    reminders.remind(cast.havenstad, today=MONDAY)
    assert carry_out() == 1
    (sent,) = post.outbox
    assert sent.subject == "Er wacht werk in Baken"
    assert report.number not in sent.subject + sent.body
    assert "Amina" not in sent.subject + sent.body


def test_a_round_plans_the_next_one_first_and_one_only(cast):
    reminders.plan()
    reminders.plan()
    (planned,) = DBTaskResult.objects.filter(task_path=reminders.remind_all.module_path)
    assert timezone.localtime(planned.run_after).time() == reminders.MORNING
    planned.delete()
    due(make_taken(cast.amina), timezone.localdate(), urgency="acute")
    assert reminders.remind_all.func() == 1
    assert DBTaskResult.objects.filter(task_path=reminders.remind_all.module_path).count() == 1


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-30 07:00", "2026-11-30 07:30"),
        ("2026-11-30 07:30", "2026-12-01 07:30"),
        ("2026-12-31 23:59", "2027-01-01 07:30"),
        ("2026-03-28 22:00", "2026-03-29 07:30"),  # the night in which summer time begins
        ("2026-10-24 22:00", "2026-10-25 07:30"),  # and in which it ends
        ("2028-02-28 12:00", "2028-02-29 07:30"),
    ],
)
def test_the_next_morning_is_half_past_seven_on_the_clock(now, expected):
    here = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)
    assert f"{reminders.next_morning(here):%Y-%m-%d %H:%M}" == expected


def test_the_first_page_of_the_desk_says_what_is_due(cast, signed_in):
    today = timezone.localdate()
    late, hers = make_old_report(cast.amina, days=30, story=CALM), make_taken(cast.noor, form="n" * 32)
    due(hers, today)
    page = signed_in(cast.amina).get("/werk/").content.decode()
    assert late.number in page
    assert "te laat sinds" in page
    assert hers.number not in page
    services.take_report(late, seen=services.state_of(Report.objects.get(pk=late.pk)), by=cast.noor)
    assert "Er is niets dat vandaag af moet." in signed_in(cast.amina).get("/werk/").content.decode()


def test_many_officers_cost_no_more_questions(cast, django_assert_max_num_queries):
    for number in range(10):
        make_person(f"Persoon{number} Test", cast.havenstad, Role.FOCAL_OFFICER)
        make_report(cast.havenstad, form=f"{number:032d}")
    with django_assert_max_num_queries(4):
        list(access.due_for(cast.amina, today=MONDAY))
