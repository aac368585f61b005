"""How somebody can be reached safely: how, when, what not to say, and who may pick up (veilig contact)."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.ui.forms import text_field

if TYPE_CHECKING:
    from baken.signals.models import Report

LABELS: "dict[str, str | Promise]" = {
    "safe_channel": _("Hoe"),
    "safe_hours": _("Wanneer"),
    "safe_words": _("Niet zeggen"),
    "safe_person": _("Wie mag opnemen"),
    "safe_contact": _("Let op"),  # one text, as it was asked before and as files and other systems still give it
}
SAFE = tuple(LABELS)


class SafeFields(forms.Form):
    """Four short questions; none of them has to be answered."""

    safe_channel = text_field(_("Welke manier is veilig?"), _("Bijvoorbeeld: bellen, appen of mailen."))
    safe_hours = text_field(_("Wanneer is het veilig?"), _("Bijvoorbeeld: op werkdagen tussen 9 en 12 uur."))
    safe_words = text_field(
        _("Wat moeten wij niet zeggen?"), _("Bijvoorbeeld: niet dat de gemeente belt, of niet waar het over gaat.")
    )
    safe_person = text_field(
        _("Wie mag opnemen?"), _("Bijvoorbeeld: alleen ik. Neemt iemand anders op, dan zeggen wij niets.")
    )


def said_of(said: "Report | dict[str, str]") -> "list[tuple[str | Promise, str]]":
    """What was said about it, with its label; nothing of what was left empty."""
    text = said if isinstance(said, dict) else {name: getattr(said, name) for name in SAFE}
    return [(label, text[name]) for name, label in LABELS.items() if text.get(name)]
