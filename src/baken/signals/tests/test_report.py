"""Telling: the form in short steps, the code, and that nothing typed is ever lost."""

import re

import pytest

from baken.privacy import trace
from baken.privacy.models import Trace
from baken.signals.models import Message, Report
from baken.signals.tests.make import STORY

ANSWERS = {
    "story": STORY,
    "municipality": "havenstad",
    "place": "Kade",
    "moment": "gisteren",
    "who": "anonymous",
    "form": "f" * 32,
}
CODE = re.compile(r"(\d{4} ){4}\d{4}")


def send(client, **changed):
    return client.post("/melden/", ANSWERS | {"step": "check", "go": "send"} | changed)


def test_the_steps_follow_each_other_and_carry_the_answers_along(cast, client):
    page = client.post("/melden/", {"step": "what", "story": STORY})
    assert page.templates[0].name == "signals/report_where.html"
    assert STORY in page.content.decode()
    page = client.post("/melden/", {"step": "where", **ANSWERS})
    assert page.templates[0].name == "signals/report_who.html"
    page = client.post("/melden/", {"step": "who", **ANSWERS})
    assert page.templates[0].name == "signals/report_check.html"
    assert Report.objects.count() == 0


def test_sending_stores_one_report_and_shows_the_code(cast, client):
    page = send(client)
    report = Report.objects.get()
    assert CODE.search(page.content.decode())
    assert (report.story, report.place, report.anonymous) == (STORY, "Kade", True)
    assert report.municipality == cast.havenstad
    assert not page.cookies


def test_sending_twice_gives_one_report_and_the_same_code(cast, client):
    first, second = send(client), send(client)
    assert Report.objects.count() == 1
    assert CODE.search(first.content.decode()).group() == CODE.search(second.content.decode()).group()


def test_going_back_changing_and_sending_again_keeps_both_texts(cast, client):
    send(client)
    send(client, story="Er waren ook twee vrouwen bij.")
    assert Report.objects.get().story == STORY
    assert Message.objects.get().text == "Er waren ook twee vrouwen bij."


def test_an_empty_story_is_told_so_and_nothing_typed_is_lost(cast, client):
    page = client.post("/melden/", {"step": "what", "story": "  ", "place": "Kade"})
    assert page.status_code == 422
    assert 'value="Kade"' in page.content.decode()


def test_a_story_of_a_megabyte_comes_back_with_one_clear_sentence(cast, client):
    story = "Zes mannen in een loods. " * 42_000
    page = client.post("/melden/", {"step": "what", "story": story})
    assert page.status_code == 422
    assert "Dit is te lang" in page.content.decode()
    assert story.strip() in page.content.decode()


@pytest.mark.parametrize(
    "story",
    [
        "😟 zes mannen 🏚️",
        "رجال ينامون في المستودع",
        "<script>alert(1)</script> in de loods",
        "a\x00b",
        "Zes\r\nmannen",
        "'; DROP TABLE",
    ],
)
def test_odd_texts_are_kept_as_they_are_and_never_run(cast, client, story):
    page = send(client, story=story)
    if "\x00" in story:
        assert Report.objects.count() == 0
    else:
        assert Report.objects.get().story == story
    assert "<script>alert" not in page.content.decode()


def test_answers_that_are_no_longer_valid_lead_back_to_their_step(cast, client):
    page = send(client, municipality="")
    assert page.status_code == 422
    assert page.templates[0].name == "signals/report_where.html"
    assert Report.objects.count() == 0


def test_who_wants_to_be_reached_gets_the_extra_step(cast, client):
    page = client.post("/melden/", ANSWERS | {"step": "who", "who": "known"})
    assert page.templates[0].name == "signals/report_contact.html"
    send(client, who="known", name="Jan Verzonnen", contact="0600000000", safe_hours="overdag")
    report = Report.objects.get()
    assert (report.anonymous, report.reporter_name, report.safe_hours) == (False, "Jan Verzonnen", "overdag")


def test_who_chose_anonymous_after_all_leaves_no_name(cast, client):
    send(client, name="Jan Verzonnen", contact="0600000000", safe_person="Alleen Jan")
    assert (Report.objects.get().reporter_name, Report.objects.get().safe_person) == ("", "")


def test_a_municipality_without_a_focal_officer_cannot_receive(cast, client):
    cast.els.grants.all().delete()
    page = send(client, municipality="duindorp")
    assert page.status_code == 409
    assert STORY in page.content.decode()
    assert Report.objects.count() == 0


def test_another_municipality_shows_where_to_go(cast, client):
    page = client.post("/melden/", ANSWERS | {"step": "where", "municipality": "andere"})
    assert page.templates[0].name == "signals/report_elsewhere.html"


def test_an_anonymous_report_leaves_a_date_and_no_time(cast, client):
    send(client)
    assert [line.at for line in Trace.objects.filter(kind="report")] == [None]
    assert trace.breaks() == []


def test_the_last_four_digits_prove_that_the_code_was_saved(cast, client):
    code = CODE.search(send(client).content.decode()).group()
    wrong = client.post(
        "/melden/bewaard/", {"secret": "f" * 32, "last": "0000" if code[-4:] != "0000" else "1111"}
    )
    assert wrong.status_code == 422
    assert code in wrong.content.decode()
    client.post("/melden/bewaard/", {"secret": "f" * 32, "last": code[-4:]})
    assert Report.objects.get().code_saved is True


def test_who_comes_back_with_the_code_saved_it(cast, client):
    code = CODE.search(send(client).content.decode()).group()
    assert Report.objects.get().code_saved is False
    client.post("/melding/", {"code": code})
    assert Report.objects.get().code_saved is True
