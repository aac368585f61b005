"""Coming back with the code: reading, adding, leaving; wrong codes tell nothing."""

import pytest

from baken.privacy import codes
from baken.signals import services
from baken.signals.models import Message, Report
from baken.signals.tests.make import make_report
from baken.signals.tests.test_report import ANSWERS, send

FORM = "formulier-" + "a" * 16


@pytest.fixture
def code():
    return codes.code_for(FORM)


def test_the_code_opens_the_report_and_sets_one_cookie(cast, client, code):
    make_report(cast.havenstad)
    answer = client.post("/melding/", {"code": codes.shown(code)})
    assert answer.headers["Location"] == "/melding/bericht/"
    cookie = (
        answer.cookies["baken-melding"]
        if "baken-melding" in answer.cookies
        else answer.cookies["__Host-baken-melding"]
    )
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize("typed", ["1234", "00000000000000000000", "geen cijfers", "9" * 200])
def test_wrong_and_unknown_codes_get_the_same_answer(cast, client, typed):
    make_report(cast.havenstad)
    page = client.post("/melding/", {"code": typed})
    assert page.status_code == 422
    assert "Deze code kennen wij niet" in page.content.decode()
    assert not page.cookies


def test_the_reporter_reads_the_answer_and_adds_something(cast, client, code):
    report = make_report(cast.havenstad)
    services.add_message(report, text="Op welke dag was het?", form="x" * 32, by=cast.amina)
    client.post("/melding/", {"code": code})
    page = client.get("/melding/bericht/").content.decode()
    assert "Op welke dag was het?" in page
    assert "Het laatste bericht is van ons" in page
    client.post("/melding/bericht/", {"text": "Op dinsdag.", "form": "y" * 32})
    client.post("/melding/bericht/", {"text": "Op dinsdag.", "form": "y" * 32})
    assert "Het laatste bericht is van ons" not in client.get("/melding/bericht/").content.decode()
    report.refresh_from_db()
    assert [message.text for message in Message.objects.filter(report=report)] == [
        "Op welke dag was het?",
        "Op dinsdag.",
    ]
    assert report.unread is True


def test_what_the_reporter_writes_has_a_date_and_no_time(cast):
    message = services.add_message(make_report(cast.havenstad), text="Nog iets.", form="z" * 32, by=None)
    assert message.at is None


def test_without_a_code_the_page_is_not_there(cast, client):
    assert client.get("/melding/bericht/").headers["Location"] == "/melding/"


def test_leaving_ends_it(cast, client, code):
    make_report(cast.havenstad)
    client.post("/melding/", {"code": code})
    client.post("/melding/bericht/", {"go": "leave"})
    assert client.get("/melding/bericht/").headers["Location"] == "/melding/"


def test_a_changed_cookie_opens_nothing(cast, client, code):
    make_report(cast.havenstad)
    client.post("/melding/", {"code": code})
    name = next(name for name in client.cookies if "melding" in name)
    client.cookies[name] = client.cookies[name].value[:-4] + "AAAA"
    assert client.get("/melding/bericht/").headers["Location"] == "/melding/"


def test_who_lost_the_code_starts_a_report_that_refers_to_the_old_one(cast, client):
    page = client.get("/melding/").content.decode()
    assert 'name="again" value="ja"' in page
    first = client.post("/melden/", {"again": "ja"}).content.decode()
    assert 'name="earlier"' in first
    carried = ANSWERS | {"again": "ja", "earlier": "Vorige week, over de loods"}
    assert "Vorige week, over de loods" in client.post("/melden/", carried | {"step": "who"}).content.decode()
    send(client, again="ja", earlier="Vorige week, over de loods")
    assert Report.objects.get().earlier == "Vorige week, over de loods"


def test_nobody_else_is_asked_for_an_earlier_report(cast, client):
    assert 'name="earlier"' not in client.get("/melden/").content.decode()
    assert (
        'name="earlier"' not in client.post("/melden/", ANSWERS | {"step": "where", "go": "back"}).content.decode()
    )
