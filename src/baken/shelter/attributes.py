"""What is known of a shelter or place, in words. The attributes are those of the facts (`capacity_register_attributes`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

YES, NO = "yes", "no"
ANSWERS = [("", _("Weten wij niet")), (YES, _("Ja")), (NO, _("Nee"))]


class Sex(models.TextChoices):
    """For whom a place is (geslacht)."""

    WOMAN = "woman", _("Vrouw")
    MAN = "man", _("Man")
    OTHER = "other", _("Anders (X)")


class Stay(models.TextChoices):
    """The right to stay (verblijfsstatus) with which a shelter takes somebody. Only ever a condition, never a rank."""

    DUTCH = "dutch", _("Nederlands paspoort")
    EU = "eu", _("EU-burger")
    REFLECTION = "reflection", _("Bedenktijd of B8")
    ASYLUM = "asylum", _("Asielprocedure of asielvergunning")
    NONE = "none", _("Zonder verblijfsrecht")


class Security(models.TextChoices):
    """How a shelter is secured (beveiliging), from little to much. The levels are a choice of ours."""

    NONE = "none", _("Geen beveiliging")
    BASIC = "basic", _("Basis: deur met toezicht")
    HIGH = "high", _("Hoog: dag en nacht bewaakt")


class Financing(models.TextChoices):
    """Who pays (financiering)."""

    MUNICIPALITY = "municipality", _("Gemeente (Wmo of Jeugdwet)")
    STATE = "state", _("Rijk")
    BOTH = "both", _("Rijk en gemeente")
    TENANT = "tenant", _("Wie er woont")


PLACE_NEEDS = {
    "partner": _("Partner kan mee"), "pets": _("Huisdier kan mee"), "wheelchair": _("Met een rolstoel"),
    "lvb": _("Met een licht verstandelijke beperking (LVB)"), "ggz": _("Met psychische problemen (GGZ)"),
    "addiction": _("Met een verslaving"), "medical": _("Met medische zorg"), "pregnant": _("Zwanger"),
}  # fmt: skip
SHELTER_NEEDS = {
    "night_intake": _("Opname dag en nacht"), "phone": _("Eigen telefoon houden"),
    "lgbtiq": _("LHBTIQ-vriendelijk"), "no_fee": _("Zonder eigen bijdrage"),
}  # fmt: skip
NEEDS = PLACE_NEEDS | SHELTER_NEEDS
LANGUAGES = {
    "nl": _("Nederlands"), "en": _("Engels"), "ar": _("Arabisch"), "bg": _("Bulgaars"), "zh": _("Chinees"), "fr": _("Frans"),
    "hu": _("Hongaars"), "uk": _("Oekraïens"), "pl": _("Pools"), "pt": _("Portugees"), "ro": _("Roemeens"), "ru": _("Russisch"),
    "es": _("Spaans"), "ti": _("Tigrinya"), "tr": _("Turks"), "vi": _("Vietnamees"), "interpreter": _("Met een tolk: elke taal"),
}  # fmt: skip
DISTANCES = {"0": _("Dichterbij dan 10 km"), "10": _("10 km of verder"), "30": _("30 km of verder"), "60": _("60 km of verder")}  # fmt: skip
