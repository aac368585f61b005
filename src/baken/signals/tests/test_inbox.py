"""The inbox: who sees what, weighing, answering, and the trace of it."""

import re

import pytest

from baken.privacy.models import Trace
from baken.signals import services
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.tests.make import STORY, make_report

AGREE = {
    "weging-agrees": "yes",
    "weging-outcome": "to_case",
    "weging-reason": "Drie signalen tegelijk.",
    "weging-seen": "0",
}


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad)


def page_of(report, tail=""):
    return f"/werk/meldingen/{report.pk}/{tail}"


def test_amina_reads_the_report_and_leaves_a_trace(cast, signed_in, report):
    page = signed_in(cast.amina).get(page_of(report))
    assert "De baas van de loods" in re.sub(r"</?mark[^>]*>", "", page.content.decode())
    assert Trace.objects.filter(verb="seen", record=str(report.pk), actor=str(cast.amina.pk)).count() == 1


def test_els_of_another_municipality_gets_404_and_that_is_traced_too(cast, signed_in, report):
    assert signed_in(cast.els).get(page_of(report)).status_code == 404
    assert Trace.objects.filter(verb="refused", actor=str(cast.els.pk)).count() == 1


@pytest.mark.parametrize("who", ["farid", "gerda", "bram", "hugo", "loes"])
def test_without_the_capability_nobody_reads_or_weighs(cast, signed_in, report, who):
    client = signed_in(getattr(cast, who))
    assert client.get("/werk/meldingen/").status_code == 403
    assert client.get(page_of(report)).status_code == 403
    assert client.post(page_of(report, "wegen/"), AGREE).status_code == 403


def test_the_list_shows_nothing_of_the_story(cast, signed_in, report):
    page = signed_in(cast.amina).get("/werk/meldingen/").content.decode()
    assert report.number in page
    assert "loods" not in page


def test_the_most_urgent_stands_first(cast, signed_in):
    calm = make_report(cast.havenstad, story="Er staat een fiets in de gang.", form="b" * 32)
    urgent = make_report(cast.havenstad, story="Iets.", form="c" * 32)
    Report.objects.filter(pk=urgent.pk).update(urgency="acute")
    page = signed_in(cast.amina).get("/werk/meldingen/").content.decode()
    assert page.index(urgent.number) < page.index(calm.number)


def test_weighing_needs_a_reason_and_moves_the_report(cast, signed_in, report):
    client = signed_in(cast.amina)
    refused = client.post(page_of(report, "wegen/"), AGREE | {"weging-reason": ""})
    assert refused.status_code == 422
    assert client.post(page_of(report, "wegen/"), AGREE).status_code == 302
    report.refresh_from_db()
    assert report.status == "weighed"
    assert Weighing.objects.get().reason == "Drie signalen tegelijk."


def test_overruling_says_how_it_weighs_instead(cast, signed_in, report):
    client = signed_in(cast.amina)
    change = {"weging-agrees": "no", "weging-outcome": "no_indication"}
    assert client.post(page_of(report, "wegen/"), AGREE | change).status_code == 422
    client.post(page_of(report, "wegen/"), AGREE | change | {"weging-concern": "none"})
    report.refresh_from_db()
    assert (report.status, Weighing.objects.get().concern) == ("second", "none")
    assert report.closed_on is None


def test_two_people_weighing_at_once_the_second_sees_it_and_loses_nothing(cast, signed_in, report):
    client = signed_in(cast.amina)
    client.post(page_of(report, "wegen/"), AGREE)
    page = client.post(page_of(report, "wegen/"), AGREE | {"weging-reason": "Mijn eigen reden."})
    assert page.status_code == 422
    assert "Een collega heeft deze melding net gewogen" in page.content.decode()
    assert "Mijn eigen reden." in page.content.decode()
    assert "Drie signalen tegelijk." in page.content.decode()
    assert Weighing.objects.count() == 1


def test_notes_stay_inside_and_answers_go_out(cast, signed_in, report):
    client = signed_in(cast.amina)
    client.post(page_of(report, "notitie/"), {"notitie-text": "Bellen met de wijkagent."})
    client.post(
        page_of(report, "antwoord/"), {"bericht-text": "Dank je. Welke dag was het?", "bericht-form": "q" * 32}
    )
    assert InternalNote.objects.get().text == "Bellen met de wijkagent."
    assert [message.text for message in report.messages.all()] == ["Dank je. Welke dag was het?"]


def test_reading_marks_what_the_reporter_added_as_read(cast, signed_in, report):
    services.add_message(report, text="Nog iets.", form="z" * 32, by=None)
    signed_in(cast.amina).get(page_of(report))
    report.refresh_from_db()
    assert report.unread is False


def test_the_list_costs_the_same_queries_with_one_report_or_with_thirty(
    cast, signed_in, report, django_assert_max_num_queries
):
    client = signed_in(cast.amina)
    client.get("/werk/meldingen/")
    for number in range(30):
        make_report(cast.havenstad, story=STORY, form=f"{number:032d}")
    with django_assert_max_num_queries(8):
        client.get("/werk/meldingen/")


def test_a_calm_report_is_closed_by_one_person(cast, signed_in):
    calm = make_report(cast.havenstad, story="Er staat een fiets in de gang.", form="b" * 32)
    signed_in(cast.amina).post(page_of(calm, "wegen/"), AGREE | {"weging-outcome": "no_indication"})
    calm.refresh_from_db()
    assert (calm.status, calm.due_on) == ("closed", None)
    assert calm.closed_on is not None


def test_no_trafficking_but_help_needed_says_which_help(cast, signed_in, report):
    client = signed_in(cast.amina)
    helped = AGREE | {"weging-outcome": "help_needed"}
    assert "Kies naar welke hulp" in client.post(page_of(report, "wegen/"), helped).content.decode()
    client.post(page_of(report, "wegen/"), helped | {"weging-referrals": ["debt", "housing"]})
    assert Weighing.objects.get().led_to == ["Schuldhulp", "Huisvesting of opvang"]
    assert "Verwezen naar: Schuldhulp, Huisvesting of opvang" in client.get(page_of(report)).content.decode()


def test_a_question_to_the_reporter_waits_until_the_answer_comes(cast, signed_in, report):
    signed_in(cast.amina).post(page_of(report, "wegen/"), AGREE | {"weging-outcome": "ask"})
    report.refresh_from_db()
    assert (report.status, report.taken_by) == ("asked", cast.amina)
    services.add_message(report, text="Het was dinsdag.", form="y" * 32, by=None)
    report.refresh_from_db()
    assert (report.status, report.unread) == ("taken", True)


def test_who_asks_first_writes_the_question_there_and_the_reporter_reads_it(cast, signed_in, report):
    services.confirm_code(report)
    amina, ask = signed_in(cast.amina), AGREE | {"weging-outcome": "ask"}
    empty = amina.post(page_of(report, "wegen/"), ask)
    assert empty.status_code == 422
    assert "Schrijf op wat je aan de melder vraagt." in empty.content.decode()
    question = {"weging-question": "Op welke dag was dat?"}
    other = amina.post(page_of(report, "wegen/"), AGREE | question)
    assert other.status_code == 422
    assert "Je schreef een vraag, maar koos iets anders." in other.content.decode()
    assert not Weighing.objects.exists()
    assert amina.post(page_of(report, "wegen/"), ask | question).status_code == 302
    assert Message.objects.get().text == "Op welke dag was dat?"
    assert "Er is nog niets gevraagd." not in amina.get(page_of(report)).content.decode()
    again = ask | {"weging-seen": "1"}
    assert amina.post(page_of(report, "wegen/"), again).status_code == 302  # that question still waits
    assert Message.objects.count() == 1


def test_a_question_stays_with_the_words_of_a_colleague_who_was_first(cast, signed_in, report):
    services.weigh_report(report, agrees=True, concern="", outcome="to_case", reason="Eerst.", seen=0, by=cast.els)
    ask = AGREE | {"weging-outcome": "ask", "weging-question": "Op welke dag was dat?"}
    page = signed_in(cast.amina).post(page_of(report, "wegen/"), ask)
    assert page.status_code == 422
    assert "Vraag aan de melder: Op welke dag was dat?" in page.content.decode()
    assert not Message.objects.exists()


def test_a_report_that_waits_while_nothing_was_asked_says_so_until_a_message_goes(cast, signed_in, report):
    amina = signed_in(cast.amina)
    assert "Er is nog niets gevraagd." not in amina.get(page_of(report)).content.decode()
    amina.post(page_of(report, "wegen/"), AGREE | {"weging-outcome": "ask"})
    page = amina.get(page_of(report)).content.decode()
    assert "Er is nog niets gevraagd." in page
    assert "de code is niet bevestigd" in page
    services.confirm_code(report)
    assert "Schrijf de vraag" in amina.get(page_of(report)).content.decode()
    services.add_message(report, text="Op welke dag was dat?", form="v" * 32, by=cast.amina)
    assert "Er is nog niets gevraagd." not in amina.get(page_of(report)).content.decode()


def test_a_closed_report_is_not_weighed_again_by_accident(cast, signed_in):
    calm = make_report(cast.havenstad, story="Er staat een fiets in de gang.", form="b" * 32)
    client = signed_in(cast.amina)
    client.post(page_of(calm, "wegen/"), AGREE | {"weging-outcome": "no_indication"})
    page = client.post(page_of(calm, "wegen/"), AGREE | {"weging-seen": "1", "weging-reason": "Toch iets."})
    assert page.status_code == 422
    assert "Heropen haar eerst" in page.content.decode()
    assert "Toch iets." in page.content.decode()
