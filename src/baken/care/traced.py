"""How a victim's file stands in the trace: what was done and by which right, never what was written."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken

FILE = Spoken(
    name=_("hulpdossier"),
    letter="H",
    verbs={
        "care opened": _("Geopend"),
        "care edited": _("Gewijzigd"),
        "answered": _("Vraag van de route beantwoord"),
        "route chosen": _("Route gekozen"),
        "happened": _("Gebeurtenis opgeschreven"),
        "taken back": _("Gebeurtenis teruggenomen"),
        "term set aside": _("Termijn geldt niet"),
        "term holds": _("Termijn geldt toch"),
        "handed to": _("Aan een andere zorgcoördinator gegeven"),
        "care closed": _("Hulp afgesloten"),
        "care reopened": _("Hulp weer geopend"),
        "list seen": _("Lijst gelezen"),
        "clocks seen": _("Termijnen gelezen"),
        "term confirmed": _("Termijn bevestigd"),
    },
    whys={
        "coordinates": _("is zorgcoördinator van dit dossier"),
        "colleague": _("is zorgcoördinator van de gemeente"),
    },
)
