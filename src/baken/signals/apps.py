"""Signals as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignalsConfig(AppConfig):
    """The room `signals`: check, report, inbox."""

    name = "baken.signals"
    label = "signals"

    def ready(self) -> None:
        """Offer the inbox to who may read reports."""
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("inbox:inbox", _("Meldingen"), "inbox", "read_reports", 20))
