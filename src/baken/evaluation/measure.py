"""How good the assessment is on labelled notes: each figure with what it counts, and an interval by drawing notes again."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baken.assessment.observation import Assessment, Observation, Status
from baken.evaluation.annotated import Labelled, Mark

Pair = tuple[Labelled, Assessment]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share between 0 and 1 over `count` cases (None when there are none), with its 95 % bootstrap interval."""

    name: str
    value: float | None
    count: int
    low: float | None = None
    high: float | None = None


def _share(flags: Sequence[bool]) -> tuple[float, int]:
    """Hits and cases."""
    return float(sum(flags)), len(flags)


def _fits(mark: Mark, seen: Observation) -> bool:
    """The same indicator, on words that overlap."""
    return (
        seen.indicator == mark.indicator
        and seen.start is not None
        and seen.end is not None
        and seen.start < mark.end
        and mark.start < seen.end
    )


def _affirmed(answer: Assessment) -> list[Observation]:
    return [seen for seen in answer.observations if seen.status is Status.AFFIRMED]


def sensitivity(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Notes with a sign for which there is a concern."""
    return _share([answer.concern != "none" for note, answer in pairs if note.concern != "none"])


def specificity(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Notes without a sign (traps too) for which there is none."""
    return _share([answer.concern == "none" for note, answer in pairs if note.concern == "none"])


def traps(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Traps taken for a sign (less is better)."""
    return _share([answer.concern != "none" for note, answer in pairs if note.kind == "trap"])


def high_recall(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Notes of high concern that get it."""
    return _share([answer.concern == "high" for note, answer in pairs if note.concern == "high"])


def acute_recall(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Acute notes that are called acute."""
    return _share([answer.acute for note, answer in pairs if "acute" in note.flags])


def acute_precision(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Notes called acute that are."""
    return _share(["acute" in note.flags for note, answer in pairs if answer.acute])


def observation_recall(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Marks said of now that are found, by indicator and overlapping words."""
    return _share([
        any(_fits(mark, seen) for seen in _affirmed(answer))
        for note, answer in pairs
        for mark in note.marks
        if mark.status is Status.AFFIRMED
    ])  # fmt: skip


def observation_precision(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Findings said of now that are marked so."""
    return _share([
        any(_fits(mark, seen) for mark in note.marks if mark.status is Status.AFFIRMED)
        for note, answer in pairs
        for seen in _affirmed(answer)
    ])  # fmt: skip


def indicator_recall(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Indicators of a note that are found somewhere in it."""
    return _share([slug in answer.affirmed for note, answer in pairs for slug in note.indicators()])


def indicator_precision(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Indicators found in a note that it has."""
    return _share([slug in note.indicators() for note, answer in pairs for slug in answer.affirmed])


def status_accuracy(pairs: Sequence[Pair]) -> tuple[float, int]:
    """Marks that are found at all, with the right status."""
    right = []
    for note, answer in pairs:
        for mark in note.marks:
            found = [seen for seen in answer.observations if _fits(mark, seen)]
            if found:
                right.append(any(seen.status is mark.status for seen in found))
    return _share(right)


def type_f1(type_: str) -> Callable[[Sequence[Pair]], tuple[float, int]]:
    """F1 of one type of exploitation, as (2 x hits, 2 x hits + misses + false ones)."""

    def f1(pairs: Sequence[Pair]) -> tuple[float, int]:
        hits = misses = false = 0
        for note, answer in pairs:
            named = any(each.type == type_ for each in answer.indications)
            hits += named and type_ in note.types
            misses += not named and type_ in note.types
            false += named and type_ not in note.types
        return 2.0 * hits, 2 * hits + misses + false

    return f1


FIGURES: dict[str, Callable[[Sequence[Pair]], tuple[float, int]]] = {
    "concern sensitivity": sensitivity, "concern specificity": specificity, "traps taken for a sign": traps,
    "high concern recall": high_recall, "acute recall": acute_recall, "acute precision": acute_precision,
    "observation recall": observation_recall, "observation precision": observation_precision,
    "indicator recall": indicator_recall, "indicator precision": indicator_precision, "status accuracy": status_accuracy,
}  # fmt: skip


def figures(pairs: Sequence[Pair], types: Sequence[str], *, draws: int = 200, seed: int = 1) -> list[Figure]:
    """Every figure over `pairs`, with intervals from `draws` samples of notes drawn with replacement."""
    chance = random.Random(seed)  # noqa: S311  # nosec B311 (statistics, no secret)
    samples = [chance.choices(pairs, k=len(pairs)) for _ in range(draws)]
    wanted = FIGURES | {f"F1 {type_}": type_f1(type_) for type_ in types}
    return [_figure(name, count, pairs, samples) for name, count in wanted.items()]


def _figure(
    name: str,
    count: Callable[[Sequence[Pair]], tuple[float, int]],
    pairs: Sequence[Pair],
    samples: list[list[Pair]],
) -> Figure:
    hits, cases = count(pairs)
    if not cases:
        return Figure(name, None, 0)
    drawn = sorted(hit / of for hit, of in map(count, samples) if of)
    low, high = (drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)]) if drawn else (None, None)
    return Figure(name, hits / cases, cases, low, high)
