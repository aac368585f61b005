"""Reading the directory: everybody who works in cases, and the regional adviser, of one's own region. Elsewhere is 404."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from baken.accounts.access import hash_of
from baken.accounts.models import Organisation, User
from baken.accounts.roles import Role
from baken.catalogue import load
from baken.catalogue.approach import PartnerKind
from baken.partners.models import FRESH_MONTHS, PartnerEntry, PartnerLink, PartnerProposal, PartnerVersion
from baken.privacy import trace
from baken.privacy.retention import later

READ, EDIT, KIND = "read_partners", "edit_partners", "partner"
OUTSIDE = {Role.PARTNER_MEMBER, Role.SHELTER_WORKER}  # they work for a partner, also when nobody said for which
Entries = QuerySet[PartnerEntry]


def in_region(user: User) -> Entries:
    """Everything of this person's region, also what was taken out. Raises PermissionDenied without the capability."""
    if not user.may(READ):
        raise PermissionDenied
    found = PartnerEntry.objects.filter(organisation__region=user.municipality.region_id)
    return found.select_related("organisation", "verified_by")


def in_use(user: User) -> Entries:
    """What is in the directory now."""
    return in_region(user).filter(retired_on=None)


@dataclass(frozen=True)
class Shelf:
    """A national kind of partner with the organisations of the region that are of that kind."""

    kind: PartnerKind
    entries: tuple[PartnerEntry, ...]


def shelves(entries: Iterable[PartnerEntry]) -> list[Shelf]:
    """Every national kind in its order, also those that the region has nobody for yet."""
    found: dict[str, list[PartnerEntry]] = {}
    for entry in entries:
        found.setdefault(entry.kind, []).append(entry)
    kinds = sorted(load().partners.values(), key=lambda kind: kind.order)
    return [Shelf(kind, tuple(found.get(kind.slug, ()))) for kind in kinds]


def refuse(user: User, pk: object) -> NoReturn:
    """What is not theirs does not exist: 404, with a trace. Raises Http404."""
    trace.note("refused", KIND, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def entry_for(user: User, pk: UUID) -> PartnerEntry:
    """One partner of the region. Another region's does not exist: 404, traced."""
    return in_region(user).filter(pk=pk).first() or refuse(user, pk)


def read_entry(user: User, pk: UUID) -> PartnerEntry:
    """The same for its page, with a trace, because a person may be named in it."""
    found = entry_for(user, pk)
    trace.note("seen", KIND, pk, actor=user.pk, municipality=user.municipality_id)
    return found


def may_edit(user: User) -> None:
    """Raises PermissionDenied for who only reads the directory."""
    if not user.may(EDIT):
        raise PermissionDenied


def to_edit(user: User, pk: UUID) -> PartnerEntry:
    """One partner to change. Raises PermissionDenied without the capability."""
    may_edit(user)
    return entry_for(user, pk)


def versions_of(entry: PartnerEntry) -> list[PartnerVersion]:
    """How it stood, newest first."""
    return list(PartnerVersion.objects.filter(entry=entry).select_related("by"))


def links_of(entry: PartnerEntry) -> list[PartnerLink]:
    """The links that were made for it, newest first."""
    return list(PartnerLink.objects.filter(entry=entry).select_related("made_by")[:10])


def link_of(entry: PartnerEntry, pk: UUID, user: User) -> PartnerLink:
    """One link of this partner. Any other does not exist: 404, traced."""
    return PartnerLink.objects.filter(entry=entry, pk=pk).first() or refuse(user, pk)


def open_link(token: str) -> PartnerLink | None:
    """The link of this token while it works; None for one that was used, is too old or never was."""
    found = PartnerLink.objects.filter(token_hash=hash_of(token)).select_related("entry__organisation").first()
    return found if found and found.is_open and found.entry.retired_on is None else None


def proposals_of(entry: PartnerEntry) -> list[PartnerProposal]:
    """The corrections that wait, oldest first."""
    return list(PartnerProposal.objects.filter(entry=entry, decided_at=None))


def proposal_of(entry: PartnerEntry, pk: UUID, user: User) -> PartnerProposal:
    """One correction of this partner. Any other does not exist: 404, traced."""
    return PartnerProposal.objects.filter(entry=entry, pk=pk).first() or refuse(user, pk)


def waiting_for(user: User) -> list[PartnerProposal]:
    """The corrections that wait for who may take them over."""
    if not user.may(EDIT):
        return []
    mine = PartnerProposal.objects.filter(decided_at=None, entry__in=in_use(user).values("pk"))
    return list(mine.select_related("entry__organisation"))


def old_for(user: User, *, today: date) -> int:
    """How many partners of the region were looked at too long ago, for who keeps the directory."""
    if not user.may(EDIT):
        return 0
    return in_use(user).filter(old_on(today)).count()


def old_on(today: date) -> Q:
    """Looked at so long ago that somebody looks again."""
    return Q(verified_on__lte=later(today, -FRESH_MONTHS))


def people_of(entry: PartnerEntry) -> list[User]:
    """Who of this organisation has an account, by name."""
    found = User.objects.filter(organisation=entry.organisation_id, is_active=True)
    return sorted(found, key=lambda each: str(each.name).casefold())


def organisations_for(user: User) -> QuerySet[Organisation]:
    """The organisations of the region for which somebody can work."""
    return Organisation.objects.filter(
        region=user.municipality.region_id, partner__isnull=False, partner__retired_on=None
    )


def recipient_of(user: User, municipality: UUID) -> str | None:
    """As which receiver a legal ground knows this person, seen from a municipality.

    None for a colleague of that municipality: no outside route is needed. Empty when it is not known: then nothing may go.
    """
    if user.organisation_id is not None:
        entry = PartnerEntry.objects.filter(organisation=user.organisation_id, retired_on=None).first()
        return entry.recipient if entry else ""
    if user.municipality_id != municipality:
        return "municipality"
    return "" if user.roles & OUTSIDE else None
