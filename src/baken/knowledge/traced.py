"""How what a municipality adds stands in the trace."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Spoken, Words

VERBS: Words = {
    "added": _("Toegevoegd"),
    "changed": _("Gewijzigd"),
    "confirmed": _("Nagekeken"),
    "retired": _("Weggehaald"),
    "brought back": _("Teruggezet"),
}
CONTACT = Spoken(name=_("contactpunt"), verbs=VERBS)
TEXT = Spoken(name=_("tekst van de gemeente"), verbs=VERBS)
