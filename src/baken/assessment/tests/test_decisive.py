"""The next safe question is about what would change the outcome."""

import pytest

from baken.assessment.assess import assess
from baken.assessment.decisive import decisive
from baken.assessment.indications import indications
from baken.assessment.observation import Note
from baken.catalogue import load


def found_of(*slugs: str, minor: bool | None = None):
    return indications(slugs, load(), minor=bool(minor))


def test_with_two_signs_of_a_means_one_of_the_purpose_would_change_the_outcome():
    found = found_of("lab-passports-kept-by-employer", "gen-family-threatened")
    assert found[0].strength == "moderate"
    assert "purpose" in decisive(found, minor=False)
    assert "means" not in decisive(found, minor=False)


def test_where_nothing_is_seen_no_single_answer_decides():
    assert decisive([], minor=None) == ()


def test_the_age_is_asked_where_being_under_18_would_change_the_outcome():
    found = found_of("lab-extreme-hours", "lab-pay-far-below-minimum")
    assert found[0].of("purpose")
    assert not found[0].of("means")
    assert "age" in decisive(found, minor=None)
    assert "age" not in decisive(found, minor=False)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_would_change_the_outcome_comes_first_and_says_so(language):
    note = Note(ticks=("lab-extreme-hours", "lab-pay-far-below-minimum"))
    answer = assess(note, load(), language=language)
    assert answer.unknown[0].endswith(
        {"nl": "Dit kan de uitkomst veranderen.", "en": "This can change the outcome."}[language]
    )


def test_the_first_question_to_ask_is_about_that():
    note = Note(ticks=("lab-extreme-hours", "lab-pay-far-below-minimum"), minor=False)
    questions = [slug for slug in assess(note, load()).advice if load().advice[slug].kind == "ask"]
    assert load().advice[questions[0]].about == "means"
