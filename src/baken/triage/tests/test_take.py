"""Who has a report: take it, hand it over, change its urgency, reopen it; and what happens when two do so at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.privacy.models import Trace
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import access, services
from baken.triage.lists import Chosen
from baken.triage.models import Step
from baken.triage.tests.make import make_taken

TODAY = timezone.localdate()


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad)


def page_of(report, tail=""):
    return f"/werk/meldingen/{report.pk}/{tail}"


def step(client, report, what, **typed):
    seen = services.state_of(Report.objects.get(pk=report.pk))
    return client.post(page_of(report, f"stap/{what}/"), {"seen": seen} | typed)


def mine(user):
    return [row["id"] for row in access.work_list(user, Chosen(lijst="mijn"), today=TODAY)]


def test_amina_takes_a_report_and_everybody_sees_that(cast, signed_in, report):
    amina = signed_in(cast.amina)
    assert "Niemand heeft deze melding nog opgepakt" in amina.get(page_of(report)).content.decode()
    assert step(amina, report, "oppakken").status_code == 302
    report.refresh_from_db()
    assert (report.status, report.taken_by) == ("taken", cast.amina)
    assert "Jij hebt deze melding" in amina.get(page_of(report)).content.decode()
    assert "Amina Haddou" in amina.get("/werk/meldingen/?lijst=mijn").content.decode()
    assert Trace.objects.filter(verb="taken", record=str(report.pk), actor=str(cast.amina.pk)).count() == 1


def test_taking_a_report_gives_no_extra_time(cast, report):
    before = report.due_on
    services.take_report(report, seen=services.state_of(report), by=cast.amina)
    report.refresh_from_db()
    assert report.due_on == before


def test_handing_over_says_to_whom_and_why(cast, signed_in, report):
    amina = signed_in(cast.amina)
    refused = step(amina, report, "overdragen", reason="Ik ga met verlof.")
    assert refused.status_code == 422
    assert "Ik ga met verlof." in refused.content.decode()
    step(amina, report, "overdragen", to=cast.noor.pk, reason="Ik ga met verlof.")
    report.refresh_from_db()
    assert report.taken_by == cast.noor
    assert "Ik ga met verlof." in amina.get(page_of(report)).content.decode()


@pytest.mark.parametrize("who", ["hugo", "otto", "els"])
def test_a_report_goes_only_to_who_may_weigh_it(cast, signed_in, report, who):
    answer = step(signed_in(cast.amina), report, "overdragen", to=getattr(cast, who).pk, reason="Doe jij dit?")
    assert answer.status_code == 422
    with pytest.raises(services.NotPossible):
        services.hand_over(
            report, to=getattr(cast, who), reason="x", seen=services.state_of(report), by=cast.amina
        )
    assert Report.objects.get(pk=report.pk).taken_by is None


def test_when_amina_is_away_her_reports_are_her_deputys_and_come_back(cast, signed_in):
    report = make_taken(cast.amina)
    assert mine(cast.amina) == [report.pk]
    cast.amina.deputy, cast.amina.away_from, cast.amina.away_until = cast.hugo, TODAY, TODAY + timedelta(days=3)
    cast.amina.save()
    assert mine(cast.hugo) == [report.pk]
    page = signed_in(cast.hugo).get(page_of(report)).content.decode()
    assert "Nu weg; Hugo Prins valt in." in page
    cast.amina.away_until = TODAY - timedelta(days=1)
    cast.amina.away_from = TODAY - timedelta(days=4)
    cast.amina.save()
    del cast.hugo.roles
    assert signed_in(cast.hugo).get(page_of(report)).status_code == 403


def test_two_take_at_once_and_the_second_is_told_who_was_first(cast, signed_in, report):
    seen = services.state_of(report)
    services.take_report(report, seen=seen, by=cast.noor)
    page = signed_in(cast.amina).post(page_of(report, "stap/oppakken/"), {"seen": seen})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Een collega was je voor" in text
    assert "Noor Blom" in text
    assert Report.objects.get(pk=report.pk).taken_by == cast.noor


def test_two_at_once_both_texts_stand_there_and_nothing_typed_is_lost(cast, signed_in, report):
    seen = services.state_of(report)
    services.change_urgency(report, urgency="acute", reason="Zij belde net.", seen=seen, by=cast.noor)
    typed = {"seen": seen, "urgency": "normal", "reason": "De wijkagent was er al."}
    amina = signed_in(cast.amina)
    page = amina.post(page_of(report, "stap/urgentie/"), typed).content.decode()
    assert "Zij belde net." in page
    assert "De wijkagent was er al." in page
    again = services.state_of(Report.objects.get(pk=report.pk))
    assert again in page
    assert amina.post(page_of(report, "stap/urgentie/"), typed | {"seen": again}).status_code == 302


def test_the_urgency_is_changed_by_a_person_with_a_reason_and_the_last_day_moves(cast, signed_in):
    calm = make_report(cast.havenstad, story="Er staat een fiets in de gang.", form="k" * 32)
    amina = signed_in(cast.amina)
    assert step(amina, calm, "urgentie", urgency="acute").status_code == 422
    step(amina, calm, "urgentie", urgency="acute", reason="Er is een kind bij.")
    changed = Report.objects.get(pk=calm.pk)
    assert (changed.urgency, changed.due_on) == ("acute", TODAY)
    page = amina.get(page_of(calm)).content.decode()
    assert "Er is een kind bij." in page
    assert "Gewoon → Acuut" in page
    assert "al zo" in step(amina, calm, "urgentie", urgency="acute", reason="Nog eens.").content.decode()


def test_a_closed_report_is_reopened_with_a_reason_by_who_then_has_it(cast, signed_in, report):
    amina = signed_in(cast.amina)
    assert "niet afgerond" in step(amina, report, "heropenen", reason="x").content.decode()
    Report.objects.filter(pk=report.pk).update(status="closed", closed_on=TODAY, due_on=None)
    assert "Heropen haar eerst" in step(amina, report, "oppakken").content.decode()
    assert "Heropen haar eerst" in step(amina, report, "urgentie", urgency="acute", reason="x").content.decode()
    assert step(amina, report, "heropenen").status_code == 422
    step(amina, report, "heropenen", reason="De melder belde opnieuw.")
    opened = Report.objects.get(pk=report.pk)
    assert (opened.status, opened.taken_by, opened.closed_on) == ("taken", cast.amina, None)
    assert opened.due_on is not None
    assert Step.objects.get().reason == "De melder belde opnieuw."
    assert str(Step.objects.get()) == f"stap bij {report.pk}"


def test_a_step_that_does_not_exist_is_no_page(cast, signed_in, report):
    assert signed_in(cast.amina).get(page_of(report, "stap/weggooien/")).status_code == 404


@pytest.mark.parametrize("what", ["oppakken", "overdragen", "urgentie", "tweede", "heropenen"])
def test_every_step_has_a_page_of_its_own(cast, signed_in, report, what):
    assert signed_in(cast.amina).get(page_of(report, f"stap/{what}/")).status_code == 200
    assert signed_in(cast.els).get(page_of(report, f"stap/{what}/")).status_code == 404
    assert signed_in(cast.bram).get(page_of(report, f"stap/{what}/")).status_code == 403
