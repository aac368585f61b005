"""Handover as a Django application."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """The room `handover`: send on, take over, hide and erase."""

    name = "baken.handover"
    label = "handover"

    def ready(self) -> None:
        """Show on the pages of reports and packages what this room adds."""
        from baken.handover import panels
        from baken.ui.slots import fill

        fill("report.top", panels.taken_from)
        fill("report.told", panels.hide, 30)
        fill("report.beside", panels.sent_on, 30)
        fill("delivery.top", panels.take_over)
        fill("disclosure.top", panels.subject)
