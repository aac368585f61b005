"""Meetings as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """The room `meetings`."""

    name = "baken.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the list of meetings; show them on a case and on the first page of the desk; say how its event reads."""
        from baken.coordination import told
        from baken.coordination.access import KIND as CASE
        from baken.meetings import panel, traced
        from baken.meetings.access import KIND
        from baken.privacy import spoken
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.say(KIND, traced.MEETING)
        spoken.also(CASE, traced.OF_CASE, traced.MADE)
        slots.fill("case.beside", panel.beside, 20)
        slots.fill("desk.today", panel.today, 10)
        offer(DeskLink("meetings:list", _("Overleg"), "users", "see_cases", 32))
        told.say("discussed", _("Besproken in overleg %(new)s"))
