"""For who needs help: in twelve languages, at most three questions to the right phone, light enough for an old phone."""

import re
from datetime import date

import pytest
from django.contrib.staticfiles import finders
from django.db import DatabaseError

from baken.catalogue import load
from baken.help_page import views
from baken.help_page.way import PAGES
from baken.knowledge.tests.make import make_contact

LANGUAGES = "nl en pl bg ro hu vi es uk ar tr ti".split()
ALL = [(language, step) for language in LANGUAGES for step in PAGES]
CONTACTS = {each.phone for each in load().contacts.values() if each.phone}
FULL_BYTES = 20_000


def address(language, step=""):
    return f"/hulp/{language}/{step}/" if step else f"/hulp/{language}/"


def shown(client, language, step="", **asked):
    return client.get(address(language, step), asked).content.decode()


def style_bytes():
    with open(finders.find("help.css"), "rb") as file:
        return len(file.read())


def test_the_languages_are_those_of_the_facts(db):
    assert list(load().help) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_every_language_is_light(db, client, language):
    sizes = {step: len(client.get(address(language, step)).content) + style_bytes() for step in PAGES}
    assert {step: size for step, size in sizes.items() if size >= FULL_BYTES} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_works_without_script_or_cookie_and_fetches_only_its_style(db, client, language):
    for step in PAGES:
        answer = client.get(address(language, step))
        page = answer.content.decode()
        assert (answer.status_code, answer["Cache-Control"], answer["Referrer-Policy"]) == (200, "no-store", "no-referrer")  # fmt: skip
        assert answer["Content-Language"] == language
        assert not answer.cookies
        assert not re.search(r"<(script|img|form|input|iframe)\b| style=|baken", page, re.IGNORECASE)
        assert (
            re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == ["/static/help.css"] or "help." in page
        )
        assert "data-quick-exit" in page
        assert 'href="tel:112"' in page
        assert f'<html lang="{language}"{" dir=" + chr(34) + "rtl" + chr(34) if language == "ar" else ""}>' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_first_page_everybody_comes_to_a_contact_in_three_answers(db, client, language):
    reached, at = {""}, [""]
    for _ in range(3):
        at = [to for step in at for to in re.findall(rf'<li><a href="/hulp/{language}/(\w+)/">', shown(client, language, step))]  # fmt: skip
        reached |= set(at)
    assert reached == set(PAGES) - {"r"}
    for step in reached:
        if len(step) == 3:
            assert 1 <= len(re.findall("<section>", shown(client, language, step))) <= 3


def test_only_numbers_of_the_content_are_shown(db, client):
    for language, step in ALL:
        called = set(re.findall(r'href="(tel:[^"]*)"', shown(client, language, step)))
        assert called <= {f"tel:{re.sub('[^0-9]', '', phone)}" for phone in CONTACTS}, (language, step)


def test_who_wants_to_call_gets_a_phone_number(db, client):
    for who in "abcdef":
        assert re.search(r'class="phone" href="tel:0', shown(client, "nl", f"2{who}1")), who


def test_who_does_not_want_to_call_gets_only_contacts_with_a_website_or_mail(db):
    for step, page in PAGES.items():
        if page.writes:
            assert all(load().contacts[slug].url or load().contacts[slug].email for slug in page.contacts), step


def test_a_number_that_was_not_checked_says_so_and_when_it_was_seen(db, client):
    page = shown(client, "pl", "2a1")
    assert page.count("Jeszcze niesprawdzone. Widziane dnia <bdi>23-11-2026</bdi>") == 2
    assert "Dzień i noc · Bezpłatnie" in page  # Veilig Thuis
    assert "Godziny jeszcze nieznane" in page  # the police: hours are in no source


def test_a_phone_number_that_nobody_found_is_not_made_up(db, client):
    page = shown(client, "en", "2b3")
    assert "Phone number not known yet" in page
    assert "www.fairwork.nu" in page


def test_a_sentence_in_dutch_helps_who_speaks_no_dutch(db, client):
    assert 'lang="nl" dir="ltr">Ik heb hulp nodig. Ik spreek Arabisch. Ik wil graag een tolk.' in shown(client, "ar", "1")  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_in_its_own_language_that_it_is_to_be_confirmed(db, client, language):
    texts = load().help[language]
    assert (texts.to_confirm in shown(client, language)) == (language not in ("nl", "en"))


@pytest.mark.parametrize("path", ["/hulp/xx/", "/hulp/nl/3/", "/hulp/nl/2g/", "/hulp/nl/2a4/", "/hulp/NL/", "/hulp/pl/r1/"])  # fmt: skip
def test_what_is_no_language_or_no_answer_is_not_there(db, client, path):
    assert client.get(path).status_code == 404


def test_the_rights_are_short_and_say_that_they_are_to_be_checked(db, client):
    page = shown(client, "nl", "r")
    assert "Een tolk kost jou niets." in page
    assert "Deze teksten zijn nog niet nagekeken." in page
    assert max(len(sentence.split()) for each in load().help["nl"].rights_lines for sentence in each.text.split(". ")) <= 25  # fmt: skip


def test_the_municipality_that_was_chosen_adds_its_own_contact_points(cast, client):
    make_contact(cast.amina)
    page = shown(client, "nl", "2b1", gemeente="havenstad")
    assert "14 0000" in page
    assert 'href="/hulp/pl/2b1/?gemeente=havenstad"' in page
    assert "14 0000" not in shown(client, "nl", "2b1", gemeente="duindorp")


def test_the_page_stays_light_with_the_longest_local_contact_points(cast, client):
    for number in range(5):
        make_contact(cast.amina, name=f"{number}" * 80, purpose_nl="é" * 200, hours_nl="é" * 120, order=number)
    page = shown(client, "bg", "2f1", gemeente="havenstad")
    assert page.count("é" * 200) == 3
    assert len(page.encode()) + style_bytes() < FULL_BYTES


def test_a_local_text_in_english_or_dutch_is_marked_as_such(cast, client):
    make_contact(cast.amina, purpose_nl="Voor iedereen", purpose_en="For everybody")
    assert '<span lang="en" dir="ltr">For everybody' in shown(client, "ti", gemeente="havenstad")
    assert '<span lang="nl" dir="ltr">Voor iedereen' in shown(client, "nl", gemeente="havenstad")


def test_a_local_contact_point_that_is_due_says_so(cast, client):
    make_contact(cast.amina, review_on=date(2026, 1, 1))
    assert "Misschien klopt dit niet meer." in shown(client, "nl", "1", gemeente="havenstad")


def test_the_way_in_stands_on_the_first_page_and_below_every_page(db, client):
    first = client.get("/").content.decode()
    assert all(f'href="/hulp/{language}/"' in first for language in LANGUAGES)
    assert 'href="/hulp/"' in client.get("/wet/").content.decode()
    assert 'href="/en/hulp/"' in client.get("/en/wet/").content.decode()
    assert 'href="/hulp/"' in client.post("/check/uitkomst/", {"text": "Ik durf niet weg."}).content.decode()


def test_without_a_database_the_page_still_says_whom_to_call(db, client, monkeypatch):
    def broken(request):
        raise DatabaseError

    monkeypatch.setattr(views, "place_of", broken)
    assert "0800-2000" in shown(client, "nl", "2a1", gemeente="havenstad")
