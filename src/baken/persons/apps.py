"""Persons as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PersonsConfig(AppConfig):
    """The room `persons`."""

    name = "baken.persons"
    label = "persons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look in cases too for who asks; show what must be looked at, and what came of it."""
        from baken.coordination.access import KIND
        from baken.oversight import elsewhere
        from baken.persons import access, panel, written
        from baken.privacy import spoken
        from baken.ui import slots

        elsewhere.look(elsewhere.Elsewhere(written.search, access.parts_for))
        spoken.also(KIND, {
            "found": _("Gevonden bij een verzoek"), "concerns": _("Stukken voor inzage gegeven"),
            "does not concern": _("Gaat niet over wie het verzoek deed"),
        })  # fmt: skip
        slots.fill("case.top", panel.top, 30)
        slots.fill("desk.today", panel.today, 35)
        slots.fill("request.below", panel.below, 10)
