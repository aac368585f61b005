"""May this be shared? One pure rule over a ground of the catalogue; a refusal says why in plain words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.roles import Role
from baken.catalogue.grounds import LegalGround
from baken.catalogue.text import Text
from baken.sharing.words import MISSING, PURPOSES, RECIPIENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to share. `shown`: kinds of personal data that go unmasked; `whole`: all of it, nothing masked.

    `given`: the needs of the ground that were answered; `roles`: who decides; `confirmed`: the municipality has recorded
    that this ground holds for this receiver, where the facts are silent.
    """

    recipient: str
    purpose: str
    roles: frozenset[str]
    shown: frozenset[str] = frozenset()
    whole: bool = False
    given: frozenset[str] = frozenset()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Allowed, or refused with every reason in the language of the page."""

    reasons: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Nothing speaks against it."""
        return not self.reasons


def may_share(ground: LegalGround | None, wish: Wish) -> Verdict:
    """Whether `ground` allows `wish`. What the ground forbids comes first; where the facts are silent it is no."""
    if ground is None or ground.retired is not None:
        return Verdict((_("Kies een grondslag uit de lijst. Zonder grondslag mag je niets delen."),))
    if wish.recipient not in RECIPIENTS or wish.purpose not in PURPOSES:
        return Verdict((_("Kies een ontvanger en een doel uit de lijst."),))
    broken = tuple(_forbidden(ground, wish))
    return Verdict(broken or tuple(_no_route(ground, wish)) or tuple(_missing(ground, wish)))


def can_lead(
    ground: LegalGround, recipient: str, *, roles: Iterable[str], shown: frozenset[str] = frozenset()
) -> bool:
    """Whether this ground can hold for this receiver at all: for some purpose, once it is confirmed and all is told."""
    known: dict[str, Any] = {
        "roles": frozenset(roles),
        "shown": shown,
        "given": frozenset(ground.needs),
        "confirmed": True,
    }
    wishes = (Wish(recipient=recipient, purpose=each, **known) for each in PURPOSES)
    return any(may_share(ground, wish).allowed for wish in wishes)


def _said(text: Text) -> str:
    return text.say(get_language() or "nl")


def _forbidden(ground: LegalGround, wish: Wish) -> Iterator[str]:
    breaks = {
        "names": bool(wish.shown - {"file"}),
        "bsn": "bsn" in wish.shown,
        "whole-file": wish.whole,
        "enforcement": wish.purpose == "enforcement",
    }
    for each in ground.forbids:
        if breaks.get(each.rule):
            yield _("Deze grondslag verbiedt dit: %(what)s") % {"what": _said(each.text)}
    if "file" in wish.shown and any(each.rule == "names" for each in ground.forbids):
        yield _(
            "Op deze grondslag mag niemand te herkennen zijn. Een bijlage is niet af te schermen: stuur haar niet mee."
        )


def _no_route(ground: LegalGround, wish: Wish) -> Iterator[str]:
    named = {"ground": _said(ground.title), "who": str(RECIPIENTS[wish.recipient])}
    route = ground.route_to(wish.recipient)
    if route is None:
        yield _("De grondslag ‘%(ground)s’ geldt niet voor delen met: %(who)s.") % named
        return
    if wish.purpose not in route.purposes:
        aims = ", ".join(str(PURPOSES[each]).lower() for each in route.purposes)
        yield _("Met deze ontvanger mag je op deze grondslag alleen delen voor: %(aims)s.") % {"aims": aims}
    if route.confirm and not wish.confirmed:
        yield (
            _("Te bevestigen door de gemeente: of ‘%(ground)s’ geldt voor %(who)s. Tot dan mag het niet.") % named
        )
    if not wish.roles & set(ground.decides):
        names = ", ".join(str(Role(each).label).lower() for each in ground.decides)
        yield _("Dit mag jij niet beslissen. Dat doet: %(names)s.") % {"names": names}


def _missing(ground: LegalGround, wish: Wish) -> Iterator[str]:
    yield from (str(MISSING[need]) for need in ground.needs if need not in wish.given)
