"""What must be true of the routes: each condition asks something that is a question, with an answer that it has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from baken.catalogue import routes
from baken.catalogue.reader import ContentError
from baken.catalogue.routes import Condition, RouteQuestion, RouteRule
from baken.catalogue.text import Words

if TYPE_CHECKING:
    from baken.catalogue.store import Catalogue

Known = Mapping[str, RouteQuestion]


def check_routes(catalogue: "Catalogue") -> Iterator[ContentError]:
    """Every broken reference and unknown value of the routes, their questions and their shelters."""
    known = catalogue.route_questions
    for question in known.values():
        yield from _question(question, known)
    for shelter in catalogue.route_shelters.values():
        yield from _conditions(f"route_shelters/{shelter.slug}.yaml", "fits", shelter.fits, known)
    for rule in catalogue.routes.values():
        yield from _rule(rule, catalogue)
    codes = [rule.code for rule in catalogue.routes.values()]
    for rule in catalogue.routes.values():
        if codes.count(rule.code) > 1:
            yield ContentError(f"routes/{rule.slug}.yaml", "code", f"'{rule.code}' staat ook in een andere regel")


def _one_of(place: str, field: str, values: Iterable[str], known: Iterable[str]) -> Iterator[ContentError]:
    for value in values:
        if value not in known:
            yield ContentError(place, field, f"kent '{value}' niet")


def _question(question: RouteQuestion, known: Known) -> Iterator[ContentError]:
    place = f"route_questions/{question.slug}.yaml"
    yield from _one_of(place, "kind", [question.kind], routes.OPERATORS)
    yield from _one_of(place, "after", filter(None, [question.after]), known)
    if (question.kind in (routes.CHOICE, routes.CHOICES)) != bool(question.choices):
        yield ContentError(place, "choices", "hoort bij choice en choices, en alleen daarbij")
    if routes.UNKNOWN in [choice.value for choice in question.choices]:
        yield ContentError(place, "choices", "noemt 'unknown', dat altijd al een antwoord is")
    for each in question.implied:
        yield from _conditions(place, "implied", each.when, known)
        if not allows(question, each.value):
            yield ContentError(place, "implied", f"kan '{each.value}' niet zijn")


def _rule(rule: RouteRule, catalogue: "Catalogue") -> Iterator[ContentError]:
    place = f"routes/{rule.slug}.yaml"
    if not rule.conditions:
        yield ContentError(place, "when", "vraagt niets: dan geldt de regel altijd")
    if not rule.sources:
        yield ContentError(place, "sources", "heeft geen bron")
    yield from _conditions(place, "when", rule.conditions, catalogue.route_questions)
    yield from _one_of(place, "shelters", rule.shelters, catalogue.route_shelters)
    yield from _one_of(place, "first_calls", rule.first_calls, catalogue.contacts)
    yield from _one_of(place, "consent_calls", rule.consent_calls, catalogue.contacts)
    yield from _one_of(place, "deadlines", rule.deadlines, catalogue.deadlines)
    yield from _one_of(place, "replaces", rule.replaces, catalogue.deadlines)
    yield from _one_of(place, "confidence", [rule.confidence], routes.CONFIDENCE)
    if rule.pays:
        yield from _one_of(place, "pays", [rule.pays.subject], routes.SUBJECTS)
        yield from _one_of(place, "pays", rule.pays.payers, routes.PAYERS)
    for field in ("do", "do_not", "verify"):
        words: Words = getattr(rule, field)
        if len(words.nl) != len(words.en):
            yield ContentError(place, field, "heeft in het Nederlands een ander aantal regels dan in het Engels")


def _conditions(place: str, field: str, asked: Iterable[Condition], known: Known) -> Iterator[ContentError]:
    for each in asked:
        question = known.get(each.field)
        if question is None:
            yield ContentError(place, field, f"vraagt naar '{each.field}', dat er niet is")
        elif each.op not in routes.OPERATORS.get(question.kind, ()):
            yield ContentError(place, field, f"kan '{each.op}' niet vragen van '{each.field}'")
        elif not _askable(question, each):
            yield ContentError(place, field, f"vraagt '{each.field}' naar '{each.value}', dat geen antwoord is")


def _askable(question: RouteQuestion, condition: Condition) -> bool:
    if condition.op == "in":
        return isinstance(condition.value, tuple) and all(allows(question, value) for value in condition.value)
    if condition.op == "contains":
        return condition.value in [choice.value for choice in question.choices]
    if condition.op in ("lt", "lte", "gt", "gte"):
        return _whole(condition.value)
    return allows(question, condition.value)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def allows(question: RouteQuestion, value: object) -> bool:
    """Whether `value` is one answer to this question. With several choices: a non-empty tuple of them."""
    if value == routes.UNKNOWN:
        return True
    if question.kind == routes.NUMBER:
        return _whole(value) or (question.may_be_none and value == routes.NONE)
    if question.kind == routes.YES_NO:
        return isinstance(value, bool)
    choices = [choice.value for choice in question.choices]
    if question.kind == routes.CHOICE:
        return value in choices
    return isinstance(value, tuple) and bool(value) and all(one in [*choices, routes.UNKNOWN] for one in value)
