"""Legal clocks: terms (termijnen) with the event from which each is counted, and the events one writes down.

After the deadlines of the facts, ids included. Many articles were read in a copy of 2015 and some terms on one page only:
`as_of`, `confidence` and `verify` say so, and a municipality confirms a term before it relies on it. Who acts, who is
warned when and which event ends a term are proposals of ours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from baken.catalogue.items import Item
from baken.catalogue.text import Text

KINDS = ("max", "min", "target", "recurring", "fixed", "condition", "soft")
ENDINGS = ("act", "lapses", "opens")
DIRECTIONS = ("after", "before")
COUNTS = ("calendar", "working")
SET_BY = ("law", "decree", "regulation", "policy", "treaty", "eu", "agreement", "practice", "own")
CONFIDENCE = ("high", "medium", "low")
ORIGINS = ("source", "proposal")
AT_EIGHTEEN = ("", "stops", "starts")
ACTORS = (
    "municipality", "victim", "police", "prosecutor", "ind", "coa", "veilig-thuis", "shelter", "care-provider",
    "privacy-officer", "nobody",
)  # fmt: skip
WARNED = (
    "care_coordinator",
    "shelter_worker",
    "focal_officer",
    "chain_coordinator",
    "privacy_officer",
    "administrator",
)
LENGTH = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?|PT\d+H")
WORKING_LENGTH = re.compile(r"P(?=.)(?:\d+W)?(?:\d+D)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningRule:
    """How long before the last day (ISO 8601) which roles (role ids) are warned."""

    before: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalTerm(Item):
    """A term that a law, a policy or a practice sets (wettelijke termijn).

    `ends_by`: the events that close it; `repeats_on`: the event that closes one round of a recurring term.
    `length`, `extension` (each time it is put off) and `opens_before` (from how long before the event it may be done) are
    ISO 8601. `end`: at the end somebody must have acted, something lapses, or something opens. `set_by` decides whether the
    rule about weekends and holidays holds. `as_of`: of which day or year the text was. `at_eighteen`: stops or starts there.
    """

    folder: ClassVar[str] = "deadlines"
    order: int
    title: Text
    explanation: Text
    from_event: str
    ends_by: tuple[str, ...] = ()
    repeats_on: str = ""
    length: str
    extension: str = ""
    opens_before: str = ""
    kind: str
    end: str
    direction: str
    days: str
    at_eighteen: str = ""
    basis: str
    set_by: str
    as_of: str
    acts: tuple[str, ...]
    warn: tuple[WarningRule, ...]
    confidence: str
    verify: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalEvent(Item):
    """Something that starts or ends a term (gebeurtenis), and what one writes down for it. `moment`: the hour counts too."""

    folder: ClassVar[str] = "events"
    order: int
    title: Text
    write_down: Text
    moment: bool = False
    origin: str


def faults(term: LegalTerm) -> Iterator[tuple[str, str]]:
    """Each field of a term with a value that we do not know, and why. A term without an end event never goes silent."""
    allowed = {
        "kind": KINDS, "end": ENDINGS, "direction": DIRECTIONS, "days": COUNTS, "set_by": SET_BY,
        "confidence": CONFIDENCE, "at_eighteen": AT_EIGHTEEN,
    }  # fmt: skip
    for field, known in allowed.items():
        if getattr(term, field) not in known:
            yield field, f"moet een van {', '.join(filter(None, known))} zijn"
    yield from _lengths(term)
    if not term.ends_by and term.end != "opens":
        yield "ends_by", "noemt geen gebeurtenis die de termijn afsluit"
    if (term.kind == "recurring") != bool(term.repeats_on):
        yield "repeats_on", "hoort bij een termijn die terugkomt, en alleen daarbij"
    if not term.warn or not all(each.roles for each in term.warn):
        yield "warn", "waarschuwt niemand"


def _lengths(term: LegalTerm) -> Iterator[tuple[str, str]]:
    rule = LENGTH if term.days == "calendar" else WORKING_LENGTH
    lengths = [("length", term.length), *(("warn", each.before) for each in term.warn)]
    lengths += [(field, getattr(term, field)) for field in ("extension", "opens_before") if getattr(term, field)]
    for field, text in lengths:
        if not rule.fullmatch(text):
            yield field, f"is geen lengte die wij kennen: '{text}'"
