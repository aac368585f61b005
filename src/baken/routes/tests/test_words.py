"""How an outcome is told: complete, careful, in two languages."""

import re

import pytest

from baken.catalogue import load
from baken.routes import Overruling, answer_in_words, evaluate, explain
from baken.routes.tests.personas import PERSONAS, PLAIN, WITHOUT_PAPERS

EVERYBODY = [evaluate(persona.answers) for persona in PERSONAS]
CERTAIN = {
    "nl": re.compile(r"\b(deze persoon|zij|hij|iemand) is (een )?(slachtoffer|illegaal|minderjarig|dader)\b(?! te)|illega", re.I),
    "en": re.compile(r"\b(this person|she|he) is (a |an )?(victim|illegal|minor|offender)\b|illegal", re.I),
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_tells_everything_that_came_out(language):
    for outcome in EVERYBODY:
        told = explain(outcome, language)
        for each in outcome.applied:
            assert f"{each.rule.code} {each.rule.title.say(language)}" in told
            assert each.rule.route.say(language) in told
            assert each.rule.law.say(language) in told
        for each in (*outcome.do, *outcome.do_not, *outcome.verify, *(line.pays for line in outcome.payments)):
            assert each.text.say(language) in told
        assert all(load().contacts[each.contact].name in told for each in outcome.calls)
        assert all(each.shelter.title.say(language) in told for each in outcome.shelters)
        assert all(load().route_questions[field].title.say(language) in told for field in outcome.unknown)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_is_called_anything_for_certain(language):
    for outcome in EVERYBODY:
        assert not CERTAIN[language].search(explain(outcome, language))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rule_that_rests_on_residence_says_as_far_as_known(language):
    for rule in load().routes.values():
        if {"lawful_stay", "stay_under_3_months"} & {
            each.field for each in rule.conditions
        } and rule.code != "R32":
            assert {"nl": "mogelijk", "en": "possibly"}[language] in rule.title.say(language), rule.code


def test_it_says_on_which_answers_a_rule_rests():
    told = explain(evaluate({**PLAIN, "age": 27, **WITHOUT_PAPERS}), "nl")
    assert (
        "Omdat: Leeftijd: 27; Nationaliteit of verblijfssituatie: zegt geen verblijfspapieren te hebben;" in told
    )


def test_it_says_that_somebody_is_treated_as_a_child_and_why_a_place_does_not_fit():
    told = explain(evaluate({"age": 20, "age_certain": False, "possibly_minor": True, "status": "dutch", "exploitation": ["criminal"]}), "nl")  # fmt: skip
    assert "Daarom geldt de route voor kinderen." in told
    assert "Maatschappelijke opvang: past niet (Leeftijd: behandeld als jonger dan 18)." in told


def test_it_says_which_rule_goes_first():
    told = explain(evaluate({**PLAIN, "age": 31, "no_place_found": True, **WITHOUT_PAPERS}), "en")
    assert "R30 says otherwise: The municipality. R07 goes first, with a lower number." in told


def test_it_says_who_is_called_only_if_the_person_wants_it():
    said = {**PLAIN, "age": 23, "willing_to_report": "no", "sexual_violence_within_days": 2, **WITHOUT_PAPERS}
    assert "Politie: alleen als de persoon dat wil." in explain(evaluate(said), "nl").split("\n")


def test_it_names_the_terms_and_which_one_does_not_hold():
    terms = load().deadlines
    told = explain(
        evaluate({**PLAIN, "age": 35, "dublin": True, "exploited_abroad": True, **WITHOUT_PAPERS}), "nl"
    )
    assert terms["bedenktijd_dublin"].title.nl in told.split("\n")
    assert f"{terms['bedenktijd_max'].title.nl}: geldt niet naast R08." in told


def test_it_says_what_a_person_decided_and_why():
    aside = Overruling("r17-adult-man", applies=False, reason="Wil geen mannenopvang.")
    added = Overruling("r27-address", applies=True, reason="De dader zoekt hem {overal}.")
    told = explain(evaluate({**PLAIN, "age": 27, "status": "dutch", "sex": "man"}, overruled=[aside, added]), "nl")
    assert "Door een mens opzijgezet: R17 Volwassen man. Reden: Wil geen mannenopvang." in told
    assert "Door een mens toegevoegd. Reden: De dader zoekt hem {overal}." in told


def test_it_says_which_text_is_old_and_what_to_look_up():
    told = explain(evaluate({**PLAIN, "age": 27, **WITHOUT_PAPERS}), "nl")
    assert "R07: Een deel is gelezen in een wettekst van 2015" in told
    assert "# Eerst nakijken\nDe tekst van B8/3 na 2023 en na het Migratiepact." in told


def test_what_follows_from_another_answer_is_said_so():
    told = explain(evaluate({"status": "third_country", "has_b8_permit": True, "lawful_stay": "no"}), "en")
    assert "Look again at: Lawful stay, B8 permit." in told
    told = explain(evaluate({"age": 16, "age_certain": False, "status": "eu"}), "en")
    assert "May be a minor: yes (follows from another answer)" in told


@pytest.mark.parametrize(
    ("field", "value", "dutch", "english"),
    [
        ("age", 27, "27", "27"),
        ("age", "unknown", "niet bekend", "not known"),
        ("insured", True, "ja", "yes"),
        ("insured", False, "nee", "no"),
        ("insured", None, "niet bekend", "not known"),
        ("sex", "woman", "vrouw", "woman"),
        ("needs", ("none",), "geen extra hulp", "no extra help"),
        ("needs", ("ggz", "unknown"), "psychische problemen, niet bekend", "mental problems, not known"),
        ("sexual_violence_within_days", "none", "niet gebeurd", "did not happen"),
    ],
)
def test_an_answer_in_words(field, value, dutch, english):
    question = load().route_questions[field]
    assert (answer_in_words(question, value, "nl"), answer_in_words(question, value, "en")) == (dutch, english)


def test_with_nothing_answered_it_says_so():
    told = explain(evaluate({}), "nl")
    assert "Nog geen regel past bij de antwoorden." in told
    assert "R32" in told.split("# Regels die nog kunnen gaan gelden")[1]
