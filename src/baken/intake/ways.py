"""By which way a report came in, when it was not the public form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """The ways (manier van binnenkomen)."""

    PHONE = "phone", _("Aan de telefoon, namens iemand")
    DESK = "desk", _("Aan de balie, namens iemand")
    STAFF = "staff", _("Door een medewerker, uit het werk")
    LINK = "link", _("Door een professional, met een eenmalige link")
    FILE = "file", _("Overgenomen uit een bestand")
    SYSTEM = "system", _("Door een ander systeem")


FOR_OTHERS = (Way.PHONE, Way.DESK)
