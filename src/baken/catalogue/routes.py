"""Routes of a victim: what is asked, the rules that say which help fits, and for whom each kind of shelter is.

After the victim routes of the facts. A rule speaks of a situation, never of who somebody is. `confidence` and `verify`
say how sure the source was and what a person must look up first; texts of 2015 may have changed.
"""

from dataclasses import dataclass
from typing import ClassVar

from baken.catalogue.items import NO_WORDS, Item
from baken.catalogue.text import Text, Words

UNKNOWN, NONE = "unknown", "none"
NUMBER, YES_NO, CHOICE, CHOICES = "number", "yes-no", "choice", "choices"
OPERATORS = {
    NUMBER: ("eq", "ne", "lt", "lte", "gt", "gte"),
    YES_NO: ("eq", "ne"),
    CHOICE: ("eq", "ne", "in"),
    CHOICES: ("contains",),
}
CONFIDENCE = ("high", "medium", "low")
SHELTER = "shelter"
SUBJECTS = (SHELTER, "children", "care", "first-help", "return", "address")
PAYERS = ("municipality", "state", "coa", "cak", "iom", "nobody", "not-known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One answer that a rule asks for. `ne` also holds when the answer is "unknown"; nothing else does."""

    field: str
    op: str
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteWhen:
    """When a rule applies: all of `all`, and one of `any` if there are any."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose."""

    value: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """An answer that follows from others, so that it need not be asked."""

    when: tuple[Condition, ...]
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteQuestion(Item):
    """One thing that rules need to know (vraag van de route). "Unknown" is always an answer. `after`: ask that one first.

    `may_be_none`: a number for something that may not be there at all.
    """

    folder: ClassVar[str] = "route_questions"
    order: int
    kind: str
    title: Text
    ask: Text
    note: Text | None = None
    choices: tuple[Choice, ...] = ()
    after: str = ""
    may_be_none: bool = False
    implied: tuple[Implied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteShelter(Item):
    """For whom a kind of shelter is (past bij), so that a route offers none that does not fit."""

    folder: ClassVar[str] = "route_shelters"
    order: int
    title: Text
    fits: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Who pays (betaler) for which subject. Two rules disagree when no payer of a subject stands in both."""

    subject: str
    payers: tuple[str, ...]
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRule(Item):
    """A rule of the route (routeregel): in which situation, what helps, who pays, whom to call, what to do and not to do.

    `priority`: the lower number wins where two rules disagree. `urgent`: part of what must be clear first. `stops`: while
    it applies nothing more is asked. `consent_calls`: contacts that are only called if the person wants it. `replaces`:
    legal terms that do not hold beside this rule.
    """

    folder: ClassVar[str] = "routes"
    code: str
    priority: int
    title: Text
    when: RouteWhen
    urgent: bool = False
    stops: bool = False
    route: Text
    shelters: tuple[str, ...] = ()
    first_calls: tuple[str, ...]
    consent_calls: tuple[str, ...] = ()
    pays: Payment | None = None
    law: Text
    deadlines: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    do: Words
    do_not: Words
    verify: Words = NO_WORDS
    confidence: str

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the rule."""
        return self.when.all + self.when.any
