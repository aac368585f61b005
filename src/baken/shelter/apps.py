"""Shelters as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShelterConfig(AppConfig):
    """The room `shelter`."""

    name = "baken.shelter"
    label = "shelter"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the register to who reads it; say on the first page what runs; say how its records stand in the trace."""
        from baken.privacy import spoken
        from baken.shelter import access, panel, traced
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.say(access.KIND, traced.SHELTER)
        spoken.say(access.PLACEMENT, traced.PLACEMENT)
        spoken.say(access.WAITING, traced.WAITING)
        slots.fill("desk.today", panel.today, 15)
        offer(DeskLink("shelter:list", _("Opvang"), "bed", access.READ, 40))
