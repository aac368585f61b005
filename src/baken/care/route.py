"""The route of somebody in words for a page: what applies and why, where one can go, who pays, whom to call, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from baken.care.models import CareFile
from baken.catalogue import load
from baken.catalogue.routes import RouteQuestion
from baken.catalogue.text import Text
from baken.routes import Outcome, answer_in_words, evaluate, next_question
from baken.routes.conditions import Holds


@dataclass(frozen=True)
class Line:
    """One rule that applies: its name, on which answers, what it says, where that stands and how sure the source was."""

    code: str
    title: str
    why: tuple[str, ...]
    route: str
    law: str
    confidence: str
    old: bool


@dataclass(frozen=True)
class Route:
    """A route in words. `question`: what to ask next; None when nothing is left or when something comes first."""

    outcome: Outcome
    question: RouteQuestion | None
    rules: list[Line]
    shelters: list[tuple[str, str]]
    payments: list[str]
    calls: list[tuple[Any, bool]]
    do: list[str]
    do_not: list[str]
    verify: list[str]
    unknown: list[str]
    answered: list[tuple[str, str, str]]


def told(file: CareFile, language: str) -> Route:
    """The route as far as the answers of this file tell."""
    answers, content = file.answers or {}, load()
    outcome = evaluate(answers)
    return Route(
        outcome=outcome,
        question=next_question(answers),
        rules=[_line(each, language) for each in outcome.applied],
        shelters=[
            (each.shelter.title.say(language), each.fits.value)
            for each in outcome.shelters
            if each.fits is not Holds.NO
        ],
        payments=list(
            dict.fromkeys(each.pays.text.say(language) for each in outcome.payments if not each.loses_to)
        ),
        calls=[(content.contacts[each.contact], each.only_with_consent) for each in outcome.calls],
        do=_said((each.text for each in outcome.do), language),
        do_not=_said((each.text for each in outcome.do_not), language),
        verify=_said((each.text for each in outcome.verify), language),
        unknown=[content.route_questions[each].title.say(language) for each in outcome.unknown],
        answered=[
            (key, question.title.say(language), answer_in_words(question, value, language))
            for key, value in outcome.known.said.items()
            if (question := content.route_questions[key])
        ],
    )


def _line(judged: Any, language: str) -> Line:
    rule, questions = judged.rule, load().route_questions
    return Line(
        code=rule.code, title=rule.title.say(language), route=rule.route.say(language), law=rule.law.say(language),
        why=tuple(dict.fromkeys(questions[each.field].title.say(language) for each in judged.why)),
        confidence=rule.confidence, old=any(source.endswith("_2015") for source in rule.sources),
    )  # fmt: skip


def _said(texts: Iterable[Text], language: str) -> list[str]:
    return list(dict.fromkeys(text.say(language) for text in texts))
