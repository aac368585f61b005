"""Invented people and the outcome that one reads out of the rules by hand."""

import pytest

from baken.catalogue import load
from baken.routes import evaluate, explain, next_question
from baken.routes.conditions import Holds
from baken.routes.tests.personas import PERSONAS


def codes(judged):
    return " ".join(each.rule.code for each in judged)


@pytest.fixture(params=PERSONAS, ids=lambda persona: persona.name)
def persona(request):
    return request.param


def test_exactly_these_rules_apply(persona):
    assert codes(evaluate(persona.answers).applied) == persona.rules


def test_who_pays_for_shelter_and_on_which_article(persona):
    first = next(line for line in evaluate(persona.answers).payments if line.pays.subject == "shelter")
    assert first.rule.code == persona.payer
    assert first.rule.law.nl in explain(evaluate(persona.answers), "nl")


def test_whom_to_call_first(persona):
    assert evaluate(persona.answers).calls[0].contact == persona.call


def test_which_shelter_fits(persona):
    offers = evaluate(persona.answers).shelters
    assert {offer.shelter.slug for offer in offers if offer.fits is Holds.YES} == set(persona.fits.split())


def test_nothing_is_left_to_ask_of_somebody_of_whom_all_is_said(persona):
    assert (
        next_question({**persona.answers, "has_b8_permit": persona.answers.get("has_b8_permit", "unknown")})
        is None
    )


def test_every_rule_is_reached_by_somebody():
    reached = {code for persona in PERSONAS for code in persona.rules.split()}
    assert reached == {rule.code for rule in load().routes.values()}
