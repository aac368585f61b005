"""Whether a grant rests on consent that holds: asked each time somebody looks, so that withdrawing it works at once."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.consent.models import Consent, standing_on
from baken.coordination import resting
from baken.coordination.models import Case, CaseGrant, Track
from baken.coordination.scope import Scope
from baken.ui.templatetags.ui import day as in_words

WRITTEN = "written-consent"


def in_writing() -> list[str]:
    """The grounds that ask for consent in writing."""
    return [slug for slug in resting.grounds() if WRITTEN in load().grounds[slug].needs]


def holds(day: date) -> Q:
    """The grants of which every track has a consent that holds on that day, for who they work for and this purpose."""
    spoken = Q(whole=False) & ~Exists(_bare(day, Q()))
    written = Q(whole=False) & ~Exists(_bare(day, Q(written=True)))
    return (~Q(ground__in=in_writing()) & spoken) | (Q(ground__in=in_writing()) & written)


def _bare(day: date, more: Q) -> QuerySet:
    """The tracks of a grant without such a consent."""
    through = CaseGrant.tracks.through._default_manager
    theirs = Q(organisation=OuterRef("casegrant__organisation")) | Q(
        organisation=None, recipient=OuterRef("casegrant__recipient")
    )
    found = Consent.objects.filter(
        standing_on(day) & more & theirs, track=OuterRef("track"), purpose=OuterRef("casegrant__purpose"), reads_along=True
    )  # fmt: skip
    return through.filter(~Exists(found), casegrant=OuterRef("pk"))


def of_track(track: Track, *, purpose: str, recipient: str, organisation: object, on: date) -> list[Consent]:
    """The consents of a victim that hold for this receiver and purpose, the longest first."""
    if track.kind != Track.Kind.VICTIM:
        return []
    theirs = Q(organisation=None, recipient=recipient)
    if organisation is not None:
        theirs |= Q(organisation=organisation)
    found = Consent.objects.filter(standing_on(on) & theirs, track=track, purpose=purpose)
    return list(found.order_by("-until"))


def lacks(case: Case, user: User, scope: Scope, recipient: str) -> str:
    """Why somebody cannot be let in on consent; empty when they can."""
    for track in scope.tracks:
        if track.kind != Track.Kind.VICTIM:
            return _(
                "Toestemming gaat over het spoor van een slachtoffer. Kies voor een ander spoor een andere grondslag."
            )
        found = of_track(
            track, purpose=scope.purpose, recipient=recipient, organisation=user.organisation_id, on=scope.until
        )
        today = [each for each in found if each.holds and each.reads_along]
        if scope.ground in in_writing():
            today = [each for each in today if each.written]
        if not today:
            return _lacking(track, user, scope, recipient)
    return ""


def _lacking(track: Track, user: User, scope: Scope, recipient: str) -> str:
    shorter = of_track(
        track,
        purpose=scope.purpose,
        recipient=recipient,
        organisation=user.organisation_id,
        on=timezone.localdate(),
    )
    last = max((each.until for each in shorter if each.reads_along), default=None)
    if last is not None and last < scope.until:
        return _("De toestemming geldt tot en met %(day)s. Kies een dag tot dan.") % {"day": in_words(last)}
    return _(
        "Er is geen toestemming vastgelegd voor %(track)s om deze partner voor dit doel te laten meelezen."
    ) % {"track": track.name}


REST = resting.Rest(holds, lacks)
