"""The way through sending on: to whom and why, what goes, look at it, send. Nothing is stored before it is sent."""

import hashlib
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from baken.accounts import access as people
from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import NEEDS
from baken.handover import services
from baken.handover.compose import Choices, files_of, found_in, parts_of
from baken.handover.forms import HERE, OUTSIDE, OutsideForm, RouteForm, WhatForm, typed_words
from baken.sharing import access as given
from baken.sharing.rule import Wish, may_share
from baken.sharing.services import Draft
from baken.signals import access
from baken.signals.models import Report
from baken.ui.forms import HouseForm

ROUTE = ("recipient", "place", "organisation", "purpose", "ground")
WHAT = ("parts", "needed", "along", "why_shown", "hide", "given_on", "told", *NEEDS)
LISTS = ("parts", "needed", "along")


@dataclass
class Page:
    """One step of sending on: `route`, `what` or `look`. `carried` goes along unseen."""

    step: str
    form: HouseForm | None
    carried: list[tuple[str, str]] = field(default_factory=list)
    draft: Draft | None = None
    reasons: tuple[str, ...] = ()
    wrong: bool = False

    @property
    def number(self) -> int:
        """Which step this is, of three."""
        return ("route", "what", "look").index(self.step) + 1

    @property
    def text(self) -> str:
        """Exactly what leaves."""
        return self.draft.package.as_text() if self.draft else ""

    @property
    def seal(self) -> str:
        """A mark of what is shown, so that nothing else is sent."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def _carried(data: QueryDict, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name in names for value in data.getlist(name)] + [("id", str(_id(data)))]


def _id(data: QueryDict) -> uuid.UUID:
    try:
        return uuid.UUID(data.get("id", ""))
    except ValueError:
        return uuid.uuid4()


def turn(report: Report, data: QueryDict, *, by: User) -> Page:
    """The page that follows on what was posted; `look` with `draft` when it may be looked at and sent."""
    if data.get("go") == "route":
        return Page("route", RouteForm(initial=data.dict(), user=by), _carried(data, WHAT))
    route = RouteForm(data, user=by)
    receiver = _receiver(route, by) if route.is_valid() else None
    if route.errors or not _open(route, by):
        return Page("route", route, _carried(data, WHAT), wrong=True)
    bound = data.get("step") in ("what", "look") and data.get("go") != "what"
    what = _told(data, bound=bound) if _is_outside(route) else _what(report, data, bound=bound)
    if not what.is_bound or not what.is_valid():
        return Page("what", what, _carried(data, ROUTE), wrong=what.is_bound)
    draft = _draft(report, what, _choices(route, what, receiver, data), receiver, by)
    verdict = services.judge(draft, by=by)
    page = Page("look", None, _carried(data, ROUTE + WHAT), draft, verdict.reasons)
    page.wrong = not verdict.allowed
    return page


def _is_outside(route: RouteForm) -> bool:
    return bool(route.cleaned_data["place"] == OUTSIDE)


def _draft(
    report: Report, what: HouseForm, choices: Choices, receiver: services.Receiver | None, by: User
) -> Draft:
    if isinstance(what, OutsideForm):
        said = what.cleaned_data
        return services.draft_outside(report, choices, said["told"], on=said["given_on"], by=by)
    return services.draft_of(report, choices, receiver, by=by)


def _told(data: QueryDict, *, bound: bool) -> OutsideForm:
    ground = load().grounds[str(data["ground"])]
    return OutsideForm(data, ground=ground) if bound else OutsideForm(initial=data.dict(), ground=ground)


def _receiver(route: RouteForm, by: User) -> services.Receiver | None:
    place = route.cleaned_data["place"]
    if not place or place == OUTSIDE:
        return None
    found = by.municipality if place == HERE else people.municipality_called(place)
    capability = "receive_for_care" if place == HERE else "receive_reports"
    try:
        return services.receiver_here(found, capability) if found else None
    except services.CannotReceive as why:
        route.add_error("place", str(why))
        return None


def _open(route: RouteForm, by: User) -> bool:
    """Whether the ground can lead there at all; what speaks against it stands at the form."""
    data = route.cleaned_data
    wish = Wish(
        recipient=data["recipient"], purpose=data["purpose"], roles=frozenset(by.roles), given=frozenset(NEEDS),
        confirmed=given.confirmed(by.municipality, data["ground"], data["recipient"]),
    )  # fmt: skip
    verdict = may_share(load().grounds.get(data["ground"]), wish)
    for reason in verdict.reasons:
        route.add_error(None, reason)
    return verdict.allowed


def _what(report: Report, data: QueryDict, *, bound: bool) -> WhatForm:
    talk = access.talk_of(report)
    parts, ground = parts_of(report, talk), load().grounds[str(data["ground"])]
    known: dict[str, Any] = {"ground": ground, "parts": parts, "found": found_in(report, parts)}
    known["files"] = files_of(report, talk)
    if bound:
        return WhatForm(data, **known)
    told = {name: data.getlist(name) if name in LISTS else data.get(name) for name in WHAT if name in data}
    return WhatForm(initial={"parts": ["story"], **told}, **known)


def _choices(route: RouteForm, what: HouseForm, receiver: services.Receiver | None, data: QueryDict) -> Choices:
    to, chosen = route.cleaned_data, what.cleaned_data
    name = receiver.municipality.name if receiver else to["organisation"]
    said = {need: chosen[need] for need in NEEDS if need in chosen}
    answers = {need: _("ja") if value is True else value for need, value in said.items()}
    if chosen.get("needed") or chosen.get("along"):
        answers["why_shown"] = chosen["why_shown"]
    return Choices(
        id=_id(data), recipient=to["recipient"], organisation=name, purpose=to["purpose"], ground=to["ground"],
        parts=tuple(chosen.get("parts", ())), needed=frozenset(chosen.get("needed", ())), words=typed_words(chosen.get("hide", "")),
        files=frozenset(chosen.get("along", ())), given=answers,
    )  # fmt: skip
