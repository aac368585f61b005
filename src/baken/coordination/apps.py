"""Coordination as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """The room `coordination`."""

    name = "baken.coordination"
    label = "coordination"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the list of cases, and say on the page of a report in which case it is."""
        from baken.coordination import panel
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        slots.fill("report.top", panel.top, 20)
        slots.fill("desk.today", panel.today, 30)
        offer(DeskLink("cases:list", _("Casussen"), "folder", "see_cases", 30))
