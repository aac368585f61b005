"""Builders for tests: invented partners, fixed values."""

from typing import Any

from baken.accounts.models import Organisation, User
from baken.partners import services
from baken.partners.models import PartnerEntry

SAID = {
    "name": "Hulpdienst De Kade (verzonnen)", "kind": "fairwork", "recipient": "care-partner", "area": "Kustregio",
    "phone": "14 0100", "email": "team@dekade.example", "hours": "werkdagen van 9.00 tot 17.00 uur",
    "criteria": "Voor wie werkt en wordt uitgebuit.", "contact": "Wil Verzonnen, 14 0101",
}  # fmt: skip


def make_partner(by: User, **values: Any) -> PartnerEntry:
    """A partner that `by` put in the directory."""
    return services.add(SAID | values, by=by)


def make_organisation(name: str, *, kind: str, recipient: str, by: User) -> Organisation:
    """An organisation with its place in the directory."""
    return make_partner(by, name=name, kind=kind, recipient=recipient).organisation
