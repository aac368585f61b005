"""From answers to an outcome: each rule judged, and what the applied ones say put together by priority."""

from collections.abc import Iterable, Sequence
from itertools import chain

from baken.catalogue import Catalogue, load
from baken.catalogue.routes import Condition, RouteRule
from baken.routes import combine
from baken.routes.answers import Answers, Known, know, read_answers
from baken.routes.conditions import Holds, fits, holds
from baken.routes.outcome import Judged, Outcome, Overruling


def evaluate(
    answers: Answers, *, overruled: Sequence[Overruling] = (), catalogue: Catalogue | None = None
) -> Outcome:
    """The route as far as these answers tell. The order of answers and rules makes no difference.

    Raises WrongAnswer for an answer that a question does not have, and ValueError for an overruling without a reason.
    """
    content = catalogue or load()
    questions = content.route_questions
    known = know(read_answers(answers, questions), questions)
    decided = _decided(overruled, content)
    judged = [judge(rule, known, decided.get(rule.slug)) for rule in in_order(content.routes.values())]
    applied = tuple(each for each in judged if each.verdict is Holds.YES)
    left = tuple(each for each in judged if each.verdict is Holds.OPEN)
    offers = combine.shelters(applied, known, content.route_shelters)
    wanted = [*(each.to_ask for each in left), *(each.to_ask for each in offers)]
    return Outcome(
        version=content.version,
        known=known,
        applied=applied,
        open=left,
        ruled_out=tuple(each for each in judged if each.verdict is Holds.NO),
        shelters=offers,
        payments=combine.payments(applied),
        calls=combine.calls(applied),
        clocks=combine.clocks(applied),
        do=combine.told(applied, "do"),
        do_not=combine.told(applied, "do_not"),
        verify=combine.told(applied, "verify"),
        unknown=combine.sorted_fields((field for each in left for field in each.not_known), questions),
        to_ask=combine.sorted_fields(chain.from_iterable(wanted), questions),
    )


def in_order(rules: Iterable[RouteRule]) -> list[RouteRule]:
    """The rules in use, by priority: the lower number first, then by code."""
    return sorted((rule for rule in rules if rule.retired is None), key=lambda rule: (rule.priority, rule.code))


def judge(rule: RouteRule, known: Known, overruling: Overruling | None = None) -> Judged:
    """Whether one rule applies, and on which answers that rests."""
    said = fits(rule.when, known)
    verdict = said if overruling is None else Holds.YES if overruling.applies else Holds.NO
    open_ = [each for each in rule.conditions if holds(each, known) is Holds.OPEN] if verdict is Holds.OPEN else []
    return Judged(
        rule=rule,
        verdict=verdict,
        said=said,
        why=tuple(each for each in rule.conditions if holds(each, known) is Holds.YES),
        against=tuple(each for each in rule.conditions if holds(each, known) is Holds.NO),
        to_ask=to_ask(open_, known),
        not_known=tuple(dict.fromkeys(each.field for each in open_ if not known.asks(each.field))),
        overruling=overruling,
    )


def to_ask(conditions: Iterable[Condition], known: Known) -> tuple[str, ...]:
    """What must be asked to decide these open conditions."""
    return tuple(dict.fromkeys(filter(None, (known.asks(each.field) for each in conditions))))


def _decided(overruled: Sequence[Overruling], content: Catalogue) -> dict[str, Overruling]:
    """What a person decided, by rule. Raises ValueError without a reason, for an unknown rule, and for two about one rule."""
    for each in overruled:
        if each.rule not in content.routes:
            raise ValueError(f"{each.rule}: deze regel is er niet")
        if not each.reason.strip():
            raise ValueError(f"{each.rule}: een afwijking heeft een reden nodig")
    decided = {each.rule: each for each in overruled}
    if len(decided) < len(overruled):
        raise ValueError("over één regel staan twee besluiten")
    return decided
