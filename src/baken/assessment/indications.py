"""From affirmed indicators to an indication per type: none, weak, moderate or strong (DESIGN.md section 4)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from baken.assessment.dimensions import positive
from baken.catalogue import Catalogue

ORDER = {"strong": 0, "medium": 1, "weak": 2}
WEIGHT = {"strong": 0.06, "medium": 0.03, "weak": 0.01}
BASE = {"strong": 0.8, "moderate": 0.5, "weak": 0.2}
MOST = 0.19


@dataclass(frozen=True, slots=True)
class Sign:
    """One affirmed indicator as it weighs for one type."""

    indicator: str
    strength: str
    element: str
    dimension: str | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome for one type and the step of the rule that gave it."""

    type: str
    strength: str
    score: float
    signs: tuple[Sign, ...]
    step: str
    dimension: str | None = None

    def of(self, element: str) -> tuple[str, ...]:
        """The indicators that show this element (act, means or purpose)."""
        return tuple(sign.indicator for sign in self.signs if sign.element == element)


def signs_by_type(indicators: Sequence[str], catalogue: Catalogue) -> dict[str, tuple[Sign, ...]]:
    """Each affirmed indicator under every type it belongs to (contract ids), with its heaviest strength there."""
    found: dict[str, dict[str, Sign]] = defaultdict(dict)
    for slug in dict.fromkeys(indicators):
        item = catalogue.indicators[slug]
        for link in item.types:
            type_ = catalogue.contract_type(link.type)
            sign = Sign(slug, link.strength, item.element, item.ilo_dimension)
            known = found[type_].get(slug)
            if known is None or ORDER[sign.strength] < ORDER[known.strength]:
                found[type_][slug] = sign
    return {type_: tuple(signs.values()) for type_, signs in found.items()}


def _positive_dimension(signs: tuple[Sign, ...]) -> str | None:
    strengths: dict[str, list[str]] = defaultdict(list)
    for sign in signs:
        if sign.dimension:
            strengths[sign.dimension].append(sign.strength)
    return next((dimension for dimension, found in strengths.items() if positive(found)), None)


def _enough_for_strong(signs: tuple[Sign, ...], *, minor: bool) -> bool:
    elements = {sign.element for sign in signs}
    if "purpose" not in elements or ("means" not in elements and not minor):
        return False
    strengths = [sign.strength for sign in signs]
    return len(signs) >= 2 and ("strong" in strengths or strengths.count("medium") >= 2)


def weigh(type_: str, signs: tuple[Sign, ...], *, minor: bool) -> Weighed:
    """The indication for one type. `minor`: for somebody under eighteen the means need not be shown (art. 273f Sr)."""
    dimension = _positive_dimension(signs)
    strengths = [sign.strength for sign in signs]
    if _enough_for_strong(signs, minor=minor):
        strength, step = (
            "strong",
            "child" if minor and not any(s.element == "means" for s in signs) else "means-and-purpose",
        )
    elif dimension:
        strength, step = "moderate", "dimension"
    elif "strong" in strengths:
        strength, step = "moderate", "one-strong"
    elif strengths.count("medium") >= 2:
        strength, step = "moderate", "two-medium"
    else:
        strength, step = "weak", "few"
    score = BASE[strength] + min(MOST, sum(WEIGHT[each] for each in strengths))
    return Weighed(type_, strength, round(score, 2), signs, step, dimension)


def indications(indicators: Sequence[str], catalogue: Catalogue, *, minor: bool) -> list[Weighed]:
    """The outcome for every type with at least one sign, strongest first."""
    found = [weigh(type_, signs, minor=minor) for type_, signs in signs_by_type(indicators, catalogue).items()]
    return sorted(found, key=lambda each: (-each.score, each.type))
