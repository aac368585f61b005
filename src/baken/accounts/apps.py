"""Accounts as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.ui.desk import DeskLink, offer


class AccountsConfig(AppConfig):
    """People, roles and signing in."""

    name = "baken.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the links of the desk, and say how people stand in the trace."""
        from baken.accounts import traced
        from baken.privacy import spoken

        for kind, words in (
            ("user", traced.USER),
            ("invitation", traced.INVITATION),
            ("municipality", traced.PLACE),
        ):
            spoken.say(kind, words)
        offer(DeskLink("accounts:people", _("Mensen"), "users", capability="manage_people", place=80))
        offer(DeskLink("accounts:postcodes", _("Postcodes"), "map-pin", capability="manage_settings", place=82))
        offer(DeskLink("accounts:me", _("Mijn account"), "user", place=12))
