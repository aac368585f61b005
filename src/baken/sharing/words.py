"""What receivers, purposes and needs are called on the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken

RECIPIENTS: dict[str, "str | Promise"] = {
    "police": _("Politie"),
    "prosecutor": _("Openbaar Ministerie"),
    "labour-inspectorate": _("Nederlandse Arbeidsinspectie"),
    "veilig-thuis": _("Veilig Thuis"),
    "care-coordinator": _("Zorgcoördinator"),
    "care-partner": _("Zorg- of hulporganisatie"),
    "shelter": _("Opvang"),
    "municipality": _("Andere gemeente"),
    "case-meeting": _("Casusoverleg (Zorg- en Veiligheidshuis)"),
    "comensha": _("CoMensha"),
}
PURPOSES: dict[str, "str | Promise"] = {
    "protect": _("Iemand beschermen tegen gevaar of uitbuiting"),
    "investigate": _("Onderzoek naar mensenhandel"),
    "help": _("Hulp geven"),
    "placement": _("Een plek in de opvang"),
    "own-task": _("De ontvanger heeft hier een eigen taak"),
    "case-meeting": _("Een casus samen bespreken"),
    "registration": _("Landelijke registratie"),
    "advice": _("Advies vragen"),
    "enforcement": _("Handhaven, los van bescherming van het slachtoffer"),
}
MISSING: dict[str, "str | Promise"] = {
    "consent": _("Vul in wanneer en hoe de persoon toestemming gaf."),
    "written-consent": _("Vul in wanneer de persoon schriftelijk toestemming gaf."),
    "danger": _("Vul in welk gevaar er nu is."),
    "task": _("Vul in voor welke wettelijke taak je dit deelt, met het wetsartikel."),
    "unrecognisable": _("Bevestig dat je alles hebt gelezen en dat niemand te herkennen is."),
    "necessity": _("Vul in waarom delen nodig is."),
    "subsidiarity": _("Vul in waarom het niet met minder kan."),
}
PARTS: dict[str, "str | Promise"] = {
    "story": _("Wat er gemeld is"),
    "place": _("Waar en wanneer"),
    "assessment": _("De beoordeling met uitleg"),
    "messages": _("De berichten met de melder"),
}
CASE_PARTS: dict[str, "str | Promise"] = {
    "picture": _("Het beeld van de casus"),
    "victim": _("Spoor van een slachtoffer"),
    "suspect": _("Spoor van een verdachte"),
    "place_track": _("Spoor van een plek of bedrijf"),
    "facilitator": _("Spoor van wie het mogelijk maakt"),
    "plan": _("Doelen van het plan"),
    "actions": _("Actiepunten"),
    "decisions": _("Besluiten"),
    "letter": _("Eigen woorden in een brief"),
}
KINDS: dict[str, "str | Promise"] = {
    "person": _("naam"),
    "phone": _("telefoonnummer"),
    "email": _("e-mailadres"),
    "plate": _("kenteken"),
    "iban": _("rekeningnummer"),
    "kvk": _("KvK-nummer"),
    "address": _("adres"),
    "document": _("documentnummer"),
    "handle": _("account"),
    "company": _("bedrijf"),
    "nickname": _("bijnaam"),
    "birth": _("geboortedatum"),
    "bsn": _("burgerservicenummer"),
    "word": _("gekozen woorden"),
    "file": _("bijlage"),
}
ANSWERS: dict[str, "str | Promise"] = {
    "consent": _("Toestemming"),
    "written-consent": _("Schriftelijke toestemming"),
    "danger": _("Gevaar"),
    "task": _("Wettelijke taak"),
    "unrecognisable": _("Gecontroleerd"),
    "necessity": _("Waarom nodig"),
    "subsidiarity": _("Waarom niet met minder"),
    "why_shown": _("Waarom iets niet is afgeschermd"),
}
VERBS: dict[str, "str | Promise"] = {  # on the trace
    "disclosed": _("Doorgegeven"),
    "file given": _("Bijlage meegestuurd"),
    "file made": _("Versleuteld bestand gemaakt"),
    "receipt": _("Ontvangst vastgelegd"),
    "answer": _("Antwoord vastgelegd"),
    "correction": _("Correctie gestuurd"),
    "objection": _("Bezwaar gestuurd"),
    "not substantiated": _("Niet onderbouwd gestuurd"),
    "taken over": _("Overgenomen als melding"),
    "ground confirmed": _("Grondslag bevestigd"),
    "ground withdrawn": _("Bevestiging van een grondslag ingetrokken"),
}
GIVEN = Spoken(name=_("doorgestuurd pakket"), letter="D", verbs=VERBS, whys=PURPOSES | RECIPIENTS)
