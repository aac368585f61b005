"""Why two reports link, in the language of the page. The Dutch sentences are those of `traits`, where the rule is made."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

WHY = (
    _("Hetzelfde kenteken staat in beide meldingen."),
    _("Hetzelfde kenteken staat in beide meldingen; van een van de twee is het land niet bekend."),
    _("Dezelfde accountnaam staat in beide meldingen; het kan op een ander platform zijn."),
    _("Hetzelfde account staat in beide meldingen."),
    _("Dezelfde straat of postcode, zonder huisnummer, staat in beide meldingen."),
    _("Dezelfde postcode met hetzelfde huisnummer staat in beide meldingen."),
    _("Dezelfde straat met hetzelfde huisnummer staat in beide meldingen, in dezelfde gemeente."),
    _("Dezelfde straat met hetzelfde huisnummer staat in beide meldingen; de plaats is niet bij beide bekend."),
    _("Dezelfde voornaam of achternaam staat in beide meldingen."),
    _("Dezelfde achternaam, voorletter en geboortedatum staan in beide meldingen."),
    _("Dezelfde achternaam en voorletter staan in beide meldingen; dat hebben meer mensen."),
    _("Dezelfde naam staat in beide meldingen; meer mensen kunnen zo heten."),
    _("Een naam die bijna zo klinkt staat in beide meldingen; het kan dezelfde naam in een andere spelling zijn."),
    _("Hetzelfde telefoonnummer staat in beide meldingen."),
    _("Hetzelfde e-mailadres staat in beide meldingen."),
    _("Hetzelfde rekeningnummer staat in beide meldingen."),
    _("Hetzelfde KvK-nummer staat in beide meldingen; bij een bedrijf horen meer mensen."),
    _("Hetzelfde documentnummer staat in beide meldingen."),
    _("Dezelfde bedrijfsnaam staat in beide meldingen; bedrijven kunnen gelijk heten."),
    _("Dezelfde bijnaam staat in beide meldingen; die kan van een ander zijn."),
)


def said(why: str) -> str:
    """The reason of a link as people of this page read it."""
    return gettext(why)
