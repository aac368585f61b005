"""Fixed words of a meeting, after the facts (coordination.meeting, coordination.sharing): kinds, rules to read out, an order."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = "str | Promise"


class Kind(models.TextChoices):
    """The kinds of meetings (soort overleg) of the facts."""

    CASE = "case", _("Casusoverleg")
    TRIAGE = "triage", _("Wekelijkse triage")
    FOCAL = "focal", _("Netwerk aandachtsfunctionarissen")
    REGIONAL = "regional", _("Regionale tafel")
    CARE = "care", _("Landelijk zorgcoördinatorenoverleg")


WHO: dict[str, "str | Promise"] = {
    Kind.CASE: _("procesregisseur (voorzitter), casusregisseur en alleen de partners die nodig zijn"),
    Kind.TRIAGE: _("Zorg- en Veiligheidshuis, politie, reclassering en OM"),
    Kind.FOCAL: _("ketenregisseur en gemeenten"),
    Kind.REGIONAL: _("bestuurders, politie, OM en zorg"),
    Kind.CARE: _("CoMensha en zorgcoördinatoren"),
}
RULES: tuple["str | Promise", ...] = (
    _("Deel niet meer dan nodig voor het doel, en leg vast wat je deelde en waarom."),
    _("Bespreek delen eerst met het slachtoffer. Wijk daarvan alleen af bij gevaar of een lopend onderzoek, en leg vast waarom."),
    _("Deel hulpinhoud niet in een overleg over straf, tenzij iemands veiligheid ervan afhangt."),
    _("Gebruik gegevens van toezicht niet om op te sporen."),
    _("Maak het overleg niet groter dan nodig."),
)  # fmt: skip
ORDER: tuple["str | Promise", ...] = (
    _("Doel en deelnemers: is iedereen hier nodig en bevoegd?"),
    _("Grondslag en spelregels voor delen"),
    _("Beeld: feiten eerst, dan vermoedens; wat zegt het slachtoffer?"),
    _("Veiligheid nu: 112, opvang, bescherming"),
    _("Hulp en zorg: behoefte, opvang, jeugd, gezondheid, geld"),
    _("Straf: aangifte, onderzoek, afstemming met het OM"),
    _("Bestuur: maatregelen, barrières, panden"),
    _("Acties met naam en datum"),
    _("Wat mag wie weten, en wie belt het slachtoffer?"),
    _("Volgend moment, op- of afschalen"),
)
