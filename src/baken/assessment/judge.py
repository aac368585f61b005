"""Patterns and reader together: which findings stand.

A pattern can find an indicator and the reader can doubt it; the reader can point at one and then needs words of that
indicator to rest on. Neither decides about a person: what stands here is only what the text says, shown with its words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from baken.assessment.reader import Candidate, Reading
from baken.assessment.recogniser import Finding
from baken.catalogue import Catalogue

BESIDE = -3.0  # a text that looks so little like a type is not about it
CAP = 4.0  # the concern of a long note counts no more than this


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with how sure it is: above 0 it stands as said of now."""

    finding: Finding
    sure: float


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the text: the work setting, and whether it is about somebody under eighteen (None: not known)."""

    setting: str | None = None
    minor: bool | None = None


NOTHING_AROUND = Around()


@cache
def _types(indicator: str, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple({catalogue.contract_type(link.type): None for link in catalogue.indicators[indicator].types})


def _fits(fitting: bool | None) -> float:
    """1 when it fits, -1 when it does not, 0 when it is not known."""
    return 0.0 if fitting is None else (1.0 if fitting else -1.0)


def circumstances(indicator: str, reading: Reading, around: Around, catalogue: Catalogue) -> dict[str, float]:
    """How the indicator fits the types that the whole text is about, the work setting and the age."""
    item = catalogue.indicators[indicator]
    leaning = max((reading.types[each] for each in _types(indicator, catalogue)), default=-CAP)
    return {
        "type": max(-CAP, min(CAP, leaning)),
        "general": float(item.general),
        "setting": _fits(around.setting in item.settings if around.setting else None),
        "age": _fits(around.minor) if item.minor_only else 0.0,
    }


def evidence(
    indicator: str, pattern: Finding | None, candidate: Candidate | None, reading: Reading
) -> dict[str, float]:
    """What pattern and reader say of one indicator in one text, as numbers that the weights know by name."""
    rank = reading.order.index(indicator) if candidate else len(reading.candidates)
    window = max(candidate.window, -1.0) if candidate else -1.0
    return {
        "first": float(rank == 0),
        "second": float(rank == 1),
        "third": float(rank == 2),
        "pattern": float(pattern is not None),
        "note": max(candidate.note, -1.0) if candidate else -1.0,
        "window": window,
        "lead": window - max(reading.best_but(indicator), -1.0),
        "concern": max(-CAP, min(CAP, reading.concern)),
        "both": float(pattern is not None and candidate is not None),
        "words": min(4.0, float(len(candidate.words))) if candidate else 0.0,
        "bias": 1.0,
    }


def of_note(judged: Iterable[Judged], reading: Reading) -> dict[str, float]:
    """What is known of the whole text: how sure the best finding is, whether a pattern was found, and its concern."""
    judged = list(judged)
    return {
        "best": max((max(-8.0, min(8.0, each.sure)) for each in judged), default=-8.0),
        "patterns": float(any(each.finding.by != "reader" for each in judged)),
        "concern": max(-CAP, min(CAP, reading.concern)),
        "bias": 1.0,
    }


def judge(
    findings: Iterable[Finding],
    reading: Reading,
    weights: Mapping[str, float],
    around: Around,
    catalogue: Catalogue,
) -> list[Judged]:
    """Every finding of a pattern and every candidate of the reader with enough words, with how sure it is."""
    candidates = {each.indicator: each for each in reading.candidates}
    judged, seen = [], set()
    for finding in findings:
        seen.add(finding.indicator)
        known = evidence(finding.indicator, finding, candidates.get(finding.indicator), reading)
        known |= circumstances(finding.indicator, reading, around, catalogue)
        judged.append(Judged(finding, sure_of(known, weights)))
    for candidate in reading.candidates:
        if candidate.indicator not in seen and _may_stand(candidate, reading, around, catalogue):
            known = evidence(candidate.indicator, None, candidate, reading)
            known |= circumstances(candidate.indicator, reading, around, catalogue)
            place = Finding(
                candidate.indicator, candidate.first, candidate.last, frozenset(candidate.words), "reader"
            )
            judged.append(Judged(place, sure_of(known, weights)))
    return judged


def _may_stand(candidate: Candidate, reading: Reading, around: Around, catalogue: Catalogue) -> bool:
    """Whether the reader may point at this by itself: it needs words to rest on, and a text that says enough and does not
    clearly speak of another type or, for a sign of children, of somebody who is grown up.
    """
    item = catalogue.indicators[candidate.indicator]
    own = _types(candidate.indicator, catalogue)[0]
    beside = not item.general and reading.types[own] <= BESIDE
    return (
        reading.says_enough
        and len(candidate.words) >= 2
        and not beside
        and not (item.minor_only and around.minor is False)
    )


def sure_of(known: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighed sum: above 0 is more likely than not."""
    return sum(value * weights[name] for name, value in known.items())
