"""Reading consent and what was given: consent with its track, the register of a case for who sees all of it."""

from uuid import UUID

from baken.accounts.models import Organisation, User
from baken.consent.models import CaseDisclosure, Consent
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.coordination.models import Case, Track
from baken.partners import access as partners
from baken.sharing import access as sharing
from baken.sharing.models import Delivery, Disclosure, EventKind
from baken.ui.ids import is_id

KIND, GIVE, TAKE = cases.KIND, "disclose_cases", "receive_cases"


def consents_of(seen: Seen) -> list[Consent]:
    """What was agreed in the tracks that this person sees, newest first."""
    found = Consent.objects.filter(case=seen.case).select_related(
        "track", "organisation", "heard_by", "by", "withdrawn_by"
    )
    return list(found if seen.sight.whole else found.filter(track__in=seen.sight.track_ids))


def consent_of(seen: Seen, pk: UUID) -> Consent:
    """One consent in a track that this person sees. Any other does not exist: 404, traced."""
    found = Consent.objects.filter(case=seen.case, pk=pk).select_related("track", "organisation", "case").first()
    if found is None or not seen.sight.sees(found.track_id):
        cases.refuse(seen.user, seen.case.pk)
    return found


def victims_in(seen: Seen) -> list[Track]:
    """The tracks of victims in which this person may write."""
    return [track for track in seen.writable if track.kind == Track.Kind.VICTIM]


def to_give(user: User, pk: UUID) -> Seen:
    """A case from which this person gives: with the capability, of their own municipality, seen and written whole. 404 otherwise.

    Leaves a trace that it was seen, because the pages of giving show all of it.
    """
    seen = cases.to_write(user, pk)
    if not user.may(GIVE) or seen.case.municipality_id != user.municipality_id or not seen.sight.whole:
        cases.refuse(user, pk)
    return cases.read_case(user, pk)


def may_give(seen: Seen) -> bool:
    """Whether this person gives from this case."""
    here = seen.case.municipality_id == seen.user.municipality_id
    return here and not seen.case.is_closed and seen.user.may(GIVE) and seen.sight.whole and seen.sight.writes


def reads_subject(user: User, record: str) -> bool:
    """Whether this person sees the whole case with this id, and so what was given of it."""
    case = Case.objects.filter(pk=record).first() if is_id(record) else None
    return case is not None and cases.sight_of(user, case).whole


def given_from(seen: Seen) -> list[Disclosure]:
    """What was given from a case, newest first; for who sees all of it."""
    if not seen.sight.whole:
        return []
    found = Disclosure.objects.filter(subject_kind=KIND, subject_id=str(seen.case.pk))
    return list(found.select_related("by", "content").prefetch_related("events"))


def resting_on(consent: Consent) -> list[Disclosure]:
    """What was given on this consent."""
    rows = CaseDisclosure.objects.filter(consents=consent).select_related("disclosure")
    return [row.disclosure for row in rows]


def organisations_for(user: User) -> list[Organisation]:
    """The partners of the region that a ground can know."""
    found = partners.organisations_for(user).exclude(partner__recipient="").select_related("partner")
    return list(found.order_by("name"))


def taken_as(user: User, delivery: Delivery) -> UUID | None:
    """The case that was made of a received package, or None."""
    notes = sharing.notes_of(delivery)
    return next((note.taken_as for note in notes if note.kind == EventKind.TAKEN_OVER), None)


def given_case(disclosure: Disclosure) -> Case | None:
    """The case from which something was given, or None when it is gone."""
    row = CaseDisclosure.objects.filter(disclosure=disclosure).select_related("case__director").first()
    return row.case if row else None
