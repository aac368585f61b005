"""About which subjects somebody agrees that something is given (blokken): the areas of life of the facts (needs_domains)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BLOCKS: dict[str, "str | Promise"] = {
    "veiligheid": _("Veiligheid"),
    "huisvesting": _("Wonen en opvang"),
    "gezondheid": _("Gezondheid"),
    "psychisch": _("Psychisch en trauma"),
    "juridisch": _("Juridisch"),
    "verblijf": _("Verblijf"),
    "inkomen": _("Inkomen en bestaanszekerheid"),
    "werk_onderwijs": _("Werk en opleiding"),
    "kinderen": _("Kinderen"),
    "dagbesteding": _("Dagbesteding en herstel"),
    "taal_tolk": _("Taal en tolk"),
    "netwerk": _("Netwerk"),
    "schulden": _("Schulden en administratie"),
    "verslaving": _("Middelen en gokken"),
    "lvb": _("Verstandelijke beperking (LVB)"),
}
