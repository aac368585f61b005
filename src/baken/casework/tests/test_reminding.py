"""Work in cases is not forgotten: a mail without content in the morning, and who stands in sees and does it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.admission.tests.make import let_in
from baken.casework import access
from baken.casework.models import ActionPoint
from baken.casework.tests.make import make_action
from baken.coordination import access as cases
from baken.coordination.models import Case
from baken.coordination.tests.make import make_case, make_track
from baken.triage import reminders

MONDAY, SATURDAY = date(2026, 11, 30), date(2026, 11, 28)


@pytest.fixture
def case(cast):
    """A case of Chris that is not due itself."""
    found = make_case(cast.chris)
    Case.objects.update(due_on=None)
    return found


def told():
    return {each.args_kwargs["args"][0] for each in DBTaskResult.objects.filter(task_path=mail.send.module_path)}


def reminded(cast, day=MONDAY):
    DBTaskResult.objects.all().delete()
    reminders.remind(cast.havenstad, today=day)
    return told()


def due(action, day):
    ActionPoint.objects.filter(pk=action.pk).update(due_on=day)


def away(user, deputy, **values):
    user.deputy, user.away_from = deputy, timezone.localdate() - timedelta(days=9)
    user.away_until = None
    user.save()


@pytest.mark.parametrize(
    ("on", "today", "hears"),
    [
        (MONDAY, MONDAY, True),
        (SATURDAY, MONDAY, True),
        (MONDAY + timedelta(1), MONDAY, False),
        (SATURDAY, SATURDAY, False),
    ],
)
def test_a_partner_hears_that_an_action_point_is_due_and_nothing_of_it(cast, case, on, today, hears):
    victim = make_track(case)
    let_in(case, cast.loes, victim, days=90)
    due(make_action(case, cast.loes, track=victim), on)
    assert reminded(cast, today) == ({str(cast.loes.pk)} if hears else set())
    assert not any("verhuurder" in str(each.args_kwargs) for each in DBTaskResult.objects.all())


def test_who_no_longer_sees_it_is_not_reminded_and_what_is_done_is_not_either(cast, case):
    victim = make_track(case)
    let_in(case, cast.loes, victim, days=90)
    due(make_action(case, cast.loes, track=victim), MONDAY)
    case.casegrants.update(revoked_at=timezone.now())
    own = make_action(case, cast.chris)
    ActionPoint.objects.filter(pk=own.pk).update(due_on=MONDAY, state=ActionPoint.State.DONE)
    assert reminded(cast) == set()


def test_who_directs_hears_that_a_case_is_due_or_their_deputy_or_who_leads(cast, case):
    Case.objects.update(due_on=MONDAY)
    assert reminded(cast) == {str(cast.chris.pk)}
    reminders.Reminded.objects.all().delete()
    away(cast.chris, cast.amina)
    assert reminded(cast) == {str(cast.amina.pk)}
    reminders.Reminded.objects.all().delete()
    cast.chris.refresh_from_db()
    Case.objects.update(director=cast.dewi)  # cannot direct: who leads the cases hears it, here through the deputy
    assert reminded(cast) == {str(cast.amina.pk)}


def test_who_stands_in_sees_and_settles_the_action_points_they_may_see(cast, case):
    let_in(case, cast.dewi, days=90)
    action = make_action(case, cast.dewi)
    away(cast.dewi, cast.noor)
    assert access.my_actions(cast.noor) == []  # she does not see this case
    let_in(case, cast.noor, days=90)
    assert access.my_actions(cast.noor) == [action]
    assert access.may_settle(cases.look(cast.noor, case.pk), action)
    cast.dewi.away_from = None
    cast.dewi.save()
    assert access.my_actions(cast.noor) == []


def test_my_work_says_what_is_late_today_and_later_and_what_others_are_late_with(cast, case, signed_in):
    for days, text in ((-1, "Belt."), (0, "Schrijft."), (3, "Vraagt.")):
        make_action(case, cast.chris, days=days, text=text)
    let_in(case, cast.dewi, days=90)
    make_action(case, cast.dewi, days=-2, text="Zoekt.")
    page = signed_in(cast.chris).get("/werk/mijn-werk/").content.decode()
    order = [
        "<h2>Te laat</h2>",
        "Belt.",
        "<h2>Vandaag</h2>",
        "Schrijft.",
        "<h2>Later</h2>",
        "Vraagt.",
        "bij anderen",
        "Zoekt.",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
