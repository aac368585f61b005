"""Oversight as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OversightConfig(AppConfig):
    """The room `oversight`: traces, terms, rights."""

    name = "baken.oversight"
    label = "oversight"

    def ready(self) -> None:
        """Offer a first page to each who works here, and show terms and marks on the page of a report."""
        from baken.oversight import shown
        from baken.signals import guards
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("oversight:trace", _("Toezicht"), "shield", "read_trace", 70))
        offer(DeskLink("oversight:leaving", _("Bewaren en rechten"), "shield", "weigh_reports", 70))
        offer(DeskLink("oversight:terms", _("Bewaartermijnen"), "shield", "manage_settings", 70))
        guards.ask_first(shown.only_to_read)
        slots.fill("report.top", shown.on_top, 10)
        slots.fill("report.beside", shown.beside, 80)
        slots.fill("case.beside", shown.beside_case, 80)
