"""Whether a municipality may search its reports for a person."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.accounts.models import Municipality


@dataclass(frozen=True)
class Allowed:
    """Yes or no, and the sentence that the page shows with it."""

    yes: bool
    why: str


Rule = Callable[[Municipality], Allowed]
_rules: list[Rule] = []


def search_is_recorded_by(rule: Rule) -> None:
    """Called once, in `apps.py`, by who knows where a municipality records its ground, DPIA and date."""
    _rules[:] = [rule]


def may_search_persons(municipality: Municipality) -> Allowed:
    """Off until the municipality recorded its ground, DPIA and date (DESIGN.md, promise 2); says why it is off."""
    if _rules:
        return _rules[0](municipality)
    return Allowed(
        False,
        _(
            "Zoeken op persoon staat uit. De gemeente heeft hiervoor nog geen grondslag, DPIA en datum vastgelegd. "
            "Voeg de meldingen toe waarvan je weet dat ze over deze persoon gaan."
        ),
    )
