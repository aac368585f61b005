"""From affirmed indicators to an indication per type: none, weak, moderate or strong (DESIGN.md section 4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baken.assessment.dimensions import positive
from baken.catalogue import Catalogue

ORDER = {"strong": 0, "medium": 1, "weak": 2}
WEIGHT = {"strong": 0.06, "medium": 0.03, "weak": 0.01}
BASE = {"strong": 0.8, "moderate": 0.5, "weak": 0.2}
MOST = 0.19
AGAINST = -2.0


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


def _links(slug: str, catalogue: Catalogue) -> dict[str, str]:
    """The types (contract ids) that an indicator belongs to, each with its heaviest strength there; its own type first."""
    found: dict[str, str] = {}
    for link in catalogue.indicators[slug].types:
        type_ = catalogue.contract_type(link.type)
        if type_ not in found or ORDER[link.strength] < ORDER[found[type_]]:
            found[type_] = link.strength
    return found


def _heaviest(links: list[dict[str, str]]) -> set[str]:
    """The types that these signs together weigh most for."""
    weights: dict[str, float] = defaultdict(float)
    for link in links:
        for type_, strength in link.items():
            weights[type_] += WEIGHT[strength]
    most = max(weights.values(), default=0.0)
    return {type_ for type_, weight in weights.items() if weight >= most - 1e-9}


def types_spoken_of(indicators: Sequence[str], catalogue: Catalogue) -> set[str]:
    """The types that a set of signs speaks of (docs/adr/0002).

    A sign of one type speaks of its own type; a general sign of the types that others speak of already. Where there
    are only general signs, or one that fits none of those types, it is the types that they weigh most for.
    """
    own = {next(iter(_links(slug, catalogue))) for slug in indicators if not catalogue.indicators[slug].general}
    stray = [links for slug in indicators if not own & (links := _links(slug, catalogue)).keys()]
    return own | _heaviest(stray)


def supported(types: set[str], lean: Mapping[str, float]) -> set[str]:
    """Without the types that the text as a whole speaks against; the one it speaks against least always stays.

    `lean`: how much the text looks like notes about each type (empty when there is no text).
    """
    if not lean or not types:
        return types
    return {each for each in types if lean[each] > AGAINST} or {max(sorted(types), key=lambda each: lean[each])}


def signs_by_type(
    indicators: Sequence[str], catalogue: Catalogue, lean: Mapping[str, float]
) -> dict[str, tuple[Sign, ...]]:
    """Each affirmed indicator under every type that is spoken of and that it belongs to."""
    slugs = tuple(dict.fromkeys(indicators))
    spoken_of = supported(types_spoken_of(slugs, catalogue), lean)
    found: dict[str, list[Sign]] = defaultdict(list)
    for slug in slugs:
        item = catalogue.indicators[slug]
        for type_, strength in _links(slug, catalogue).items():
            if type_ in spoken_of:
                found[type_].append(Sign(slug, strength, item.element, item.ilo_dimension))
    return {type_: tuple(signs) for type_, signs in found.items()}


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


def indications(
    indicators: Sequence[str], catalogue: Catalogue, *, minor: bool, lean: Mapping[str, float] | None = None
) -> list[Weighed]:
    """The outcome for every type with at least one sign, strongest first."""
    found = [
        weigh(type_, signs, minor=minor)
        for type_, signs in signs_by_type(indicators, catalogue, lean or {}).items()
    ]
    return sorted(found, key=lambda each: (-each.score, each.type))
