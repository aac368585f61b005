"""Where was it? Chosen, or found by postcode or name; elsewhere the page says where to go, and 112 when it is acute."""

import pytest

from baken.accounts.services import set_postcodes
from baken.catalogue import load
from baken.signals.models import Report
from baken.signals.tests.test_report import ANSWERS

WHERE = ANSWERS | {"step": "where", "municipality": ""}


@pytest.fixture
def recorded(cast):
    set_postcodes(cast.havenstad, ranges=[(1234, 1240), (1250, 1250)], by=cast.farid)
    set_postcodes(cast.duindorp, ranges=[(1240, 1249)], by=cast.farid)


def chosen(page):
    return page.context["page"].answers.get("municipality")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("1234", "havenstad"), ("1250 AB", "havenstad"), ("1245", "duindorp"), ("haven", "havenstad"), ("DUINDORP", "duindorp")],
)  # fmt: skip
def test_a_postcode_or_name_finds_the_municipality(recorded, client, typed, found):
    page = client.post("/melden/", WHERE | {"find": typed})
    assert page.templates[0].name == "signals/report_who.html"
    assert chosen(page) == found


def test_two_that_share_a_postcode_are_both_offered(recorded, client):
    page = client.post("/melden/", WHERE | {"find": "1240"})
    assert page.status_code == 422
    assert "Duindorp, Havenstad" in page.content.decode()


def test_who_chose_one_and_typed_another_is_asked(recorded, client):
    page = client.post("/melden/", WHERE | {"municipality": "havenstad", "find": "1245"})
    assert page.status_code == 422
    assert "Duindorp. Kies er één." in page.content.decode()


def test_nothing_chosen_and_nothing_typed_is_told_so(recorded, client):
    assert "Kies een gemeente." in client.post("/melden/", WHERE).content.decode()


@pytest.mark.parametrize("typed", ["9999", "Verweggistan", "h"])
def test_a_municipality_without_baken_shows_where_to_go_and_keeps_the_text(recorded, client, typed):
    page = client.post("/melden/", WHERE | {"find": typed})
    assert page.templates[0].name == "signals/report_elsewhere.html"
    text = page.content.decode()
    shown = [each for each in load().contacts.values() if f"<strong>{each.name}</strong>" in text]
    assert [each.slug for each in shown] == [each.slug for each in load().contacts.values() if each.takes_reports]
    assert shown[0].phone == "112"
    assert len(shown) <= 6
    assert all(each.phone for each in shown)
    assert 'href="/contact/"' in text
    assert ANSWERS["story"] in text
    assert f"Bij “{typed}” vinden wij geen gemeente" in text


def test_a_slip_of_the_pen_can_be_mended_where_it_was_made(recorded, client):
    page = client.post("/melden/", WHERE | {"find": "Havenstat", "go": "change:where"})
    assert 'value="Havenstat"' in page.content.decode()


def test_the_last_page_calls_the_municipality_by_its_name(recorded, client):
    page = client.post("/melden/", WHERE | {"step": "who", "find": "haven", "who": "anonymous"})
    assert page.templates[0].name == "signals/report_check.html"
    assert "<dd>Havenstad" in page.content.decode()


def test_what_is_acute_says_112_first(recorded, client):
    story = "Help mij, ik zit opgesloten en kan niet weg. Ze bedreigen mij met een mes."
    page = client.post("/melden/", WHERE | {"find": "9999", "story": story})
    assert "Bel nu 112." in page.content.decode()


def test_sending_to_a_municipality_without_baken_never_breaks(recorded, client):
    page = client.post("/melden/", WHERE | {"step": "check", "go": "send", "find": "9999"})
    assert page.templates[0].name == "signals/report_elsewhere.html"
    assert Report.objects.count() == 0


def test_sending_with_only_a_postcode_reaches_the_right_one(recorded, cast, client):
    client.post("/melden/", WHERE | {"step": "check", "go": "send", "find": "1245"})
    assert Report.objects.get().municipality == cast.duindorp
