"""What is known of a person: the answers as given, and what follows from them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from baken.catalogue.route_checks import allows
from baken.catalogue.routes import CHOICES, NONE, UNKNOWN, RouteQuestion
from baken.routes.conditions import NEVER, Holds, Range, Value, holds_all

Answers = Mapping[str, object]
Questions = Mapping[str, RouteQuestion]
ANY_AGE: Range = (0, math.inf)
ADULT, CHILD = 18, 17
_DOUBT: dict[object, Range] = {True: (0, CHILD), False: (ADULT, math.inf)}


class WrongAnswer(ValueError):
    """An answer to a question that is not there, or one that the question does not have."""


@dataclass(frozen=True, slots=True)
class Known:
    """The answers with what follows from them.

    `said` holds only what somebody answered; `ages` is how old one can be; `clashes` are answers that do not go together
    with another one: the answer itself counts, a person looks.
    """

    said: Mapping[str, Value]
    values: Mapping[str, Value]
    ages: Range
    clashes: tuple[str, ...] = ()

    def value(self, field: str) -> Value | None:
        """The answer, or None when it is not asked yet."""
        return self.values.get(field)

    def range(self, field: str) -> Range:
        """Between which numbers the answer lies."""
        if field == "age":
            return self.ages
        value = self.values.get(field)
        if value == NONE:
            return NEVER
        return (value, value) if isinstance(value, int) else ANY_AGE

    @property
    def as_child(self) -> bool:
        """Whether somebody is treated as a child because the age is not certain (Council of Europe Convention 10(3))."""
        return self.ages == (0, CHILD)

    def asks(self, field: str) -> str:
        """The question that must be asked to know more of this field, or "" when everything about it was asked."""
        if field not in self.values:
            return field
        if field == "age" and self.ages == ANY_AGE:
            return next((each for each in ("age_certain", "possibly_minor") if each not in self.values), "")
        return ""


def read_answers(answers: Answers, questions: Questions) -> dict[str, Value]:
    """The answers in the order of the questions. None and an empty list are "not asked yet". Raises WrongAnswer."""
    stray = sorted(set(answers) - set(questions))
    if stray:
        raise WrongAnswer(f"{stray[0]}: deze vraag is er niet")
    found: dict[str, Value] = {}
    for field, question in questions.items():
        value = answers.get(field)
        if question.kind == CHOICES and isinstance(value, list | tuple | set | frozenset):
            value = tuple(sorted(value, key=str))
        if value is None or value == ():
            continue
        if not allows(question, value):
            raise WrongAnswer(f"{field}: dit is geen antwoord op deze vraag")
        found[field] = cast("Value", value)
    return found


def know(said: Mapping[str, Value], questions: Questions) -> Known:
    """What follows from the answers: answers that others imply, and between which ages somebody is."""
    values = dict(said)
    ages = _ages(values)
    while new := _new(implied := dict(_implied(Known(said, values, ages), questions)), values):
        values.update(new)
    follows = {**values, **implied}
    clashes = (field for field, value in said.items() if value not in (UNKNOWN, follows[field]))
    return Known(said, values, ages, tuple(clashes))


def _new(implied: dict[str, Value], values: dict[str, Value]) -> dict[str, Value]:
    """What is implied of which nothing was known."""
    return {field: value for field, value in implied.items() if values.get(field, UNKNOWN) == UNKNOWN}


def _implied(known: Known, questions: Questions) -> Iterator[tuple[str, Value]]:
    for field, question in questions.items():
        for each in question.implied:
            if holds_all(each.when, known) is Holds.YES:
                yield field, cast("Value", each.value)


def _ages(values: dict[str, Value]) -> Range:
    """How old somebody can be. Who may be a minor is treated as one until the age is certain.

    Adds what follows about certainty to `values`. A doubt that nobody looked into leaves every age open.
    """
    age = values.get("age")
    if UNKNOWN in (age, values.get("age_certain")):
        values["age_certain"] = False
    certain = isinstance(age, int) and values.get("age_certain") is True
    child = isinstance(age, int) and age < ADULT
    if certain or child:
        values["possibly_minor"] = child
    elif values.get("possibly_minor") == UNKNOWN:
        values["possibly_minor"] = True
    if certain and isinstance(age, int):
        return (age, age)
    return _DOUBT.get(values.get("possibly_minor"), ANY_AGE)
