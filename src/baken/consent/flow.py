"""The way through giving from a case: to whom and why, what goes, look at it, give. Nothing is stored before that."""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from baken.accounts import access as people
from baken.accounts.models import Municipality, Organisation, User
from baken.catalogue import load
from baken.catalogue.grounds import NEEDS
from baken.consent import access, giving
from baken.consent.compose import Choices, found_in, parts_of
from baken.consent.forms import KIND, ORGANISATION, PLACE, RouteForm, WhatForm, receivers
from baken.coordination.access import Seen
from baken.handover.forms import typed_words
from baken.handover.services import CannotReceive, Receiver, receiver_here
from baken.sharing import access as sharing
from baken.sharing.rule import Wish, may_share
from baken.ui.forms import HouseForm

ROUTE = ("to", "organisation", "purpose", "ground")
WHAT = ("parts", "blocks", "needed", "why_shown", "hide", *NEEDS)
MANY = ("parts", "blocks", "needed")


@dataclass(frozen=True)
class To:
    """A receiver as it was chosen: as which kind a ground knows it, and which organisation or municipality it is."""

    recipient: str
    organisation: Organisation | None = None
    place: Municipality | None = None


def choice_of(user: User) -> list[Any]:
    """Everybody that something can be given to."""
    return receivers(access.organisations_for(user), people.other_municipalities(user))


def chosen(said: str, user: User) -> To:
    """The receiver of a choice that was valid."""
    if said.startswith(ORGANISATION):
        known = {str(each.pk): each for each in access.organisations_for(user)}
        found = known[said.removeprefix(ORGANISATION)]
        return To(found.partner.recipient, organisation=found)
    if said.startswith(PLACE):
        return To("municipality", place=people.municipality_called(said.removeprefix(PLACE)))
    return To(said.removeprefix(KIND))


@dataclass(frozen=True, kw_only=True)
class Way:
    """How something leaves: as it is, or in a letter. `receivers`: to whom; `what`: the form of the second step.

    `names`: fields that this form asks besides; `own`: the words that somebody typed there; `shape`: the choices with them.
    """

    receivers: Callable[[User], list[Any]] = choice_of
    what: Callable[..., WhatForm] = WhatForm
    names: tuple[str, ...] = ()
    own: Callable[[QueryDict], list[str]] = lambda data: []
    shape: Callable[[Choices, dict[str, Any]], Choices] = lambda choices, said: choices


AS_IT_IS = Way()


@dataclass
class Page:
    """One step of giving: `route`, `what` or `look`. `carried` goes along unseen."""

    step: str
    form: HouseForm | None
    carried: list[tuple[str, str]] = field(default_factory=list)
    made: giving.Draft | None = None
    receiver: Receiver | None = None
    reasons: tuple[str, ...] = ()
    wrong: bool = False

    @property
    def number(self) -> int:
        """Which step this is, of three."""
        return ("route", "what", "look").index(self.step) + 1

    @property
    def text(self) -> str:
        """Exactly what leaves."""
        return self.made.draft.package.as_text() if self.made else ""

    @property
    def seal(self) -> str:
        """A mark of what is shown, so that nothing else is given."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def _carried(data: QueryDict, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name in names for value in data.getlist(name)] + [("id", str(_id(data)))]


def _id(data: QueryDict) -> uuid.UUID:
    try:
        return uuid.UUID(data.get("id", ""))
    except ValueError:
        return uuid.uuid4()


def turn(seen: Seen, data: QueryDict, way: Way = AS_IT_IS) -> Page:
    """The page that follows on what was posted; `look` with what would leave when it may be looked at."""
    by, to_carry = seen.user, WHAT + way.names
    if data.get("go") == "route":
        return Page("route", RouteForm(initial=data.dict(), to=way.receivers(by)), _carried(data, to_carry))
    route = RouteForm(data, to=way.receivers(by))
    to = chosen(route.cleaned_data["to"], by) if route.is_valid() else None
    receiver = _receiver(route, to) if to else None
    if to is None or route.errors or not _open(route, to, by):
        return Page("route", route, _carried(data, to_carry), wrong=True)
    what = _what(seen, data, way, bound=data.get("step") in ("what", "look") and data.get("go") != "what")
    if not what.is_bound or not what.is_valid():
        return Page("what", what, _carried(data, ROUTE), wrong=what.is_bound)
    made = giving.draft_of(seen, way.shape(_choices(route, what, to, data), what.cleaned_data), receiver)
    verdict = giving.judge(made, by=by)
    page = Page("look", None, _carried(data, ROUTE + to_carry), made, receiver, verdict.reasons)
    page.wrong = not verdict.allowed
    return page


def _receiver(route: RouteForm, to: To) -> Receiver | None:
    if to.place is None:
        return None
    try:
        return receiver_here(to.place, access.TAKE)
    except CannotReceive as why:
        route.add_error("to", str(why))
        return None


def _open(route: RouteForm, to: To, by: User) -> bool:
    """Whether the ground can lead there at all; what speaks against it stands at the form."""
    data = route.cleaned_data
    wish = Wish(
        recipient=to.recipient, purpose=data["purpose"], roles=frozenset(by.roles), given=frozenset(NEEDS),
        confirmed=sharing.confirmed(by.municipality, data["ground"], to.recipient),
    )  # fmt: skip
    verdict = may_share(load().grounds.get(data["ground"]), wish)
    for reason in verdict.reasons:
        route.add_error(None, reason)
    return verdict.allowed


def _what(seen: Seen, data: QueryDict, way: Way, *, bound: bool) -> WhatForm:
    parts = parts_of(seen)
    known: dict[str, Any] = {
        "ground": load().grounds[str(data["ground"])],
        "parts": parts,
        "found": found_in(seen, parts, way.own(data)),
    }
    if bound:
        return way.what(data, **known)
    told = {
        name: data.getlist(name) if name in MANY else data.get(name) for name in WHAT + way.names if name in data
    }
    return way.what(initial=told, **known)


def _choices(route: RouteForm, what: WhatForm, to: To, data: QueryDict) -> Choices:
    to_whom, said = route.cleaned_data, what.cleaned_data
    name = to.place.name if to.place else to.organisation.name if to.organisation else to_whom["organisation"]
    answers = {need: _("ja") if said[need] is True else said[need] for need in NEEDS if need in said}
    if said.get("needed"):
        answers["why_shown"] = said["why_shown"]
    return Choices(
        id=_id(data), recipient=to.recipient, organisation=to.organisation, place=to.place, name=name,
        purpose=to_whom["purpose"], ground=to_whom["ground"], parts=tuple(said["parts"]), blocks=tuple(said.get("blocks", ())),
        needed=frozenset(said.get("needed", ())), words=typed_words(said["hide"]), given=answers,
    )  # fmt: skip
