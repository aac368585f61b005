"""Random people: never an error, the same words twice, and what must hold for everybody."""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baken.routes import evaluate, explain, next_question
from baken.routes.conditions import Holds
from baken.routes.tests.people import QUESTIONS, anybody, everything_said


def codes(judged):
    return {each.rule.code for each in judged}


def fitting(outcome):
    return [(each.shelter.slug, each.fits) for each in outcome.shelters]


def shuffled(answers):
    pairs = list(answers.items())
    random.Random(len(pairs)).shuffle(pairs)
    return {field: value[::-1] if isinstance(value, list) else value for field, value in pairs}


def told_twice(answers):
    first, second = evaluate(answers), evaluate(shuffled(answers))
    assert first == second
    for language in ("nl", "en"):
        words = explain(first, language)
        assert words == explain(second, language)
        assert words
    assert next_question(answers) == next_question(shuffled(answers))


@given(anybody())
@settings(max_examples=300, deadline=None)
def test_anybody_is_told_the_same_words_twice(answers):
    told_twice(answers)


@pytest.mark.slow
@given(anybody())
@settings(max_examples=10_000, deadline=None, database=None)
def test_ten_thousand_people_are_told_the_same_words_twice(answers):
    told_twice(answers)


@given(anybody())
@settings(max_examples=150, deadline=None)
def test_every_rule_has_one_verdict_and_a_reason(answers):
    outcome = evaluate(answers)
    judged = (*outcome.applied, *outcome.open, *outcome.ruled_out)
    assert len(judged) == len(codes(judged)) == 34
    assert all(each.why for each in outcome.applied)
    assert all(each.against for each in outcome.ruled_out)
    assert all(each.to_ask or each.not_known for each in outcome.open)
    assert [each.rule.priority for each in outcome.applied] == sorted(
        each.rule.priority for each in outcome.applied
    )


@given(everything_said(unknown=False), st.sets(st.sampled_from(sorted(QUESTIONS))))
@settings(max_examples=150, deadline=None)
def test_a_new_answer_takes_nothing_back(answers, not_asked):
    assume(not evaluate(answers).known.clashes)
    fewer = {field: value for field, value in answers.items() if field not in not_asked}
    before, after = evaluate(fewer), evaluate(answers)
    assert codes(before.applied) <= codes(after.applied)
    assert codes(before.ruled_out) <= codes(after.ruled_out)


def asked(person, until="all"):
    """What is answered of this person when only the questions of the engine are asked."""
    said = {}
    while question := next_question(said, until=until):
        assert question.slug not in said
        said[question.slug] = person[question.slug]
    return said


@given(everything_said())
@settings(max_examples=60, deadline=None)
def test_asking_only_what_is_needed_finds_the_same_route(person):
    everything = evaluate(person)
    assume(not everything.known.clashes and not everything.stopped)
    outcome = evaluate(asked(person))
    assert outcome.all_clear
    assert codes(outcome.applied) == codes(everything.applied)
    assert outcome.payments == everything.payments
    assert outcome.calls == everything.calls
    assert fitting(outcome) == fitting(everything)


@given(everything_said())
@settings(max_examples=60, deadline=None)
def test_when_the_route_is_clear_nothing_changes_who_pays(person):
    everything = evaluate(person)
    assume(not everything.known.clashes and not everything.stopped)
    outcome = evaluate(asked(person, until="route"))
    assert outcome.route_clear
    now, then = (
        [line.rule.code for line in each.payments if line.pays.subject == "shelter" and not line.loses_to][:1]
        for each in (outcome, everything)
    )
    assert now in ([], then)


@given(anybody())
@settings(max_examples=150, deadline=None)
def test_who_may_be_a_child_gets_no_place_for_adults(answers):
    outcome = evaluate({**answers, "age_certain": False, "possibly_minor": True})
    for_adults = {
        "cosm",
        "crisisopvang",
        "maatschappelijke-opvang",
        "mannenopvang",
        "noodbed-politie",
        "vrouwenopvang",
    }
    assert not {each.shelter.slug for each in outcome.shelters if each.fits is not Holds.NO} & for_adults
    assert not codes(outcome.applied) & {"R07", "R08", "R09", "R12", "R14", "R15", "R16", "R17", "R33"}
    assert "R03" in codes(outcome.applied)


@given(anybody(), st.sampled_from(["dutch", "eu", "third_country", "asylum", "undocumented", "unknown"]))
@settings(max_examples=150, deadline=None)
def test_where_somebody_comes_from_is_no_sign(answers, status):
    """What is about danger, harm, age, needs and exploitation is judged the same for every nationality."""
    same = {f"R{number:02}" for number in (1, 2, 3, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 30)}
    one, other = evaluate({**answers, "status": "dutch"}), evaluate({**answers, "status": status})
    assert codes(one.applied) & same == codes(other.applied) & same
    assert codes(one.open) & same == codes(other.open) & same
