"""What to ask next: what decides the most rules soonest, and nothing that no rule needs."""

from collections.abc import Iterator, Sequence

from baken.catalogue import Catalogue, load
from baken.catalogue.routes import CHOICE, CHOICES, NONE, YES_NO, Condition, RouteQuestion
from baken.routes.answers import Answers, know
from baken.routes.conditions import Holds, Value, fits
from baken.routes.evaluate import evaluate
from baken.routes.outcome import Judged, Outcome, Overruling

URGENT, ROUTE, ALL = STAGES = ("urgent", "route", "all")


def next_question(
    answers: Answers,
    *,
    overruled: Sequence[Overruling] = (),
    until: str = ALL,
    catalogue: Catalogue | None = None,
) -> RouteQuestion | None:
    """The question that decides soonest, or None when nothing is left to ask.

    Urgent rules come first, then the rules that decide who pays for shelter and help, then the rest. `until` says where
    it ends: `URGENT`, `ROUTE` or `ALL`. None too while a rule that stops the asking applies (danger now). Raises what
    `evaluate` raises.
    """
    content = catalogue or load()
    outcome = evaluate(answers, overruled=overruled, catalogue=content)
    if outcome.stopped:
        return None
    for left in _stages(outcome)[: STAGES.index(until) + 1]:
        if left:
            return _soonest(left, outcome, content)
    if until != ALL or not outcome.to_ask:
        return None
    return _first_of(outcome.to_ask[0], outcome, content)


def _stages(outcome: Outcome) -> tuple[Sequence[Judged], ...]:
    """The open rules that asking can decide: the urgent ones, those that decide who pays, and all."""
    left = [each for each in outcome.open if each.to_ask]
    return [each for each in left if each.rule.urgent], outcome.deciding, left


def _first_of(field: str, outcome: Outcome, content: Catalogue) -> RouteQuestion:
    """The question itself, or the one that comes before it and is not answered."""
    question = content.route_questions[field]
    if question.after and question.after not in outcome.known.values:
        return _first_of(question.after, outcome, content)
    return question


def _soonest(left: Sequence[Judged], outcome: Outcome, content: Catalogue) -> RouteQuestion:
    """Of what these rules need: the question after which, over its possible answers, the fewest of them stay open."""
    needed = {field for each in left for field in each.to_ask}
    fields = [field for field in content.route_questions if field in needed]
    best = min(fields, key=lambda field: _left_open(field, left, outcome, content))
    return _first_of(best, outcome, content)


def _left_open(field: str, left: Sequence[Judged], outcome: Outcome, content: Catalogue) -> float:
    """How many of these rules stay open after this question, the mean over its answers."""
    question = content.route_questions[field]
    asked = [condition for each in left for condition in each.rule.conditions if condition.field == field]
    tries = list(dict.fromkeys(_answers(question, asked)))
    still = 0
    for value in tries:
        known = know({**outcome.known.said, field: value}, content.route_questions)
        still += sum(fits(each.rule.when, known) is Holds.OPEN for each in left)
    return still / len(tries)


def _answers(question: RouteQuestion, asked: list[Condition]) -> Iterator[Value]:
    """The answers that make a difference: each choice, yes and no, and the numbers around what rules compare with."""
    if question.kind == YES_NO:
        yield from (True, False)
    elif question.kind == CHOICE:
        yield from (choice.value for choice in question.choices)
    elif question.kind == CHOICES:
        yield from ((choice.value,) for choice in question.choices)
    else:
        if question.may_be_none:
            yield NONE
        for edge in (each.value for each in asked if isinstance(each.value, int)):
            yield from (max(edge - 1, 0), edge, edge + 1)
        yield 0
