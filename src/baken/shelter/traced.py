"""How shelters, placements and who waits stand in the trace: what was done, never what was written or where."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken, Words

WHY_ADDRESS: Words = {
    "bring": _("Iemand erheen brengen of sturen"),
    "danger": _("Er is daar gevaar"),
    "visit": _("Een afspraak op de plek zelf"),
    "check": _("Nagaan of het adres klopt"),
}
SHELTER = Spoken(
    name=_("opvanglocatie"),
    verbs={
        "added": _("Toegevoegd"), "changed": _("Gewijzigd"), "retired": _("Uit het register gehaald"),
        "back": _("Teruggezet"), "place added": _("Plek toegevoegd"), "place changed": _("Plek gewijzigd"),
        "nights closed": _("Nachten dichtgezet"), "nights opened": _("Nachten vrijgegeven"),
        "confirmed": _("Vrije plekken bevestigd"), "link made": _("Plekkenlink gemaakt"),
        "link withdrawn": _("Plekkenlink ingetrokken"), "link opened": _("Plekkenlink geopend"),
        "address seen": _("Adres bekeken"), "searched": _("Naar een plek gezocht"),
    },
    whys=WHY_ADDRESS,
)  # fmt: skip
PLACEMENT = Spoken(
    name=_("plaatsing"),
    letter="O",
    verbs={
        "reserved": _("Gereserveerd"), "placed": _("Geplaatst"), "extended": _("Verlengd"), "moved": _("Verplaatst"),
        "moved here": _("Hierheen verplaatst"), "ended": _("Beëindigd"), "refused here": _("Plaatsing geweigerd"),
        "expired": _("Reservering verlopen"), "linked": _("Bij een dossier gezet"),
    },
)  # fmt: skip
WAITING = Spoken(
    name=_("wachtende"),
    letter="O",
    verbs={
        "added": _("Op de wachtlijst gezet"), "place found": _("Plek gereserveerd"),
        "urgency changed": _("Urgentie gewijzigd"), "off the list": _("Van de wachtlijst gehaald"),
        "waiting seen": _("Wachtlijst gelezen"),
    },
)  # fmt: skip
