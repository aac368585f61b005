"""How a case stands in the trace: what was done and by which right, never what was written."""

from django.utils.translation import gettext_lazy as _

from baken.coordination.seeing import Why
from baken.privacy.spoken import Spoken, Words

OF_MUNICIPALITY: Words = {"phase terms set": _("Termijnen van casussen gewijzigd")}
CASE = Spoken(
    name=_("casus"),
    letter="C",
    verbs={
        "opened": _("Geopend"),
        "report taken": _("Melding toegevoegd"),
        "edited": _("Gewijzigd"),
        "recorded": _("Bij een fase vastgelegd"),
        "criteria": _("Criteria bekeken"),
        "moved": _("Naar een andere fase"),
        "director": _("Aan een andere regisseur gegeven"),
        "secret on": _("Extra geheim gemaakt"),
        "secret off": _("Niet meer extra geheim"),
        "track added": _("Spoor toegevoegd"),
        "track edited": _("Spoor gewijzigd"),
        "granted": _("Iemand toegelaten"),
        "revoked": _("Toegang ingetrokken"),
        "excluded": _("Iemand uitgesloten"),
        "exclusion lifted": _("Uitsluiting opgeheven"),
        "access asked": _("Toegang gevraagd"),
        "access refused": _("Toegang geweigerd"),
        "links seen": _("Verbanden bekeken"),
    },
    whys={
        Why.LEADS: _("leidt de casussen van de gemeente"),
        Why.DIRECTS: _("is regisseur van de casus"),
        Why.GRANT: _("is toegelaten"),
    },
)
