"""Links as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    """The room `links`."""

    name = "baken.links"
    label = "links"

    def ready(self) -> None:
        """Offer its pages, and show what was seen before: beside a report, in the inbox and on the desk."""
        from baken.links import panel, services
        from baken.signals import opened
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("links:clusters", _("Verbanden"), "waypoints", "read_reports", 22))
        offer(DeskLink("grounds:list", _("Vergelijken van meldingen"), "lock", "record_grounds", 70))
        opened.when_opened(services.open_links)
        slots.fill_rows("report.row", panel.new_links)
        slots.fill("report.told", panel.seen_before, 40)
        slots.fill("desk.today", panel.today, 40)
