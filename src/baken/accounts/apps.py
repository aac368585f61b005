"""Accounts as a Django application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, roles and signing in."""

    name = "baken.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
