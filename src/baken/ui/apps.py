"""UI as a Django application."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base templates, template tags and the look."""

    name = "baken.ui"
    label = "ui"
