"""Partners as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """The room `partners`."""

    name = "baken.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the directory to who reads it, and say on the first page which corrections wait."""
        from baken.partners import panel
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        slots.fill("desk.today", panel.today, 60)
        offer(DeskLink("partners:list", _("Partners"), "users", "read_partners", 34))
