"""Who agrees for whom, by age. After the facts (legal_bases, minors): Wmo 2015 5.3.2 and 5.3.3; Jeugdwet 7.3.15.

Articles were read in an older copy: pages show the source, and a lawyer of the municipality checks the text of today.
"""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SOURCES = ("wmo2015", "jeugdwet_2015", "ap_toestemming2016")
ARTICLES = "Wmo 2015 5.3.2-5.3.3; Jeugdwet 7.3.15"


class Age(models.TextChoices):
    """The age groups of the rule."""

    UNDER_12 = "under_12", gettext_lazy("Jonger dan 12 jaar")
    FROM_12 = "from_12", gettext_lazy("12 tot en met 15 jaar")
    FROM_16 = "from_16", gettext_lazy("16 jaar of ouder")


def missing(age: str, *, agreed_by: str, alone: bool, parents: bool, consulted: bool) -> tuple[str, ...]:
    """What still must be known before this counts as consent, in words; empty when nothing.

    `agreed_by`: who agreed for or with the child, or why nobody did; `alone`: the child decided without a representative;
    `parents`: they may be involved; `consulted`: Veilig Thuis was asked first.
    """
    found = []
    if age == Age.UNDER_12 and (alone or not agreed_by):
        found.append(_("Onder 12 jaar beslist een vertegenwoordiger. Schrijf op wie dat deed."))
    if age == Age.FROM_12 and not agreed_by:
        found.append(
            _("Van 12 tot 16 jaar beslissen kind en vertegenwoordiger samen, tenzij dat tegen het belang van het kind is. "
              "Schrijf op wie er mee besliste, of waarom niet.")
        )  # fmt: skip
    if age != Age.FROM_16 and parents and not consulted:
        found.append(
            _("Zijn ouders misschien betrokken? Vraag dan eerst raad aan Veilig Thuis, en schrijf dat op.")
        )
    return tuple(found)
