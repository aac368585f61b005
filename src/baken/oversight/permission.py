"""Whether a municipality may search its reports for a person."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.accounts import access as people
from baken.accounts.models import Ground, Municipality


@dataclass(frozen=True)
class Allowed:
    """Yes or no, and the sentence that the page shows with it."""

    yes: bool
    why: str


def may_search_persons(municipality: Municipality) -> Allowed:
    """Off until the municipality recorded its ground, DPIA and date (DESIGN.md, promise 2); says why it is off."""
    if people.is_on(municipality.pk, Ground.What.PERSON_SEARCH):
        return Allowed(True, _("De gemeente heeft grondslag, DPIA en datum vastgelegd."))
    return Allowed(
        False,
        _(
            "Zoeken op persoon staat uit. De gemeente heeft hiervoor nog geen grondslag, DPIA en datum vastgelegd. "
            "Voeg de meldingen toe waarvan je weet dat ze over deze persoon gaan."
        ),
    )
