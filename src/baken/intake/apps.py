"""Intake as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """The room `intake`: other ways in for a report."""

    name = "baken.intake"
    label = "intake"

    def ready(self) -> None:
        """Offer the links of the desk, and say on the page of a report how it came in."""
        from baken.intake.filed import filed
        from baken.intake.forget import offered
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("desk_intake:for_somebody", _("Melden namens iemand"), "phone", "file_for_others", 23))
        offer(DeskLink("desk_intake:from_work", _("Zelf melden"), "pencil", "", 24))
        offer(DeskLink("desk_intake:links", _("Eenmalige links"), "lock", "invite_reporters", 26))
        offer(DeskLink("desk_intake:import", _("Meldingen overnemen"), "file-text", "import_reports", 28))
        offer(DeskLink("desk_intake:applications", _("Koppelingen"), "waypoints", "manage_settings", 84))
        slots.fill("report.top", filed, place=10)
        slots.fill("reporter.page", offered)
