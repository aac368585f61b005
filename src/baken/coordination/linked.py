"""New links that lead from the reports of a case to another report: for who leads the case."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from baken.accounts.models import User
from baken.coordination import access
from baken.coordination.access import Seen
from baken.coordination.models import CLOSED_RANK, Case, CaseReport
from baken.links import leaving
from baken.links.models import ReportLink
from baken.privacy import trace
from baken.signals.models import Report

MOST = 50


@dataclass(frozen=True)
class Linked:
    """A report of this case, and another one that shares something with it."""

    link: ReportLink
    inside: Report
    outside: Report
    new: bool


def linked(seen: Seen) -> list[Linked]:
    """Where the case may be larger than it is, the newest first; nothing for who does not lead it."""
    if not (seen.sight.leads and seen.ours):
        return []
    reports = set(CaseReport.objects.filter(case=seen.case).values_list("report", flat=True))
    found = leaving.leaving(seen.case.municipality_id, reports)
    if found:
        here = seen.case.municipality_id
        trace.note("links seen", access.KIND, seen.case.pk, actor=seen.user.pk, municipality=here)
    new = set(leaving.unseen(found, seen.user).values_list("pk", flat=True))
    return [
        Linked(
            link, *((link.one, link.other) if link.one_id in reports else (link.other, link.one)), link.pk in new
        )
        for link in found[:MOST]
    ]


def saw(seen: Seen, found: list[Linked]) -> None:
    """This person looked at them."""
    leaving.see([each.link for each in found if each.new], seen.user)


def with_new_links(user: User) -> list[Case]:
    """The open cases that this person directs and of which a report has a link that they did not see yet."""
    mine = access.directed_cases(user, timezone.localdate()).filter(rank__lt=CLOSED_RANK)
    by_case: dict[Case, set[UUID]] = {}
    for row in CaseReport.objects.filter(case__in=mine.values("pk")).select_related("case"):
        by_case.setdefault(row.case, set()).add(row.report_id)
    return [
        case for case, reports in by_case.items()
        if leaving.unseen(leaving.leaving(case.municipality_id, reports), user).exists()
    ]  # fmt: skip
