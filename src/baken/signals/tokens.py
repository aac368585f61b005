"""Storing what a report can be found by, in the transaction of the report or message. Only with a recorded ground."""

from collections.abc import Iterator

from django.db import transaction

from baken.accounts import access as people
from baken.accounts.models import Ground, Municipality
from baken.privacy import blind
from baken.signals.models import Message, Report
from baken.signals.safe import SAFE
from baken.signals.trait_models import TraitList, TraitToken
from baken.traits.compare import Told
from baken.traits.fields import told
from baken.traits.tokens import Token, tokens_of
from baken.traits.trait import Kind, Strength, Trait

RULES = "1"  # goes up when traits or tokens are made otherwise: then every report is done again
MOST = 200  # traits of one report that count; nobody writes down more that matter


def told_by(report: Report) -> Told:
    """The traits in what the reporter told, in the report and in messages. Their own name, number and mail are no lead.

    Answers of the office and notes are not read: they name the office itself.
    """
    written = Message.objects.filter(report=report, author=None).order_by("order")
    texts = [report.story, report.moment, *(message.text for message in written)]
    fields = {
        "location": report.place,
        "contact_name": report.reporter_name,
        "contact_phone": report.reporter_contact,
        "contact_safe": " ".join(filter(None, (getattr(report, name) for name in SAFE))),
    }
    return told(str(report.pk), "\n\n".join(texts), fields, report.municipality.name)


def to_share(token: Token) -> bool:
    """Whether a token goes into the ring of the region: only what points at one person, place or firm."""
    return token.strength is not Strength.POSSIBLE and not token.weak


@transaction.atomic
def index_report(report: Report) -> None:
    """Make the traits and tokens of a report anew, as far as the municipality has a ground. Links stay as they are.

    Call it when the text of a report changes: received, added to, masked or erased. A question for advice has none.
    """
    TraitToken.objects.filter(report=report).delete()
    on = () if report.question else people.what_is_on(report.municipality_id)
    local, regional = Ground.What.MATCHING in on, Ground.What.REGIONAL in on
    if not (local or regional):
        TraitList.objects.filter(report=report).delete()
        return
    tale = told_by(report)
    leads = tale.leads[:MOST]
    TraitList(
        report=report,
        municipality_id=report.municipality_id,
        traits=[[each.kind, each.value, each.strength] for each in leads],
        rules=RULES,
        local=local,
        regional=regional,
    ).save()
    rings = [False] * local + [True] * regional
    rows = {(ring, token) for ring in rings for token in _stored(report, leads, tale.municipality, regional=ring)}
    TraitToken.objects.bulk_create(
        TraitToken(report=report, municipality_id=report.municipality_id, regional=ring, token=token)
        for ring, token in sorted(rows)
    )


def _stored(report: Report, leads: tuple[Trait, ...], place: str, *, regional: bool) -> Iterator[bytes]:
    ring = ring_of(report.municipality, regional=regional)
    for trait in leads:
        for token in tokens_of(trait, "" if regional else place).stored:
            if not regional or to_share(token):
                yield blind.token(ring, token.kind, token.text)


def ring_of(municipality: Municipality, *, regional: bool) -> str:
    """The ring in which a municipality's reports find each other, or those of its region."""
    if regional:
        return blind.ring_of_region(municipality.region_id)
    return blind.ring_of_municipality(municipality.pk)


def traits_in(stored: TraitList) -> tuple[Trait, ...]:
    """The traits of a report as they were stored; where they stood in the text is not kept."""
    return tuple(
        Trait(Kind(kind), value, 0, 0, "", Strength(strength)) for kind, value, strength in stored.traits or []
    )


def not_indexed(municipality: Municipality, *, local: bool, regional: bool, most: int) -> list[Report]:
    """Reports without the tokens they should have, at most `most`: older than the ground, or made with older rules."""
    right = {"rules": RULES} | {name: True for name, on in (("local", local), ("regional", regional)) if on}
    lists = TraitList.objects.filter(municipality=municipality, **right)
    waiting = Report.objects.filter(municipality=municipality, question=False).exclude(
        pk__in=lists.values("report")
    )
    return list(waiting.select_related("municipality").order_by("pk")[:most])


@transaction.atomic
def forget_tokens(municipality: Municipality, *, regional: bool) -> int:
    """Delete the tokens of one ring; the sealed values too when no ring is left. Gives how many tokens there were."""
    gone, _ = TraitToken.objects.filter(municipality=municipality, regional=regional).delete()
    lists = TraitList.objects.filter(municipality=municipality)
    lists.update(**{"regional" if regional else "local": False})
    lists.filter(local=False, regional=False).delete()
    return gone
