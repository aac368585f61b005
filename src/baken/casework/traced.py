"""How the work in a case stands in the trace."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Words

VERBS: Words = {
    "goal set": _("Doel toegevoegd"),
    "goal reached": _("Doel bereikt"),
    "goal open": _("Doel toch niet bereikt"),
    "action agreed": _("Actiepunt afgesproken"),
    "action changed": _("Actiepunt gewijzigd"),
    "action done": _("Actiepunt gedaan"),
    "action dropped": _("Actiepunt vervallen"),
    "action open": _("Actiepunt weer open"),
    "decided": _("Besluit vastgelegd"),
    "noted": _("Aantekening gemaakt"),
    "file added": _("Bestand toegevoegd"),
    "file opened": _("Bestand geopend"),
    "actions seen": _("Actiepunten gelezen"),
    "lessons seen": _("Lessen gelezen"),
}
