"""Reading links and hits: only those of which this person may read both reports; of other municipalities only that there is one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.http import Http404
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import Ground, Municipality, User
from baken.links import network
from baken.links.finding import about
from baken.links.models import HitRequest, Kind, LinkDecision, LinkSeen, RegionalHit, ReportLink, Sureness
from baken.privacy import trace
from baken.signals import access as reports
from baken.signals.models import Report

MOST_LINKS = 200  # on one page; a page says when there are more
MOST_REPORTS = 40  # in one picture; more is no picture any more
STEPS = 3  # links away from the report in the middle
ORDER = {Sureness.CERTAIN: 0, Sureness.PROBABLE: 1, Sureness.POSSIBLE: 2}
SUREST_FIRST = Case(*(When(sureness=sure, then=Value(place)) for sure, place in ORDER.items()))


@dataclass(frozen=True)
class Seen:
    """One link from the side of one report: the other report, and what was decided, oldest first."""

    link: ReportLink
    other: Report
    decisions: list[LinkDecision]

    @property
    def decision(self) -> LinkDecision | None:
        """What counts now."""
        return self.decisions[-1] if self.decisions else None

    @property
    def verdict(self) -> str:
        """What was decided last, empty when nothing was."""
        return self.decision.verdict if self.decision else ""


def _links_for(user: User) -> QuerySet[ReportLink]:
    """Links between reports that this person may read, while the municipality has its ground."""
    may_read = reports.reports_for(user)
    if not people.is_on(user.municipality_id, Ground.What.MATCHING):
        return ReportLink.objects.none()
    own = ReportLink.objects.filter(municipality=user.municipality_id, one__in=may_read, other__in=may_read)
    return own.select_related("one", "other").prefetch_related("decisions__by")


def links_of(user: User, report: Report) -> list[Seen]:
    """The links of a report, the surest first; with one or more it leaves a trace."""
    found = [
        Seen(link, link.other if link.one_id == report.pk else link.one, list(link.decisions.all()))
        for link in _links_for(user).filter(about(report.pk)).order_by(SUREST_FIRST, "-found_on")[:MOST_LINKS]
    ]
    if found:
        trace.note("links seen", "report", report.pk, actor=user.pk, municipality=report.municipality_id)
    return sorted(found, key=lambda seen: (seen.verdict == "not_same", ORDER[Sureness(seen.link.sureness)]))


def read_link(user: User, pk: UUID) -> ReportLink:
    """One link, with a trace. Of somebody else it does not exist (404)."""
    link = _links_for(user).filter(pk=pk).first()
    if link is None:
        trace.refuse("link", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("seen", "link", link.pk, actor=user.pk, municipality=link.municipality_id)
    return link


def link_to_decide(user: User, pk: UUID) -> ReportLink:
    """One link to decide about."""
    if not user.may("weigh_reports"):
        raise PermissionDenied
    return read_link(user, pk)


def marked_new(user: User, asked: Iterable[UUID]) -> set[UUID]:
    """Which of these reports have a link that nobody decided about and this person did not see. One question, whatever it finds."""
    links = ReportLink.objects.filter(
        ~Exists(LinkDecision.objects.filter(link=OuterRef("pk"))),
        ~Exists(LinkSeen.objects.filter(link=OuterRef("pk"), user=user)),
        municipality=user.municipality_id,
    )
    ground = people.grounds_that_hold(Ground.What.MATCHING).filter(municipality=user.municipality_id)
    either = Exists(links.filter(one=OuterRef("pk"))) | Exists(links.filter(other=OuterRef("pk")))
    found = reports.reports_for(user).filter(either, Exists(ground), pk__in=asked)
    return set(found.order_by().values_list("pk", flat=True))


def new_for(user: User) -> list[Report]:
    """Reports that this person weighed and that have a link they did not see yet. Nothing sealed is read."""
    weighed = Q(one__weighings__by=user) | Q(other__weighings__by=user)
    new = _links_for(user).filter(weighed, decisions=None).exclude(seen__user=user)
    ends = {end for pair in new.values_list("one", "other")[:MOST_LINKS] for end in pair}
    return list(reports.reports_for(user).filter(pk__in=ends, weighings__by=user).distinct())


# Clusters and the picture ------------------------------------------------------------------------------------
@dataclass
class Cluster:
    """Reports that hang together, by day, and the links between them."""

    reports: list[Report]
    edges: list[network.Edge] = field(default_factory=list)
    more: bool = False

    @property
    def kinds(self) -> list[str]:
        """What they share, in words."""
        return [str(Kind(kind).label) for kind in dict.fromkeys(edge.kind for edge in self.edges)]


def _edges(links: QuerySet[ReportLink]) -> list[network.Edge]:
    return [
        network.Edge(
            str(link.one_id), str(link.other_id), link.kind, link.sureness,
            next((each.verdict for each in reversed(link.decisions.all())), ""),
        )
        for link in links.select_related(None).order_by("-found_on", "id")[:MOST_LINKS * 10]
    ]  # fmt: skip


def clusters_for(user: User, *, most: int = 50) -> list[Cluster]:
    """Open reports of this municipality that hang together, the largest cluster first."""
    waits = Q(one__closed_on=None) | Q(other__closed_on=None)
    edges = [edge for edge in _edges(_links_for(user).filter(waits)) if network.counts(edge)]
    groups = network.clusters(edges)[:most]
    known = {str(each.pk): each for each in _plain(user, [node for group in groups for node in group])}
    return [_cluster([known[node] for node in group if node in known], edges) for group in groups]


def around(user: User, report: Report) -> Cluster:
    """The report and what hangs together with it, a few links away, for the picture and the list beside it."""
    nodes: dict[str, None] = {str(report.pk): None}
    edges: dict[network.Edge, None] = {}
    frontier, more = set(nodes), False
    for _ in range(STEPS):
        found = _edges(_links_for(user).filter(Q(one__in=frontier) | Q(other__in=frontier)))
        edges |= dict.fromkeys(edge for edge in found if network.counts(edge))
        frontier = network.neighbours(found, nodes)
        room = MOST_REPORTS - len(nodes)
        more = more or len(frontier) > room
        frontier = set(sorted(frontier)[:room])
        nodes |= dict.fromkeys(sorted(frontier))
        if not frontier:
            break
    trace.note("network seen", "report", report.pk, actor=user.pk, municipality=report.municipality_id)
    cluster = _cluster(_plain(user, nodes), list(edges))
    cluster.more = more
    return cluster


def _plain(user: User, nodes: Iterable[str]) -> list[Report]:
    """Reports without anything sealed."""
    return list(reports.reports_for(user).filter(pk__in=list(nodes)).defer("story", "assessment", "ticks"))


def _cluster(found: list[Report], edges: list[network.Edge]) -> Cluster:
    names = {str(each.pk) for each in found}
    inside = [edge for edge in edges if edge.one in names and edge.other in names]
    return Cluster(sorted(found, key=lambda each: (each.received_on, each.number)), inside)


# Between municipalities --------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Hit:
    """There is a hit of this kind with this municipality, and whom to talk to. No number, no count, no day."""

    kind: str
    place: Municipality
    talk_to: list[User]
    request: HitRequest | None

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return str(Kind(self.kind).label)


def hits_of(user: User, report: Report) -> list[Hit]:
    """The hits of one report: each kind and municipality once, from the database on, however many reports are behind it."""
    if not people.is_on(user.municipality_id, Ground.What.REGIONAL):
        return []
    ours_first = RegionalHit.objects.filter(one=report.pk).values_list("kind", "other_place")
    kinds = ours_first.union(RegionalHit.objects.filter(other=report.pk).values_list("kind", "one_place"))
    places = {place.pk: place for place in people.other_municipalities(user)}
    found = sorted(
        ((kind, places[pk]) for kind, pk in kinds if pk in places), key=lambda hit: (hit[1].name, hit[0])
    )
    officers = {place.pk: officers_of(place) for _, place in found}
    asked = {
        (each.kind, each.to_place_id): each
        for each in HitRequest.objects.filter(report=report).order_by("asked_at")
    }
    return [Hit(kind, place, officers[place.pk], asked.get((kind, place.pk))) for kind, place in found]


def officers_of(place: Municipality) -> list[User]:
    """Whom to talk to in a municipality today: its focal officers, or who stands in for them."""
    return people.who_may("weigh_reports", place, today=timezone.localdate())


def hit_to_ask(user: User, pk: UUID, *, place: str, kind: str) -> tuple[Report, Hit]:
    """A hit of one's own report. Where there is none the page does not exist, for whatever reason there is none."""
    report = reports.report_to_weigh(user, pk)
    hit = next((each for each in hits_of(user, report) if (each.place.slug, each.kind) == (place, kind)), None)
    if hit is None:
        raise Http404
    return report, hit


def requests_for(user: User) -> QuerySet[HitRequest]:
    """Questions that this municipality asked or was asked."""
    if not user.may("weigh_reports"):
        raise PermissionDenied
    ours = Q(from_place=user.municipality_id) | Q(to_place=user.municipality_id)
    return HitRequest.objects.filter(ours).select_related("from_place", "to_place", "asked_by", "answered_by")


def waiting_for(user: User) -> int:
    """How many questions of others wait for an answer of this municipality."""
    return requests_for(user).filter(to_place=user.municipality_id, status=HitRequest.Status.OPEN).count()


def read_request(user: User, pk: UUID) -> HitRequest:
    """One question, with a trace; of other municipalities it does not exist (404)."""
    request = requests_for(user).filter(pk=pk).first()
    if request is None:
        trace.refuse("hit request", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("seen", "hit request", request.pk, actor=user.pk, municipality=user.municipality_id)
    return request


def request_to_answer(user: User, pk: UUID) -> HitRequest:
    """One question to answer: only who was asked answers it."""
    request = read_request(user, pk)
    if request.to_place_id != user.municipality_id:
        raise PermissionDenied
    return request


def asked_about(user: User, request: HitRequest) -> list[Report]:
    """The own reports that a question of another municipality is about; only who was asked sees them."""
    if request.to_place_id != user.municipality_id:
        return []
    rows = RegionalHit.objects.filter(about(request.report_id), kind=request.kind).values_list("one", "other")
    ends = {end for pair in rows for end in pair}
    return list(reports.reports_for(user).filter(pk__in=ends))


def opened_by(request: HitRequest) -> list[Report]:
    """The reports that were opened with an answer: their number, day, setting and type, and nothing more of them."""
    return [
        each.report
        for each in request.opened.select_related("report").defer("report__story", "report__assessment")
    ]
