"""Privacy as a Django application."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """The room that every room with personal data stands on."""

    name = "baken.privacy"
    label = "privacy"
