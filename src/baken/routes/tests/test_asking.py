"""What is asked: what decides soonest first, nothing that no rule needs, and no more when it is clear."""

import pytest

from baken.catalogue import load
from baken.routes import Overruling, evaluate, next_question

DUTCH = {"immediate_danger": False, "sexual_violence_within_days": "none", "age": 30, "age_certain": True, "shelter_needed": False, "status": "dutch"}  # fmt: skip
UNDOCUMENTED = {**DUTCH, "status": "undocumented", "lawful_stay": "no"}


def asked(person, until="all"):
    said, fields = {}, []
    while question := next_question(said, until=until):
        fields.append(question.slug)
        said[question.slug] = person.get(question.slug, "unknown")
    return fields


def test_danger_comes_first():
    assert next_question({}).slug == "immediate_danger"


def test_in_danger_nothing_more_is_asked():
    outcome = evaluate({"immediate_danger": True})
    assert outcome.stopped
    assert not outcome.urgent_clear
    assert next_question({"immediate_danger": True}) is None


def test_the_urgent_part_is_clear_long_before_everything():
    urgent, route, all_ = (asked(DUTCH, until) for until in ("urgent", "route", "all"))
    assert urgent == route[: len(urgent)] == all_[: len(urgent)]
    assert set(urgent) == {
        "immediate_danger",
        "shelter_needed",
        "sexual_violence_within_days",
        "age",
        "age_certain",
    }
    assert route == [*urgent, "status"]
    assert len(all_) > len(route)
    assert evaluate(DUTCH).route_clear
    assert not evaluate(DUTCH).all_clear


def test_of_somebody_without_papers_the_route_takes_more_questions():
    assert not evaluate(UNDOCUMENTED).route_clear
    said = {**UNDOCUMENTED, "willing_to_report": "undecided", "role": "victim", "dublin": False}
    assert evaluate(said).route_clear


def test_a_bed_for_tonight_does_not_make_the_route_clear():
    said = {**DUTCH, "shelter_needed": True, "office_hours": False}
    assert evaluate(said).route_clear
    del said["status"]
    assert [each.rule.code for each in evaluate(said).applied] == ["R02"]
    assert evaluate(said).urgent_clear
    assert not evaluate(said).route_clear


def test_a_dutch_person_is_not_asked_about_residence():
    assert not set(asked(DUTCH)) & {
        "lawful_stay",
        "has_b8_permit",
        "dublin",
        "detained",
        "stay_under_3_months",
        "role",
    }


def test_an_adult_is_not_asked_what_is_only_about_children():
    assert "unaccompanied" not in asked(UNDOCUMENTED)
    assert "possibly_minor" not in asked(UNDOCUMENTED)


def test_how_old_comes_before_how_sure_and_that_before_a_doubt():
    fields = asked({**UNDOCUMENTED, "age_certain": False})
    assert fields.index("age") < fields.index("age_certain") < fields.index("possibly_minor")


def test_what_is_not_known_is_not_asked_again():
    fields = asked({})
    assert len(fields) == len(set(fields))
    everything = dict.fromkeys(load().route_questions, "unknown")
    assert next_question(everything) is None
    assert evaluate(everything).unknown


def test_somebody_for_whom_a_place_is_named_is_asked_what_that_place_asks():
    said = {**UNDOCUMENTED, "willing_to_report": "yes", "role": "victim", "dublin": False}
    outcome = evaluate(said)
    assert next(each for each in outcome.shelters if each.shelter.slug == "vrouwenopvang").to_ask == ("sex",)
    rest = dict.fromkeys(outcome.to_ask, "unknown")
    assert (
        next_question({**said, **{field: value for field, value in rest.items() if field != "sex"}}).slug == "sex"
    )


def test_a_rule_that_was_put_aside_is_not_asked_for():
    aside = [Overruling("r24-sexual-violence", applies=False, reason="Vroeg de zorgcoördinator al.")]
    said = {"immediate_danger": False, "shelter_needed": False}
    assert next_question(said).slug == "sexual_violence_within_days"
    assert next_question(said, overruled=aside).slug != "sexual_violence_within_days"


def test_the_order_of_the_answers_makes_no_difference():
    assert next_question(UNDOCUMENTED) == next_question(dict(reversed(UNDOCUMENTED.items())))


@pytest.mark.parametrize("slug", load().route_questions)
def test_every_question_can_be_asked_in_dutch_and_english(slug):
    question = load().route_questions[slug]
    texts = [
        question.ask,
        *([question.note] if question.note else []),
        *(choice.title for choice in question.choices),
    ]
    assert question.ask.nl.endswith("?")
    assert question.ask.en.endswith("?")
    assert all(text.nl.strip() and text.en.strip() and text.nl != text.en for text in texts if text.nl != "man")


@pytest.mark.parametrize("slug", load().route_questions)
def test_every_question_is_needed_by_a_rule(slug):
    content = load()
    used = {each.field for rule in content.routes.values() for each in rule.conditions}
    assert slug in used
