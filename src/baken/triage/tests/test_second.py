"""Four eyes: a high concern is not closed without follow-up until a second person agrees."""

import pytest

from baken.signals import services as reports
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import access, services
from baken.triage.models import Step
from baken.triage.tests.make import CALM, make_waiting


def page_of(report, tail=""):
    return f"/werk/meldingen/{report.pk}/{tail}"


def look(client, report, **typed):
    seen = services.state_of(Report.objects.get(pk=report.pk))
    return client.post(page_of(report, "stap/tweede/"), {"seen": seen} | typed)


@pytest.fixture
def waiting(cast):
    """A high concern that Noor wants to close; Amina can look."""
    return make_waiting(cast.noor)


def test_it_waits_and_the_first_sees_that_and_for_whom(cast, signed_in):
    waiting = make_waiting(cast.amina)
    assert (waiting.status, waiting.closed_on) == ("second", None)
    page = signed_in(cast.amina).get(page_of(waiting)).content.decode()
    assert "Jij wilt deze hoge zorg afronden" in page
    assert "Noor Blom" in page


def test_the_second_agrees_and_it_is_closed(cast, signed_in, waiting):
    amina = signed_in(cast.amina)
    assert "Kijk mee" in amina.get(page_of(waiting)).content.decode()
    assert "Ik zie niets meer te doen." in amina.get(page_of(waiting, "stap/tweede/")).content.decode()
    assert look(amina, waiting, agrees="yes").status_code == 422  # not without a reason
    look(amina, waiting, agrees="yes", reason="Ik las het ook zo.")
    closed = Report.objects.get(pk=waiting.pk)
    assert (closed.status, Step.objects.get().kind) == ("closed", "second confirmed")


def test_the_second_does_not_agree_and_it_is_weighed_again(cast, signed_in, waiting):
    look(signed_in(cast.amina), waiting, agrees="no", reason="Bel eerst de school.")
    again = Report.objects.get(pk=waiting.pk)
    assert (again.status, again.taken_by, again.closed_on) == ("taken", cast.noor, None)
    assert "Bel eerst de school." in signed_in(cast.amina).get(page_of(waiting)).content.decode()


def test_nobody_is_the_second_for_oneself(cast, signed_in):
    waiting = make_waiting(cast.amina)
    answer = look(signed_in(cast.amina), waiting, agrees="yes", reason="Ik weet het zeker.")
    assert answer.status_code == 422
    assert "Jij hebt deze melding zelf gewogen" in answer.content.decode()
    assert Report.objects.get(pk=waiting.pk).status == "second"


def test_who_works_alone_is_told_what_to_do(cast, signed_in):
    waiting = make_waiting(cast.els)
    page = signed_in(cast.els).get(page_of(waiting)).content.decode()
    assert "Vraag de beheerder om een tweede aandachtsfunctionaris" in page
    assert [row["id"] for row in access.due_for(cast.els, today=waiting.due_on)] == [
        waiting.pk
    ]  # it stays in sight


@pytest.mark.parametrize("way", ["overruled", "lowered", "followed_up"])
def test_there_is_no_way_around_it(cast, way):
    report = make_report(cast.havenstad)
    if way == "lowered":
        seen = services.state_of(report)
        services.change_urgency(report, urgency="normal", reason="Valt mee.", seen=seen, by=cast.amina)
    outcome = "followed_up" if way == "followed_up" else "no_indication"
    reports.weigh_report(
        report, seen=0, by=cast.amina, agrees=way != "overruled", concern="none", outcome=outcome, reason="Klaar."
    )
    assert Report.objects.get(pk=report.pk).status == "second"


def test_a_low_concern_that_a_person_raised_needs_two_as_well(cast):
    report = make_report(cast.havenstad, story=CALM)
    services.change_urgency(report, urgency="acute", reason="?", seen=services.state_of(report), by=cast.amina)
    decided = {"agrees": True, "concern": "", "outcome": "advice", "reason": "Klaar."}
    reports.weigh_report(report, seen=0, by=cast.amina, **decided)
    assert Report.objects.get(pk=report.pk).status == "second"


def test_after_real_follow_up_one_person_closes_it(cast):
    report = make_report(cast.havenstad)
    decided = {"agrees": True, "concern": "", "reason": "Politie pakt het op."}
    reports.weigh_report(report, seen=0, by=cast.amina, outcome="sent_on", **decided)
    assert Report.objects.get(pk=report.pk).status == "sent_on"
    reports.weigh_report(report, seen=1, by=cast.amina, outcome="followed_up", **decided)
    assert Report.objects.get(pk=report.pk).status == "closed"


def test_what_does_not_wait_cannot_be_confirmed(cast, signed_in):
    report = make_report(cast.havenstad)
    answer = look(signed_in(cast.amina), report, agrees="yes", reason="Alvast.")
    assert "wacht niet op een tweede persoon" in answer.content.decode()


def test_the_second_is_late_when_a_colleague_weighed_it_anew(cast, signed_in, waiting):
    seen = services.state_of(waiting)
    decided = {"agrees": True, "concern": "", "outcome": "to_case", "reason": "Toch een casus."}
    reports.weigh_report(waiting, seen=1, by=cast.noor, **decided)
    typed = {"seen": seen, "agrees": "yes", "reason": "Mijn lange uitleg."}
    page = signed_in(cast.amina).post(page_of(waiting, "stap/tweede/"), typed).content.decode()
    assert "Toch een casus." in page
    assert "Mijn lange uitleg." in page
    assert Report.objects.get(pk=waiting.pk).status == "weighed"
