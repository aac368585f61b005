"""The yearly review of closed cases (jaaroverzicht): sums and lessons, no names. It feeds figures and training."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from baken.casework.models import ActionPoint, CaseOutcome, Closure, Decision, DecisionKind
from baken.catalogue import load
from baken.coordination.models import Case
from baken.privacy.small import SMALLEST, hide_small, safe_total
from baken.signals.line import TYPE_NAMES


@dataclass(frozen=True)
class Review:
    """One year. A count of None is hidden because it is small; so is a total, and then the lessons are not there either."""

    year: int
    total: int | None
    outcomes: Mapping[str, int | None]
    types: Mapping[str, int | None]
    decisions: Mapping[str, int | None]
    barriers: Mapping[str, int | None]
    days: int | None  # the median from opening to closing
    lessons: list[str]


def review(municipality: UUID, year: int, *, language: str) -> Review:
    """The cases of this municipality that were closed last in `year` and are still closed. Counts below five are hidden."""
    closed = Case.objects.filter(municipality=municipality, closed_on__year=year)
    rows = list(closed.values("pk", "outcome", "main_type", "opened_on", "closed_on"))
    ids, total = [row["pk"] for row in rows], len(rows)
    enough = total >= SMALLEST
    kinds = Counter(Decision.objects.filter(case__in=ids).values_list("kind", flat=True))
    done = ActionPoint.objects.filter(case__in=ids, state=ActionPoint.State.DONE).exclude(step="")
    return Review(
        year=year,
        total=safe_total(total),
        outcomes=_named(Counter(row["outcome"] for row in rows), dict(CaseOutcome.choices)),
        types=_named(Counter(row["main_type"] for row in rows), dict(TYPE_NAMES)),
        decisions=_named(kinds, dict(DecisionKind.choices)),
        barriers=_named(Counter(done.values_list("step", flat=True)), _steps(language)),
        days=round(median((row["closed_on"] - row["opened_on"]).days for row in rows if row["closed_on"]))
        if enough
        else None,
        lessons=_lessons(ids) if enough else [],
    )


def _named(counts: Counter[str], names: Mapping[str, object]) -> dict[str, int | None]:
    shown = hide_small({key: count for key, count in counts.most_common() if count})
    return {str(names.get(key) or "–"): count for key, count in shown.items()}


def _steps(language: str) -> dict[str, str]:
    return {step.slug: step.title.say(language) for step in load().barriers.values()}


def _lessons(cases: list[UUID]) -> list[str]:
    """In alphabetical order, so that the order does not tell which case was first."""
    return sorted({closure.lesson for closure in Closure.objects.filter(case__in=cases) if closure.lesson})


def years(municipality: UUID) -> list[int]:
    """The years in which a case was closed, newest first."""
    days = Case.objects.filter(municipality=municipality, closed_on__isnull=False).dates(
        "closed_on", "year", order="DESC"
    )
    return [day.year for day in days]
