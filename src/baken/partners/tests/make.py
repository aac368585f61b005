"""Builders for tests: invented partners, fixed values."""

from typing import Any

from django.utils import timezone

from baken.accounts.access import hash_of
from baken.accounts.models import Organisation, User
from baken.partners import services
from baken.partners.models import THEIRS, PartnerEntry, PartnerLink, PartnerProposal

SAID = {
    "name": "Hulpdienst De Kade (verzonnen)", "kind": "fairwork", "recipient": "care-partner", "area": "Kustregio",
    "phone": "14 0100", "email": "team@dekade.example", "hours": "werkdagen van 9.00 tot 17.00 uur",
    "criteria": "Voor wie werkt en wordt uitgebuit.", "contact": "Wil Verzonnen, 14 0101",
}  # fmt: skip


def make_partner(by: User, **values: Any) -> PartnerEntry:
    """A partner that `by` put in the directory."""
    return services.add(SAID | values, by=by)


def make_organisation(name: str, *, kind: str, recipient: str, by: User) -> Organisation:
    """An organisation that already stands in the directory, without the work of putting it there."""
    organisation = Organisation.objects.create(region=by.municipality.region, name=name)
    entry = PartnerEntry(
        municipality=by.municipality, organisation=organisation, kind=kind, recipient=recipient, verified_by=by
    )
    entry.verified_on = timezone.localdate()
    entry.save(force_insert=True)
    return organisation


def make_correction(entry: PartnerEntry, *, by: User) -> PartnerProposal:
    """A correction that the partner sent with a link, and that waits for a colleague."""
    token = services.make_link(entry, by=by).rstrip("/").rsplit("/", 1)[-1]
    link = PartnerLink.objects.get(token_hash=hash_of(token))
    return services.propose(link, {name: SAID[name] for name in THEIRS} | {"phone": "14 0999"})
