"""The help page as a Django application: pages only, no tables."""

from django.apps import AppConfig


class HelpPageConfig(AppConfig):
    """The room `help_page`."""

    name = "baken.help_page"
    label = "help_page"
