"""Knowledge as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.ui.desk import DeskLink, offer


class KnowledgeConfig(AppConfig):
    """The room `knowledge`."""

    name = "baken.knowledge"
    label = "knowledge"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the local knowledge to who may edit it, and say how it stands in the trace."""
        from baken.knowledge import traced
        from baken.privacy import spoken

        spoken.say("local contact", traced.CONTACT)
        spoken.say("local text", traced.TEXT)
        offer(DeskLink("local:list", _("Kennis"), "book-open", "edit_local_knowledge", 60))
