"""Sharing as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    """The room `sharing`: grounds, the register of what was given, and what was received."""

    name = "baken.sharing"
    label = "sharing"

    def ready(self) -> None:
        """Offer the register to who may read it, what was received to its receivers, and follow marks on what was given."""
        from baken.privacy import rights, spoken
        from baken.sharing import services, words
        from baken.ui.desk import DeskLink, offer

        spoken.say(services.KIND, words.GIVEN)
        spoken.also("delivery", words.VERBS)
        spoken.also("ground", words.VERBS, words.RECIPIENTS)
        rights.follow(services.follow_mark)
        offer(DeskLink("sharing:received", _("Ontvangen"), "hand-helping", "receive_packages", 24))
        offer(DeskLink("sharing:register", _("Doorgegeven"), "clipboard-list", "read_disclosures", 25))
