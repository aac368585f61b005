"""The check as a Django application: pages and words, no tables."""

from django.apps import AppConfig


class CheckConfig(AppConfig):
    """The room `check`."""

    name = "baken.check"
    label = "check"
