"""Triage as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TriageConfig(AppConfig):
    """The room `triage`."""

    name = "baken.triage"
    label = "triage"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Show who has a report and what it belongs to on its page; offer the terms to who manages settings."""
        from baken.triage import panel
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        slots.fill("report.top", panel.top, 10)
        slots.fill("report.beside", panel.beside, 30)
        slots.fill("desk.today", panel.today, 20)
        offer(DeskLink("inbox:terms", _("Termijnen"), "settings", "manage_settings", 80))
