"""What people write about something that was given or received, and about a ground."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.sharing.models import NOTICES, EventKind
from baken.sharing.words import MISSING
from baken.ui.forms import HouseForm, text_field

LONGEST = 5_000
FORM = r"^[A-Za-z0-9_-]{22,64}$"
THEIRS = (EventKind.RECEIPT, EventKind.ANSWER)
ITSELF = (EventKind.TAKEN_OVER, EventKind.ERASED)  # recorded by what happened, not by hand


def words(label: Any, help_text: Any = "", *, wrong: Any = "", area: bool = True) -> forms.CharField:
    """A text of one or more lines; with `wrong` it is required and that is said when it is empty."""
    return text_field(label, help_text, missing=wrong, longest=LONGEST, area=area, rows=3)


NEED_FIELDS: dict[str, forms.Field] = {
    "consent": words(
        _("Wanneer en hoe gaf de persoon toestemming?"), _("Voor dit doel en voor deze ontvanger."),
        wrong=MISSING["consent"],
    ),
    "written-consent": words(_("Wanneer gaf de persoon schriftelijk toestemming?"), wrong=MISSING["written-consent"]),
    "danger": words(_("Welk gevaar is er nu?"), _("Bel bij direct gevaar eerst 112."), wrong=MISSING["danger"]),
    "task": words(_("Voor welke wettelijke taak?"), _("Met het wetsartikel."), wrong=MISSING["task"], area=False),
    "unrecognisable": forms.BooleanField(
        label=_("Ik heb alles gelezen en niemand is te herkennen."), error_messages={"required": cast("Any", MISSING["unrecognisable"])}
    ),
    "necessity": words(_("Waarom is delen nodig?"), wrong=MISSING["necessity"]),
    "subsidiarity": words(_("Waarom kan het niet met minder?"), wrong=MISSING["subsidiarity"]),
}  # fmt: skip


class EventForm(HouseForm):
    """Write down what came back, or send a notice after it."""

    kind = forms.ChoiceField(
        label=_("Wat leg je vast?"),
        choices=[(each.value, each.label) for each in EventKind if each not in ITSELF],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je vastlegt.")},
    )
    text = words(_("Toelichting"), _("Bij een correctie of bezwaar: wat de ontvanger moet weten."))
    form = forms.RegexField(FORM, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Only a receipt needs no words."""
        data = super().clean() or {}
        if data.get("kind") in {EventKind.ANSWER, *NOTICES} and not data.get("text"):
            self.add_error("text", _("Schrijf op wat het antwoord of de boodschap is."))
        return data


class ReplyForm(HouseForm):
    """The receiver says that it arrived, or answers."""

    text = words(_("Antwoord aan de afzender"), _("Laat het leeg als je alleen wilt laten weten dat je het hebt."))
    form = forms.RegexField(FORM, widget=forms.HiddenInput)


class DecisionForm(HouseForm):
    """The privacy officer records what the municipality decided about a ground."""

    reference = words(
        _("Welk besluit?"), _("Bijvoorbeeld: besluit van het college en de DPIA, met datum."),
        wrong=_("Schrijf op welk besluit dit is, met datum."), area=False,
    )  # fmt: skip
    recipient = forms.CharField(max_length=40, widget=forms.HiddenInput)
    holds = forms.ChoiceField(choices=[("yes", ""), ("no", "")], widget=forms.HiddenInput)
