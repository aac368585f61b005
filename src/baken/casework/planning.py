"""The plan of a case as a page shows it: goals with their action points per line, and what could be done too."""

from dataclasses import dataclass

from baken.casework import access
from baken.casework.models import ActionPoint, Goal
from baken.casework.suggest import Suggestion, suggestions
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.coordination.models import CaseReport


@dataclass(frozen=True)
class Part:
    """A goal and its action points; without a goal: the loose ones."""

    goal: Goal | None
    actions: list[ActionPoint]


def line(seen: Seen, aim: str) -> list[Part]:
    """The goals of this line that this person sees, each with its action points, and the loose ones last."""
    actions = [each for each in access.actions_of(seen) if each.aim == aim]
    goals = [each for each in access.goals_of(seen) if each.aim == aim]
    parts = [Part(goal, [each for each in actions if each.goal_id == goal.pk]) for goal in goals]
    loose = [each for each in actions if each.goal_id not in {goal.pk for goal in goals}]
    return [*parts, Part(None, loose)] if loose else parts


def suggested(seen: Seen) -> list[Suggestion]:
    """Barriers that fit what the reports of this case show; for who sees the whole case and may write in it."""
    if not seen.sight.writes:
        return []
    reports = [row.report for row in CaseReport.objects.filter(case=seen.case).select_related("report")]
    found = [slug for report in reports for slug in _indicators(report.assessment or {})]
    return suggestions(seen.case.main_type, found)


def _indicators(stored: "dict[str, list[dict[str, str]]]") -> list[str]:
    return [each["indicator"] for each in stored.get("observations", []) if each["status"] == "affirmed"]


__all__ = ["Part", "cases", "line", "suggested"]
