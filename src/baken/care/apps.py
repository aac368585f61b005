"""Care as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CareConfig(AppConfig):
    """The room `care`."""

    name = "baken.care"
    label = "care"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the list of files, say on the first page which terms run out, and how a file stands in the trace."""
        from baken.care import panel, places, traced
        from baken.care.access import KIND
        from baken.privacy import retention, spoken
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.say(KIND, traced.FILE)
        slots.fill("desk.today", panel.today, 5)
        slots.fill("case.beside", panel.of_case, 60)
        retention.when_gone(places.forget)
        slots.fill("placement.below", places.below, 10)
        offer(DeskLink("care:list", _("Hulp aan slachtoffers"), "hand-helping", "give_care", 40))
        offer(DeskLink("care:terms", _("Wettelijke termijnen"), "clock", "give_care", 44))
