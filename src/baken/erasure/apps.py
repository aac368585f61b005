"""Erasure as a Django application."""

from django.apps import AppConfig


class ErasureConfig(AppConfig):
    """The room `erasure`."""

    name = "baken.erasure"
    label = "erasure"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Show on a request to erase what it would take away."""
        from baken.erasure import panel
        from baken.ui import slots

        slots.fill("request.below", panel.below)
