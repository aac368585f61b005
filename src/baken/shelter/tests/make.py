"""Builders for tests: an invented shelter with places, who is there and who waits."""

from datetime import timedelta
from itertools import count
from typing import Any

from baken.accounts.models import Organisation, User
from baken.shelter import finding, placing, services
from baken.shelter.models import Place, Placement, Shelter, WaitingEntry

SAID = {
    "name": "Huis 2 (verzonnen)", "kind": "vrouwenopvang", "secret": True, "address": "Verzonnenlaan 7, Nergenshuizen",
    "access": "Bel de coördinator.", "phone": "14 0012", "security": "high", "financing": "municipality", "longest": 90,
    "languages": ["nl", "interpreter"], "stays": ["dutch", "eu"], "answers": {"night_intake": "yes"},
    "distances": {"havenstad": "30", "duindorp": "10"},
}  # fmt: skip
ROOM = {
    "name": "Kamer 3", "sexes": ["woman"], "age_from": 18, "age_to": None, "children": 2,
    "answers": {"wheelchair": "no", "pets": "yes"},
}  # fmt: skip
_forms = count()


def make_shelter(by: User, organisation: Organisation, *, confirmed: bool = True, **values: Any) -> Shelter:
    """A shelter of this organisation, without places; confirmed: it just said how many are free."""
    shelter = services.add(organisation, SAID | values, by=by)
    if confirmed:
        services.confirm(shelter, free=20, by=by)
        shelter.refresh_from_db()
    return shelter


def make_place(shelter: Shelter, by: User, **values: Any) -> Place:
    """One room in it."""
    return services.add_place(shelter, ROOM | values, by=by)


def a_stay(*, first: int = 0, nights: int = 3, **values: Any) -> placing.Stay:
    """Somebody who comes tonight (or `first` nights later), for some nights."""
    night = finding.tonight() + timedelta(days=first)
    known = {"alias": "Vrouw K", "because": "Dicht bij de school.", "form": f"plek-{next(_forms)}"}
    return placing.Stay(first=night, until=night + timedelta(days=nights), **(known | values))


def make_placement(place: Place, by: User, **values: Any) -> Placement:
    """A place that is held for an hour."""
    return placing.reserve(place, a_stay(**values), by=by)


def make_waiting(by: User, alias: str = "Man R", **values: Any) -> WaitingEntry:
    """Somebody who waits."""
    known = {
        "urgency": "a_now",
        "criteria": {"sex": "man", "must": ["addiction"]},
        "text": "Slaapt nu in een auto.",
    }
    return placing.wait(alias, by=by, **(known | values))
