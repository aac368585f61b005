"""The kinds of data that have a term of their own, and the term that we propose. Pure.

A proposal is no rule: the municipality confirms it, with the decision in which it stands. The terms come from the research
of 23 November 2026 into the Selectielijst gemeenten 2020, BIO2 and Stcrt. 2019, 38007; where it found no term, `caution` says so.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_MONTHS = 360


@dataclass(frozen=True)
class Kind:
    """A kind of data: what it is, from when its term counts, the proposed months, where they come from, what is unsure."""

    id: str
    name: "str | Promise"
    after: "str | Promise"
    months: int
    basis: str
    caution: "str | Promise" = ""


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "no-follow-up", _("Melding zonder vervolg (advies, of geen aanwijzing)"),
            _("de dag van afronden of het laatste bericht"), 12,
            "Selectielijst 2020, nabij: informatieverzoek of afgebroken zaak",
            _("Een eigen categorie voor een signaal zonder vervolg is niet gevonden. Laat de archivaris bevestigen."),
        ),
        Kind(
            "handled", _("Behandelde melding (doorgestuurd, of hulp nodig)"),
            _("de dag van afronden of het laatste bericht"), 60,
            "Selectielijst 2020: behandelde melding of verzoek, 5 jaar",
        ),
        Kind(
            "case", _("Melding die een casus werd"),
            _("de dag van afronden, het laatste bericht of het sluiten van de casus"), 60,
            "Selectielijst 2020: behandelde melding of verzoek, 5 jaar",
            _("Voor gegevens van een casus is geen termijn bevestigd. Voor een Wmo-dossier gelden andere termijnen."),
        ),
        Kind(
            "case-file", _("Casus: sporen, toegang en gebeurtenissen"), _("de dag van sluiten"), 60,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
            _("Voor een Wmo- of jeugdhulpdossier en voor WGS-gegevens gelden andere termijnen. Laat de archivaris bevestigen."),
        ),
        Kind(
            "care-file",
            _("Hulpdossier van een slachtoffer"),
            _("de dag waarop de hulp eindigde"),
            180,
            "Wmo-dossier: 15 jaar, of langer als dat nodig is",
            _("Voor jeugdhulp gelden andere termijnen. Laat de archivaris bevestigen."),
        ),
        Kind(
            "partner", _("Partner die uit de lijst is, met eerdere versies"), _("de dag van weghalen"), 12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
        ),
        Kind(
            "shelter",
            _("Opvanglocatie die uit het register is"),
            _("de dag van weghalen"),
            12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
        ),
        Kind(
            "placement",
            _("Plaatsing in de opvang, en wie op een plek wachtte"),
            _("de dag van vertrek, of van de lijst"),
            12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
            _("Voor een Wmo- of jeugdhulpdossier gelden andere termijnen. Laat de archivaris bevestigen."),
        ),
        Kind(
            "request", _("Verzoek van een betrokkene"), _("de dag van het besluit"), 60,
            "Selectielijst 2020: behandelde melding of verzoek, 5 jaar",
        ),
        Kind(
            "given", _("Wat precies is doorgestuurd of ontvangen"), _("de dag van doorsturen"), 12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
            _("De regel in het register blijft: aan wie, waarom en op welke grond."),
        ),
        Kind(
            "given-register", _("Register van wat is doorgestuurd"), _("de dag van doorsturen"), 60,
            "AVG art. 5 lid 2; de duur is een ontwerpkeuze",
        ),
        Kind(
            "trace", _("Spoor: wie wat deed"), _("de dag van de regel"), 12,
            "BIO2 8.15.04: bewaartijd op risico; 12 maanden is een ontwerpkeuze",
            _("Bij zorg is het ten minste 5 jaar (Stcrt. 2019, 38007). Kies dan 60 maanden."),
        ),
        Kind(
            "staff", _("Account van iemand die weg is"), _("de dag van vertrek"), 12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
            _("Een account blijft zolang er nog een melding is waarin deze collega iets schreef."),
        ),
        Kind(
            "invitation", _("Uitnodiging voor een account"), _("de laatste dag van de link"), 12,
            "AVG art. 5 lid 1 onder e; de duur is een ontwerpkeuze",
        ),
    )
}  # fmt: skip
ON_REQUEST = Kind("on-request", _("Gewist op verzoek van een betrokkene"), "", 0, "AVG art. 17")
