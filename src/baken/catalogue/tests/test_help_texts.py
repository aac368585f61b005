"""The help page says the same in every language, and no language lacks a word."""

import shutil

import pytest

from baken.catalogue.files import CONTENT
from baken.catalogue.reader import ContentError
from baken.catalogue.store import load


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "content"
    shutil.copytree(CONTENT, found, ignore=shutil.ignore_patterns(".cache"))
    return found


def change(folder, language, old, new):
    path = folder / "help" / f"{language}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "old", "new", "field"),
    [
        ("pl", "exit:", "weg:", "exit"),
        ("ti", "right: tolk", "right: schade", "rights_lines"),
        ("ar", "contact: nla", "contact: nooit-geweest", "contacts"),
        ("vi", "confirmed_by: null", "confirmed_by: tolkdienst", "confirmed_on"),
    ],
)
def test_a_language_that_lacks_something_stops_the_start(folder, language, old, new, field):
    change(folder, language, old, new)
    with pytest.raises(ContentError) as wrong:
        load(folder)
    assert (wrong.value.place, wrong.value.field) == (f"help/{language}.yaml", field)


def test_a_language_that_a_native_speaker_approved_no_longer_asks_for_it(folder):
    change(folder, "uk", "confirmed_by: null\nconfirmed_on: null", "confirmed_by: tolkdienst\nconfirmed_on: 2026-11-30")  # fmt: skip
    found = load(folder).help
    assert not found["uk"].is_unconfirmed
    assert found["ro"].is_unconfirmed


def test_hours_are_one_of_the_words_that_the_help_page_can_say(folder):
    path = folder / "contacts" / "csg.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("opening: always", "opening: soms"), encoding="utf-8")
    with pytest.raises(ContentError, match="opening"):
        load(folder)


def test_what_the_help_page_says_of_hours_is_what_the_contact_says():
    for contact in load().contacts.values():
        hours = contact.hours.nl if contact.hours else ""
        assert (contact.opening == "always") == hours.startswith("dag en nacht") or contact.slug == "acm"
        assert (contact.opening == "weekdays") == hours.startswith("maandag tot en met vrijdag 9.00-17.00")
        assert contact.free == ("gratis" in hours) or contact.slug == "fairwork"
