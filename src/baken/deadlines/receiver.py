"""Who is told: the people of the roles that are warned, and who stands in when they are away (overdracht bij afwezigheid).

Somebody always is told. Who is away and has a stand-in hands over; when nobody of the roles is there, those who lead are told, and
when they are away too, all of them and the administrator are: a message that says that something waits, never what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from baken.deadlines.warning import LEADERS

LAST_RESORT = "administrator"


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody (an id) is away from a day until and with another (None: until further notice); `stand_in` takes over."""

    person: str
    first: date
    last: date | None = None
    stand_in: str | None = None

    def holds(self, day: date) -> bool:
        """Whether they are away on this day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told on a day. `instead_of`: who they stand in for. `is_nobody_there`: the roles had nobody who is at work."""

    people: tuple[str, ...]
    instead_of: Mapping[str, str]
    is_nobody_there: bool = False


def told(roles: Sequence[str], holders: Mapping[str, Sequence[str]], away: Sequence[Away], day: date) -> Told:
    """The people who are told, by role and who holds it. Empty only when nobody holds any of the roles, the leaders or the last resort."""
    asked = _holders(roles, holders)
    present, instead = _present(asked, away, day)
    if present:
        return Told(present, instead)
    leaders, instead = _present(_holders(LEADERS, holders), away, day)
    if leaders:
        return Told(leaders, instead, is_nobody_there=True)
    everybody = _holders((*roles, *LEADERS, LAST_RESORT), holders)
    return Told(everybody, {}, is_nobody_there=True)


def _holders(roles: Sequence[str], holders: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for role in roles for person in holders.get(role, ())))


def _present(asked: Sequence[str], away: Sequence[Away], day: date) -> tuple[tuple[str, ...], dict[str, str]]:
    found: dict[str, str] = {}
    for person in asked:
        there = _stand_in(person, away, day)
        if there is not None and found.get(there) != there:
            found[there] = person
    return tuple(found), {there: person for there, person in found.items() if there != person}


def _stand_in(person: str, away: Sequence[Away], day: date) -> str | None:
    """Who is there for this person: they themselves, or the first stand-in in line who is; None when nobody is."""
    seen: set[str] = set()
    here: str | None = person
    while here is not None and here not in seen:
        seen.add(here)
        absence = next((each for each in away if each.person == here and each.holds(day)), None)
        if absence is None:
            return here
        here = absence.stand_in
    return None
