"""Advice as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdviceConfig(AppConfig):
    """The room `advice`: a question without personal data."""

    name = "baken.advice"
    label = "advice"

    def ready(self) -> None:
        """Offer the question to everybody at the desk."""
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("desk_advice:ask", _("Advies vragen"), "circle-help", "", 24))
