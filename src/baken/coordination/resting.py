"""Grounds that rest on something which can fall away: the consent of a victim. A room further on says whether it is there.

The question is asked each time somebody looks (in `access.grants_on`), so that nothing has to be told when it falls away.
As long as no room says that it is there, such a ground gives nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from baken.accounts.models import User
from baken.catalogue import load
from baken.coordination.models import Case
from baken.coordination.scope import Scope
from baken.sharing.words import MISSING

NEEDS = frozenset({"consent", "written-consent"})


@dataclass(frozen=True)
class Rest:
    """How a room tells it. `holds`: the grants whose consent is there on that day. `lacks`: why somebody cannot be let in; empty
    when they can. The last word of `lacks` is the kind of receiver.
    """

    holds: Callable[[date], Q]
    lacks: Callable[[Case, User, Scope, str], str]


_rests: list[Rest] = []


def rest_on(rest: Rest) -> None:
    """Called by a room in its `apps.py`: this is where consent stands."""
    if rest not in _rests:
        _rests.append(rest)


def grounds() -> list[str]:
    """The grounds that need consent."""
    return [slug for slug, ground in load().grounds.items() if NEEDS & set(ground.needs)]


def holding(day: date) -> Q:
    """The grants that do not need consent, or whose consent is there on that day. Colleagues need none."""
    found = ~Q(ground__in=grounds()) | Q(recipient="")
    for rest in _rests:
        found |= rest.holds(day)
    return found


def lacks(case: Case, user: User, scope: Scope, recipient: str) -> list[str]:
    """Why this consent is not enough, in words for the person who lets in; empty when it is, or when none is needed."""
    if scope.ground not in grounds():
        return []
    found = [said for rest in _rests if (said := rest.lacks(case, user, scope, recipient))]
    return found or ([] if _rests else [str(MISSING["consent"])])
