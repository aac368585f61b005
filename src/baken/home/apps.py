"""Home as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The room `home`."""

    name = "baken.home"
    label = "home"

    def ready(self) -> None:
        """Offer the first page of the desk to everybody."""
        from baken.ui.desk import DeskLink, offer

        offer(DeskLink("desk:today", _("Vandaag"), "sun", place=10))
