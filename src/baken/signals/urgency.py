"""How urgent a report is: one scale, acute, high, normal, everywhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.TextChoices):
    """The scale (urgentie). Its words stand with a shape, never with a colour alone."""

    ACUTE = "acute", _("Acuut")
    HIGH = "high", _("Hoog")
    NORMAL = "normal", _("Gewoon")


def urgency(*, concern: str, acute: bool) -> Urgency:
    """Acute signs come first; then a high concern; a low concern and none are normal."""
    if acute:
        return Urgency.ACUTE
    return Urgency.HIGH if concern == "high" else Urgency.NORMAL
