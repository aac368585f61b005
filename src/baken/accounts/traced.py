"""How people and invitations stand in the trace: what was done, never with a name."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken

USER = Spoken(
    name=_("medewerker"),
    verbs={
        "roles changed": _("Rollen gewijzigd"),
        "joined": _("Account gemaakt"),
        "deactivated": _("Account gesloten"),
        "reactivated": _("Account geopend"),
        "organisation set": _("Partner van een medewerker gewijzigd"),
        "absence set": _("Afwezigheid gewijzigd"),
        "second step changed": _("Tweede stap gewijzigd"),
        "moved away": _("Weg naar een andere gemeente"),
        "moved in": _("Kwam van een andere gemeente"),
    },
)
INVITATION = Spoken(name=_("uitnodiging"), verbs={"invited": _("Uitgenodigd")})
PLACE = Spoken(name=_("gemeente"), verbs={"postcodes set": _("Postcodes vastgelegd")})
