"""Partners as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """The room `partners`."""

    name = "baken.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the directory to who reads it; say on the first page what waits, and how a partner stands in the trace."""
        from baken.partners import panel, traced
        from baken.partners.access import KIND
        from baken.privacy import spoken
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.say(KIND, traced.PARTNER)
        slots.fill("desk.today", panel.today, 60)
        offer(DeskLink("partners:list", _("Partners"), "users", "read_partners", 34))
