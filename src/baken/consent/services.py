"""Writing consent: given and withdrawn. What rests on it stops in the same moment, and who was given something is told."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts.models import Organisation, User
from baken.admission import letting
from baken.consent import access, ages
from baken.consent.blocks import BLOCKS
from baken.consent.models import Consent
from baken.coordination import resting
from baken.coordination.models import CaseGrant, Track
from baken.coordination.services import NotPossible, event, hold
from baken.sharing import services as sharing
from baken.sharing.models import EventKind
from baken.sharing.words import PURPOSES, RECIPIENTS

LONGEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a victim agreed to, as somebody heard it."""

    recipient: str
    organisation: Organisation | None
    purpose: str
    written: bool
    reads_along: bool
    given_on: date
    until: date
    heard_by: User
    blocks: tuple[str, ...]
    age: str
    agreed_by: str = ""
    alone: bool = False
    parents: bool = False
    consulted: bool = False
    said: str = ""


@transaction.atomic
def give(track: Track, said: Said, *, by: User) -> Consent:
    """Record that a victim agrees. Raises NotPossible, with everything that is missing, when it would not count."""
    case = hold(track.case)
    _check(track, said)
    consent = Consent(
        case=case, municipality_id=case.municipality_id, track=track, recipient=said.recipient, organisation=said.organisation,
        purpose=said.purpose, written=said.written, reads_along=said.reads_along, given_on=said.given_on, until=said.until,
        heard_by=said.heard_by, by=by, at=timezone.now(), age=said.age, blocks=list(said.blocks), agreed_by=said.agreed_by,
        said=said.said,
    )  # fmt: skip
    consent.save(force_insert=True)
    event(case, "consent given", by=by, track=track)
    return consent


def _check(track: Track, said: Said) -> None:
    wrong = []
    if track.kind != Track.Kind.VICTIM:
        wrong.append(_("Alleen een slachtoffer geeft toestemming. Kies het spoor van een slachtoffer."))
    if said.recipient not in RECIPIENTS or said.purpose not in PURPOSES or said.age not in ages.Age.values:
        wrong.append(_("Kies een ontvanger, een doel en een leeftijd uit de lijst."))
    if not said.blocks or not set(said.blocks) <= set(BLOCKS):
        wrong.append(_("Kies over welke onderwerpen de toestemming gaat."))
    if said.given_on > timezone.localdate():
        wrong.append(_("Toestemming kan niet op een latere dag gegeven zijn."))
    if not said.given_on <= said.until <= said.given_on + LONGEST:
        wrong.append(_("Kies een laatste dag binnen een jaar na het geven. Daarna vraag je het opnieuw."))
    wrong += ages.missing(
        said.age, agreed_by=said.agreed_by, alone=said.alone, parents=said.parents, consulted=said.consulted
    )
    if wrong:
        raise NotPossible(" ".join(wrong))


@transaction.atomic
def withdraw(consent: Consent, *, words: str, by: User) -> None:
    """The victim no longer agrees. Everything that rests on it stops now: access, and later giving. Twice is once."""
    held = Consent.objects.select_for_update().select_related("case", "track").get(pk=consent.pk)
    if held.withdrawn_at is not None:
        return
    held.withdrawn_at, held.withdrawn_by, held.withdrawn_words = timezone.now(), by, words
    held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_words"])
    event(held.case, "consent withdrawn", by=by, track=held.track)
    _stop(held, by)
    _tell(held, by)


def _stop(consent: Consent, by: User) -> None:
    """Close the grants that rest on nothing any more, so that the timeline and the question about a day say so too.

    They give nothing already: `coordination.access` asks for the consent each time.
    """
    today = timezone.localdate()
    open_ones = CaseGrant.objects.filter(case=consent.case_id, revoked_at=None, until__gte=today)
    for grant in open_ones.exclude(resting.holding(today)):
        letting.revoke(grant, reason=_("De toestemming is ingetrokken."), by=by)


def _tell(consent: Consent, by: User) -> None:
    """Whoever was given something on this consent is told; in this installation at once, otherwise in a notice to send."""
    with override("nl"):
        text = _(
            "De persoon heeft de toestemming ingetrokken. Gebruik wat je kreeg niet verder, tenzij de wet het vraagt."
        )
    for given in access.resting_on(consent):
        form = f"ingetrokken-{uuid.uuid4()}"
        sharing.record_event(given, kind=EventKind.WITHDRAWN, text=text, form=form, by=by)
