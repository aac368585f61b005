"""Coordination as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """The room `coordination`."""

    name = "baken.coordination"
    label = "coordination"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the list of cases, say on the page of a report in which case it is, and how a case stands in the trace."""
        from baken.coordination import panel, traced
        from baken.coordination.access import KIND
        from baken.privacy import spoken
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.say(KIND, traced.CASE)
        slots.fill("report.top", panel.top, 20)
        slots.fill("desk.today", panel.today, 30)
        spoken.also("municipality", traced.OF_MUNICIPALITY)
        offer(DeskLink("cases:terms", _("Termijnen van casussen"), "settings", "manage_settings", 81))
        offer(DeskLink("cases:list", _("Casussen"), "folder", "see_cases", 30))
