"""The yearly review of closed cases (jaaroverzicht): sums and lessons, no names. It feeds figures and training."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from django.utils import timezone

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
    lessons: list[tuple[str, list[str]]]  # each with who learns from it


def review(municipality: UUID, year: int, *, language: str) -> Review:
    """The cases of this municipality that were closed last in `year` and are still closed, but for extra secret ones.

    Cases are counted, not decisions or actions, and counts below five are hidden. Lessons are those for more than the case itself.
    """
    closed = Case.objects.filter(municipality=municipality, closed_on__year=year, secret=False)
    rows = list(closed.values("pk", "outcome", "main_type", "opened_on", "closed_on"))
    ids, total = [row["pk"] for row in rows], len(rows)
    enough = total >= SMALLEST
    kinds = _by_case(Decision.objects.filter(case__in=ids).values_list("case", "kind"))
    done = ActionPoint.objects.filter(case__in=ids, state=ActionPoint.State.DONE).exclude(step="")
    return Review(
        year=year,
        total=safe_total(total),
        outcomes=_named(Counter(row["outcome"] for row in rows), dict(CaseOutcome.choices)),
        types=_named(Counter(row["main_type"] for row in rows), dict(TYPE_NAMES)),
        decisions=_named(kinds, dict(DecisionKind.choices)),
        barriers=_named(_by_case(done.values_list("case", "step")), _steps(language)),
        days=round(median((row["closed_on"] - row["opened_on"]).days for row in rows if row["closed_on"]))
        if enough
        else None,
        lessons=_lessons(ids) if enough else [],
    )


def _by_case(rows: Iterable[tuple[UUID, str]]) -> Counter[str]:
    return Counter(name for _case, name in set(rows))


def _named(counts: Counter[str], names: Mapping[str, object]) -> dict[str, int | None]:
    shown = hide_small({key: count for key, count in counts.most_common() if count})
    return {str(names.get(key) or "–"): count for key, count in shown.items()}


def _steps(language: str) -> dict[str, str]:
    return {step.slug: step.title.say(language) for step in load().barriers.values()}


def _lessons(cases: list[UUID]) -> list[tuple[str, list[str]]]:
    """In alphabetical order, so that the order does not tell which case was first."""
    found = {each.lesson: each for each in Closure.objects.filter(case__in=cases) if each.lesson and each.learners}
    return [(lesson, found[lesson].learner_names) for lesson in sorted(found)]


def years(municipality: UUID) -> list[int]:
    """The years that are over in which a case was closed, newest first: while a year runs, a difference would tell of one case."""
    closed = Case.objects.filter(
        municipality=municipality, closed_on__year__lt=timezone.localdate().year, secret=False
    )
    return [day.year for day in closed.dates("closed_on", "year", order="DESC")]
