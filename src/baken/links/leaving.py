"""Links that lead out of a group of reports, for who works on that group (a case): that there is one, of which kind, to which report.

Not what is the same: that is read on the page of a report, by who may read it.
"""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from baken.accounts import access as people
from baken.accounts.models import Ground, User
from baken.links.models import LinkDecision, LinkSeen, ReportLink


def leaving(municipality: UUID, reports: Collection[UUID]) -> QuerySet[ReportLink]:
    """Links between one of these reports and another one, unless somebody decided that it is not the same.

    None while the municipality has no ground for comparing. The caller made sure that the person sees the whole group.
    """
    if not reports or not people.is_on(municipality, Ground.What.MATCHING):
        return ReportLink.objects.none()
    last = LinkDecision.objects.filter(link=OuterRef("pk")).order_by("-at").values("verdict")[:1]
    out = Q(one__in=reports) ^ Q(other__in=reports)
    found = ReportLink.objects.filter(out, municipality=municipality).alias(verdict=Subquery(last))
    found = found.filter(Q(verdict=None) | ~Q(verdict=LinkDecision.Verdict.NOT_SAME))
    return (
        found.select_related("one", "other")
        .defer("value", "one__story", "other__story")
        .order_by("-found_on", "id")
    )


def unseen(links: QuerySet[ReportLink], user: User) -> QuerySet[ReportLink]:
    """Those of these links that this person did not see yet."""
    return links.exclude(Exists(LinkSeen.objects.filter(link=OuterRef("pk"), user=user)))


def see(links: Collection[ReportLink], user: User) -> None:
    """This person saw them: they are no longer new to them. Twice is once."""
    LinkSeen.objects.bulk_create([LinkSeen(link=link, user=user) for link in links], ignore_conflicts=True)
