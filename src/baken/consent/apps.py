"""Consent as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    """The room `consent`."""

    name = "baken.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say where consent stands and who gives from a case; show it on the pages of cases, packages and the register."""
        from baken.consent import holding, panel
        from baken.consent.access import KIND, reads_subject
        from baken.coordination import resting, told
        from baken.sharing import subjects
        from baken.ui import slots

        resting.rest_on(holding.REST)
        subjects.tell(KIND, subjects.Subject("disclose_cases", reads_subject))
        slots.fill("case.beside", panel.beside, 20)
        slots.fill("delivery.top", panel.take_over, 60)
        slots.fill("disclosure.top", panel.subject, 60)
        for kind, words in {
            "consent given": _("Toestemming vastgelegd bij %(track)s"),
            "consent withdrawn": _("Toestemming ingetrokken bij %(track)s"),
            "given": _("Iets verstrekt: %(new)s"), "handed over": _("Overgedragen: %(new)s"),
            "arrived": _("De andere gemeente nam het over: %(new)s"), "taken over": _("Overgenomen van elders: %(new)s"),
        }.items():  # fmt: skip
            told.say(kind, words)
