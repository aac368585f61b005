"""Looking for links with what new reports hold, and making tokens of older ones. Pulled from here: intake never waits for it.

What a reporter waits for is therefore the same whether something was seen before or not.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import Ground, Municipality
from baken.links import holders
from baken.links.models import RegionalHit, ReportLink, Sureness
from baken.signals import tokens
from baken.signals.trait_models import TraitList
from baken.traits.compare import Shared

A_PAGE = 25  # reports that a page looks up before it is shown; the worker does the rest
A_ROUND = 500  # reports that the worker looks up, or gives tokens, in one round
RANK = {Sureness.POSSIBLE: 1, Sureness.PROBABLE: 2, Sureness.CERTAIN: 3}


def look_up(municipality: UUID, *, most: int = A_PAGE) -> int:
    """Look for links with reports of this municipality that nobody looked up yet; gives how many there were."""
    waiting = TraitList.objects.filter(municipality=municipality, searched=False)
    reports = list(waiting.values_list("report", flat=True)[:most])
    for report in reports:
        _search(report)
    return len(reports)


def give_tokens(municipality: Municipality, *, most: int = A_ROUND) -> int:
    """Give reports that came before the ground their tokens; stops and goes on as it likes. Gives how many were done."""
    on, done = people.what_is_on(municipality.pk), 0
    local, regional = Ground.What.MATCHING in on, Ground.What.REGIONAL in on
    if not (local or regional):
        return 0
    for report in tokens.not_indexed(municipality, local=local, regional=regional, most=most):
        tokens.index_report(report)
        done += 1
    return done


def catch_up() -> int:
    """One round of the worker over every municipality; gives how many reports were touched."""
    return sum(give_tokens(each) + look_up(each.pk, most=A_ROUND) for each in people.municipalities())


@transaction.atomic
def _search(report: UUID) -> None:
    told = TraitList.objects.select_for_update().filter(report=report, searched=False).first()
    if told is None:
        return
    if told.local:
        found = [(UUID(str(other)), each) for other, each in holders.shared_with(told, regional=False).standing()]
        _drop_gone(told, {(other, str(each.token.kind)) for other, each in found})
        for other, each in found:
            _keep_link(told, other, each)
    if told.regional:
        hits = holders.shared_with(told, regional=True).standing()
        _keep_hits(told, [(UUID(str(other)), str(each.token.kind)) for other, each in hits])
    told.searched = True
    told.save(update_fields=["searched"])


def _drop_gone(told: TraitList, found: set[tuple[UUID, str]]) -> None:
    """What was erased from a text links no more. A value that became common keeps the links that it gave before."""
    own = _values(told)
    for link in ReportLink.objects.filter(about(told.report_id)):
        other = link.other_id if link.one_id == told.report_id else link.one_id
        if (other, link.kind) in found:
            continue
        either = own | _values(TraitList.objects.filter(report=other).first())
        if (link.kind, link.value) not in either or link.kind not in {kind for kind, _ in own}:
            link.delete()


def _values(told: TraitList | None) -> set[tuple[str, str]]:
    return {(str(each.kind), each.value) for each in tokens.traits_in(told)} if told else set()


def _keep_link(told: TraitList, other: UUID, shared: Shared) -> None:
    """A pair and kind is one link; when it is found anew and surer, it becomes surer."""
    one, two = sorted([told.report_id, other])
    link = ReportLink(
        municipality_id=told.municipality_id,
        one_id=one,
        other_id=two,
        kind=shared.token.kind,
        sureness=shared.token.strength,
        why=shared.token.why,
        found_on=timezone.localdate(),
        value=shared.value,
    )
    if ReportLink.objects.bulk_create([link], ignore_conflicts=True) and _is_new(link):
        return
    known = ReportLink.objects.select_for_update().get(one=one, other=two, kind=link.kind)
    if RANK[Sureness(known.sureness)] < RANK[Sureness(link.sureness)]:
        known.sureness, known.why, known.value = link.sureness, link.why, shared.value
        known.save(update_fields=["sureness", "why", "value"])


def _is_new(link: ReportLink) -> bool:
    return ReportLink.objects.filter(pk=link.pk).exists()


def _keep_hits(told: TraitList, found: list[tuple[UUID, str]]) -> None:
    """Hits with reports of other municipalities that have the ground for it too (else they have no tokens)."""
    kinds = {kind for kind, _ in _values(told)}
    RegionalHit.objects.filter(about(told.report_id)).exclude(kind__in=kinds).delete()
    places = dict(
        TraitList.objects.filter(report__in=[other for other, _ in found]).values_list("report", "municipality")
    )
    place_of = places | {told.report_id: told.municipality_id}
    hits = []
    for other, kind in found:
        if other in places:
            one, two = sorted([told.report_id, other])
            hits.append(RegionalHit(kind=kind, one_id=one, other_id=two, one_place_id=place_of[one], other_place_id=place_of[two]))  # fmt: skip
    RegionalHit.objects.bulk_create(hits, ignore_conflicts=True)


def about(report: UUID) -> Q:
    """Rows of which one side is this report."""
    return Q(one=report) | Q(other=report)
