"""Three answers to "does it apply?", what follows from an answer, which rule wins, and what a person decides."""

import pytest

from baken.catalogue.routes import Condition
from baken.routes import Overruling, WrongAnswer, evaluate
from baken.routes.answers import know
from baken.routes.conditions import Holds, holds
from baken.routes.tests.people import QUESTIONS
from baken.routes.tests.personas import OUTSIDE_EU, PLAIN, WITHOUT_PAPERS

RULE = "r32-much-unknown"


def applied(answers, **more):
    return {each.rule.code for each in evaluate(answers, **more).applied}


def line(outcome, code):
    return next(each for each in outcome.payments if each.rule.code == code)


@pytest.mark.parametrize(
    ("said", "op", "value", "expected"),
    [
        (None, "eq", "eu", "open"), ("eu", "eq", "eu", "yes"), ("dutch", "eq", "eu", "no"), ("unknown", "eq", "eu", "open"),
        ("unknown", "eq", "unknown", "yes"), ("dutch", "eq", "unknown", "no"),
        (None, "ne", "eu", "open"), ("eu", "ne", "eu", "no"), ("dutch", "ne", "eu", "yes"), ("unknown", "ne", "eu", "yes"),
        (None, "in", ("eu", "dutch"), "open"), ("eu", "in", ("eu", "dutch"), "yes"), ("asylum", "in", ("eu", "dutch"), "no"),
        ("unknown", "in", ("eu", "dutch"), "open"), ("unknown", "in", ("eu", "unknown"), "yes"),
    ],
)  # fmt: skip
def test_unknown_never_counts_as_true_except_for_not_that(said, op, value, expected):
    known = know({} if said is None else {"status": said}, QUESTIONS)
    assert holds(Condition(field="status", op=op, value=value), known) is Holds(expected)


@pytest.mark.parametrize(
    ("said", "expected"),
    [(None, "open"), (("lvb",), "yes"), (("none",), "no"), (("unknown",), "open"), ("unknown", "open"), (("lvb", "unknown"), "yes"), (("ggz", "unknown"), "open")],
)  # fmt: skip
def test_one_of_several_answers(said, expected):
    known = know({} if said is None else {"needs": said}, QUESTIONS)
    assert holds(Condition(field="needs", op="contains", value="lvb"), known) is Holds(expected)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, True), (6, True), (7, True), (8, False), ("none", False), ("unknown", False), (None, False)],
)
def test_seven_days_after_sexual_violence(days, expected):
    assert ("R24" in applied({"sexual_violence_within_days": days})) is expected


@pytest.mark.parametrize(
    ("answers", "adult", "child"),
    [
        ({}, "open", "open"),
        ({"age": 30}, "open", "open"),
        ({"age": 30, "age_certain": True}, "yes", "no"),
        ({"age": 18, "age_certain": True}, "yes", "no"),
        ({"age": 17}, "no", "yes"),
        ({"age": 17, "age_certain": True, "possibly_minor": False}, "no", "yes"),
        ({"age": 30, "age_certain": False}, "open", "open"),
        ({"age": 30, "age_certain": False, "possibly_minor": True}, "no", "yes"),
        ({"age": 30, "age_certain": False, "possibly_minor": "unknown"}, "no", "yes"),
        ({"age": 30, "age_certain": "unknown", "possibly_minor": "unknown"}, "no", "yes"),
        ({"age": 30, "age_certain": False, "possibly_minor": False}, "yes", "no"),
        ({"age": "unknown", "possibly_minor": True}, "no", "yes"),
        ({"age": "unknown", "possibly_minor": False}, "yes", "no"),
    ],
)
def test_who_may_be_a_minor_is_treated_as_one(answers, adult, child):
    known = know(answers, QUESTIONS)
    assert holds(Condition(field="age", op="gte", value=18), known) is Holds(adult)
    assert holds(Condition(field="age", op="lt", value=18), known) is Holds(child)


def test_a_rule_that_is_not_known_yet_says_what_it_needs():
    outcome = evaluate({"status": "eu", "age": 30, "age_certain": True, "sex": "unknown"})
    rules = {each.rule.code: each for each in outcome.open}
    assert rules["R14"].to_ask == ("stay_under_3_months",)
    assert (rules["R17"].to_ask, rules["R17"].not_known) == ((), ("sex",))
    assert outcome.unknown == ("sex",)


def test_a_dutch_person_has_lawful_stay_and_no_dublin_claim():
    known = know({"status": "dutch", "lawful_stay": "unknown"}, QUESTIONS)
    assert (known.value("lawful_stay"), known.value("dublin"), known.clashes) == ("yes", False, ())


def test_answers_that_do_not_go_together_are_named_and_counted_as_given():
    known = evaluate({"status": "dutch", "lawful_stay": "no"}).known
    assert known.clashes == ("lawful_stay",)
    assert known.value("lawful_stay") == "no"
    assert evaluate({"age": 16, "possibly_minor": False}).known.clashes == ("possibly_minor",)


def test_the_lower_number_wins_and_the_other_stays_to_be_seen():
    outcome = evaluate({**PLAIN, "age": 31, "no_place_found": True, **WITHOUT_PAPERS})
    assert line(outcome, "R07").loses_to == ""
    assert line(outcome, "R30").loses_to == "r07-undecided"


def test_a_rule_that_lost_makes_no_other_lose():
    outcome = evaluate({**PLAIN, "age": 31, "no_place_found": True, "privileged_status": True, **WITHOUT_PAPERS})
    assert [line(outcome, code).loses_to for code in ("R07", "R30", "R31")] == ["", "r07-undecided", ""]


def test_rules_that_name_the_same_payer_do_not_disagree():
    outcome = evaluate({**PLAIN, "age": 29, "sex": "man", "detained": True, **OUTSIDE_EU})
    assert [line(outcome, code).loses_to for code in ("R07", "R13", "R17")] == ["", "", ""]


def test_who_pays_for_the_children_is_another_matter_than_who_pays_for_shelter():
    outcome = evaluate({**PLAIN, "age": 27, "children_count": 1, **WITHOUT_PAPERS})
    assert [(each.rule.code, each.loses_to) for each in outcome.payments] == [("R07", ""), ("R21", "")]


def test_under_dublin_thirty_days_hold_and_not_three_months():
    outcome = evaluate({**PLAIN, "age": 35, "dublin": True, "exploited_abroad": True, **OUTSIDE_EU})
    clocks = {each.deadline: each.loses_to for each in outcome.clocks}
    assert clocks["bedenktijd_dublin"] == ""
    assert clocks["bedenktijd_max"] == "r08-dublin"


def test_who_wants_no_police_is_asked_before_anybody_calls_them():
    wants = {**PLAIN, "age": 36, "status": "dutch", "address_secret": True}
    for willing, careful in (("undecided", False), ("no", True)):
        calls = {each.contact: each for each in evaluate({**wants, "willing_to_report": willing}).calls}
        assert calls["politie-0900"].only_with_consent is careful
        assert not calls["gemeente-burgerzaken"].only_with_consent


def test_danger_is_112_whatever_somebody_wants():
    outcome = evaluate({"immediate_danger": True, "willing_to_report": "no"})
    assert [(each.contact, each.only_with_consent) for each in outcome.calls] == [("noodnummer-112", False)]


def test_a_person_puts_a_rule_aside_with_a_reason():
    said = {**PLAIN, "age": 32, "status": "dutch"}
    outcome = evaluate(said, overruled=[Overruling("r16-adult-dutch", applies=False, reason="Woont al veilig.")])
    assert [each.rule.code for each in outcome.overruled] == ["R16"]
    assert outcome.overruled[0].said is Holds.YES
    assert not outcome.applied
    assert not outcome.calls


def test_a_person_adds_a_rule_with_a_reason():
    said = {**PLAIN, "age": 32, "status": "dutch"}
    extra = Overruling("r27-address", applies=True, reason="De dader zoekt haar.")
    assert applied(said, overruled=[extra]) == {"R16", "R27"}


@pytest.mark.parametrize(
    ("overruled", "sentence"),
    [
        ([Overruling(RULE, applies=True, reason=" ")], "een afwijking heeft een reden nodig"),
        ([Overruling("r99", applies=True, reason="Zo is het.")], "deze regel is er niet"),
        ([Overruling(RULE, True, "Ja."), Overruling(RULE, False, "Nee.")], "over één regel staan twee besluiten"),
    ],
)
def test_no_overruling_without_a_reason_a_rule_and_one_decision(overruled, sentence):
    with pytest.raises(ValueError, match=sentence):
        evaluate({}, overruled=overruled)


@pytest.mark.parametrize(
    "answers",
    [{"shoe_size": 40}, {"age": -1}, {"age": "none"}, {"age": True}, {"age": "30"}, {"sex": "purple"}, {"sex": True}, {"insured": "yes"}, {"needs": ["lvb", "purple"]}, {"needs": "lvb"}],
)  # fmt: skip
def test_a_wrong_answer_is_refused_without_repeating_it(answers):
    with pytest.raises(WrongAnswer) as refused:
        evaluate(answers)
    assert str(next(iter(answers.values()))) not in str(refused.value)


def test_what_is_not_filled_in_was_not_asked():
    assert evaluate({"age": None, "needs": []}) == evaluate({})
