"""How a meeting stands in the trace: what was done, never what was said."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken, Words

MADE: Words = {"docx": _("als Word-bestand"), "pdf": _("als PDF")}
MEETING = Spoken(
    name=_("overleg"),
    letter="O",
    verbs={
        "planned": _("Gepland"),
        "changed": _("Gewijzigd"),
        "invited": _("Mensen uitgenodigd"),
        "agenda": _("Agenda gewijzigd"),
        "cancelled": _("Afgezegd"),
        "began": _("Begonnen"),
        "presence": _("Aanwezigen gewijzigd"),
        "discussed": _("Casus besproken"),
        "ended": _("Afgesloten"),
        "minutes made": _("Verslag gemaakt"),
    },
    whys=MADE,
)
OF_CASE: Words = {"discussed": _("Besproken in een overleg"), "minutes made": _("Verslag gemaakt")}
