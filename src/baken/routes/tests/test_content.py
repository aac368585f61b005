"""The rules as content: a wrong one stops the start with a sentence, and what editors must keep in mind holds."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from baken.catalogue import load
from baken.catalogue.checks import check
from baken.catalogue.reader import ContentError, read
from baken.catalogue.routes import Choice, Condition, Implied, Payment, RouteRule, RouteWhen
from baken.catalogue.text import Text, Words
from baken.routes import evaluate

WORDS = Text("Iets.", "Something.")


def problems(folder, slug, /, **change):
    """What the check says when one item is otherwise."""
    content = load()
    items = {**getattr(content, folder), slug: replace(getattr(content, folder)[slug], **change)}
    return [str(each) for each in check(replace(content, **{folder: MappingProxyType(items)}))]


def asks(field, op, value):
    return {"when": RouteWhen(all=(Condition(field=field, op=op, value=value),))}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (asks("shoe_size", "eq", 40), "veld when: vraagt naar 'shoe_size', dat er niet is"),
        (asks("age", "contains", 40), "veld when: kan 'contains' niet vragen van 'age'"),
        (asks("age", "lt", "40"), "veld when: vraagt 'age' naar '40', dat geen antwoord is"),
        (asks("age", "lt", True), "veld when: vraagt 'age' naar 'True', dat geen antwoord is"),
        (asks("status", "eq", "martian"), "veld when: vraagt 'status' naar 'martian', dat geen antwoord is"),
        (asks("status", "in", "eu"), "veld when: vraagt 'status' naar 'eu', dat geen antwoord is"),
        (asks("needs", "contains", "money"), "veld when: vraagt 'needs' naar 'money', dat geen antwoord is"),
        ({"when": RouteWhen()}, "veld when: vraagt niets: dan geldt de regel altijd"),
        ({"sources": ()}, "veld sources: heeft geen bron"),
        ({"sources": ("hearsay",)}, "veld sources: verwijst naar 'hearsay', dat er niet is"),
        ({"shelters": ("castle",)}, "veld shelters: kent 'castle' niet"),
        ({"first_calls": ("ghostbusters",)}, "veld first_calls: kent 'ghostbusters' niet"),
        ({"consent_calls": ("ghostbusters",)}, "veld consent_calls: kent 'ghostbusters' niet"),
        ({"deadlines": ("doomsday",)}, "veld deadlines: kent 'doomsday' niet"),
        ({"replaces": ("doomsday",)}, "veld replaces: kent 'doomsday' niet"),
        ({"confidence": "total"}, "veld confidence: kent 'total' niet"),
        ({"code": "R01"}, "veld code: 'R01' staat ook in een andere regel"),
        ({"pays": Payment(subject="taxi", payers=("state",), text=WORDS)}, "veld pays: kent 'taxi' niet"),
        ({"pays": Payment(subject="care", payers=("uncle",), text=WORDS)}, "veld pays: kent 'uncle' niet"),
        (
            {"do": Words(("Iets.",), ())},
            "veld do: heeft in het Nederlands een ander aantal regels dan in het Engels",
        ),
    ],
)
def test_a_wrong_rule_stops_the_start_with_a_sentence(change, sentence):
    assert f"routes/r25-uninsured.yaml: {sentence}" in problems("routes", "r25-uninsured", **change)


@pytest.mark.parametrize(
    ("slug", "change", "sentence"),
    [
        ("age", {"kind": "guess"}, "veld kind: kent 'guess' niet"),
        ("age_certain", {"after": "shoe_size"}, "veld after: kent 'shoe_size' niet"),
        ("sex", {"choices": ()}, "veld choices: hoort bij choice en choices, en alleen daarbij"),
        (
            "sex",
            {"choices": (Choice(value="unknown", title=WORDS),)},
            "veld choices: noemt 'unknown', dat altijd al een antwoord is",
        ),
        ("border", {"implied": (Implied(when=(), value="perhaps"),)}, "veld implied: kan 'perhaps' niet zijn"),
    ],
)
def test_a_wrong_question_stops_the_start_with_a_sentence(slug, change, sentence):
    assert f"route_questions/{slug}.yaml: {sentence}" in problems("route_questions", slug, **change)


def test_a_shelter_cannot_ask_what_is_no_question():
    fits = (Condition(field="shoe_size", op="eq", value=40),)
    found = problems("route_shelters", "omm", fits=fits)
    assert found == ["route_shelters/omm.yaml: veld fits: vraagt naar 'shoe_size', dat er niet is"]


def test_a_rule_without_its_english_is_refused():
    raw = {"slug": "r99", "code": "R99", "priority": 1, "title_nl": "Iets", "reviewed": "2026-11-30"}
    with pytest.raises(ContentError, match=r"routes/r99.yaml: veld title_en: ontbreekt of is leeg"):
        read(RouteRule, raw, "routes/r99.yaml")


def test_the_rules_of_today_are_right_and_there_are_34():
    assert list(check(load())) == []
    assert sorted(rule.code for rule in load().routes.values()) == [f"R{number:02}" for number in range(1, 35)]


def test_a_rule_of_which_the_source_was_not_sure_says_what_to_look_up():
    for rule in load().routes.values():
        assert rule.confidence == "high" or rule.verify.nl or any("2015" in each for each in rule.sources), (
            rule.code
        )


def test_a_retired_rule_stays_readable_and_applies_no_more():
    content = load()
    rule = replace(content.routes["r17-adult-man"], retired=content.routes["r17-adult-man"].reviewed)
    without = replace(content, routes=MappingProxyType({**content.routes, rule.slug: rule}))
    said = {"age": 30, "age_certain": True, "sex": "man", "status": "dutch"}
    assert "R17" in {each.rule.code for each in evaluate(said).applied}
    assert "R17" not in {each.rule.code for each in evaluate(said, catalogue=without).applied}
