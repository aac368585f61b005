"""The outcome of a check as a page shows it: what to do now, why, what else it may be, what is unknown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.assessment.observation import Assessment, Indication, Observation, Status
from baken.catalogue import load
from baken.catalogue.items import Advice, Contact, ExploitationType, Indicator

IN_WORDS: dict[str, "str | Promise"] = {
    "strong": _("Meerdere sterke aanwijzingen"),
    "moderate": _("Een aanwijzing"),
    "weak": _("Een lichte aanwijzing"),
}
CONCERN_IN_WORDS: dict[str, "str | Promise"] = {
    "high": _("Er is reden om nu iets te doen"),
    "low": _("Er is reden om het in de gaten te houden en erover te praten"),
    "none": _("Wij herkennen geen signaal van mensenhandel"),
}
STATUS_IN_WORDS: dict[str, "str | Promise"] = {
    Status.NEGATED: _("staat er als ontkenning"),
    Status.HYPOTHETICAL: _("staat er als voorbeeld of mogelijkheid"),
    Status.PAST: _("staat er als iets van vroeger"),
    Status.OTHER_PERSON: _("gaat over iets anders"),
}


@dataclass(frozen=True)
class Segment:
    """A piece of the text as it was written; with `indicators` when it was recognised."""

    text: str
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class TypeResult:
    """One type of exploitation with what points to it."""

    types: tuple[ExploitationType, ...]
    indication: Indication
    words: "str | Promise"


@dataclass(frozen=True)
class Result:
    """Everything the page of a result or of a report needs, in the order in which it is read."""

    assessment: Assessment
    concern: "str | Promise"
    types: tuple[TypeResult, ...]
    seen: tuple[tuple[Observation, Indicator], ...]
    not_counted: tuple[tuple[Indicator, str, "str | Promise"], ...]
    segments: tuple[Segment, ...]
    advice: dict[str, list[Advice]]
    contacts: tuple[Contact, ...]
    question: Advice | None


def segments(text: str, observations: Iterable[Observation]) -> tuple[Segment, ...]:
    """The text cut at the edges of what was recognised, so that overlapping findings share one mark."""
    placed = [
        (seen.start, seen.end, seen.indicator)
        for seen in observations
        if seen.status is Status.AFFIRMED and seen.start is not None and seen.end is not None
    ]
    merged: list[tuple[int, int, list[str]]] = []
    for start, end, slug in sorted(placed):
        if merged and start < merged[-1][1]:
            first, last, slugs = merged[-1]
            merged[-1] = (first, max(last, end), [*slugs, slug])
        else:
            merged.append((start, end, [slug]))
    found, place = [], 0
    for start, end, slugs in merged:
        found.append(Segment(text[place:start]))
        found.append(Segment(text[start:end], tuple(load().indicators[slug] for slug in dict.fromkeys(slugs))))
        place = end
    return tuple(segment for segment in [*found, Segment(text[place:])] if segment.text)


def _contacts(advice: Iterable[Advice]) -> tuple[Contact, ...]:
    slugs = dict.fromkeys(slug for item in advice for slug in item.contacts)
    return tuple(load().contacts[slug] for slug in slugs if load().contacts[slug].phone)


def result_of(assessment: Assessment, text: str) -> Result:
    """The page's view of an assessment of `text`."""
    catalogue = load()
    advice: dict[str, list[Advice]] = {}
    for slug in assessment.advice:
        if slug in catalogue.advice:
            item = catalogue.advice[slug]
            advice.setdefault(item.kind, []).append(item)
    affirmed = dict.fromkeys(assessment.affirmed)
    first = {seen.indicator: seen for seen in reversed(assessment.observations) if seen.status is Status.AFFIRMED}
    return Result(
        assessment=assessment,
        concern=CONCERN_IN_WORDS[assessment.concern],
        types=tuple(_type_result(each) for each in assessment.indications),
        seen=tuple((first[slug], catalogue.indicators[slug]) for slug in affirmed),
        not_counted=tuple(
            (catalogue.indicators[seen.indicator], seen.evidence or "", STATUS_IN_WORDS[seen.status])
            for seen in assessment.observations
            if seen.status is not Status.AFFIRMED
        ),
        segments=segments(text, assessment.observations),
        advice=advice,
        contacts=_contacts(item for kind in ("now", "call") for item in advice.get(kind, [])),
        question=next(iter(advice.get("ask", [])), None),
    )


def _type_result(indication: Indication) -> TypeResult:
    types = tuple(each for each in load().types.values() if each.contract == indication.type)
    return TypeResult(types, indication, IN_WORDS[indication.strength])
