"""Casework as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    """The room `casework`."""

    name = "baken.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Show the work on the page of a case and on the first page; remind of it; say how its events read."""
        from baken.casework import given, panel, reminding, traced
        from baken.coordination import parts, told
        from baken.coordination.access import KIND
        from baken.privacy import spoken
        from baken.triage import reminders
        from baken.ui import slots
        from baken.ui.desk import DeskLink, offer

        spoken.also(KIND, traced.VERBS)
        reminders.also(reminding.waiting)
        slots.fill("case.work", panel.work, 20)
        for key, texts in (("plan", given.goals), ("actions", given.actions), ("decisions", given.decisions)):
            parts.offer(parts.Part(key, texts))
        slots.fill("desk.today", panel.today, 20)
        offer(DeskLink("casework:mine", _("Mijn actiepunten"), "check", "see_cases", 31))
        offer(DeskLink("casework:year", _("Jaaroverzicht casussen"), "file-text", "review_cases", 38))
        for kind, words in {
            "goal set": _("Doel toegevoegd"), "goal reached": _("Doel bereikt"), "goal open": _("Doel toch niet bereikt"),
            "action agreed": _("Actiepunt afgesproken met %(about)s"), "action done": _("Actiepunt gedaan"),
            "action dropped": _("Actiepunt vervallen"), "action open": _("Actiepunt weer open"),
            "action changed": _("Actiepunt gewijzigd, bij %(about)s"), "decided": _("Besluit vastgelegd"),
            "noted": _("Aantekening gemaakt"), "file added": _("Bestand %(new)s toegevoegd"),
        }.items():  # fmt: skip
            told.say(kind, words)
