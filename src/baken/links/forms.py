"""What we ask about a link, about a hit, and before comparing is switched on."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Ground
from baken.links.models import LinkDecision
from baken.signals.models import Report
from baken.ui.forms import HouseForm

LONGEST = 5_000


def area(label: Any, help_text: Any, wrong: Any) -> forms.CharField:
    """A text that must be given."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(), max_length=LONGEST,
        error_messages={"required": wrong, "max_length": _("Dit is te lang: hooguit %(limit_value)d tekens.")},
    )  # fmt: skip


class DecideForm(HouseForm):
    """Is it the same, and why."""

    verdict = forms.ChoiceField(
        label=_("Gaat het om hetzelfde?"),
        choices=[
            (LinkDecision.Verdict.SAME, _("Ja, hetzelfde")),
            (LinkDecision.Verdict.NOT_SAME, _("Nee, niet hetzelfde")),
            (LinkDecision.Verdict.UNKNOWN, _("Dat is niet te zeggen")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    reason = area(
        _("Waarom?"), _("Kort en feitelijk. Dit blijft bij het verband."), _("Schrijf op waarom je dit besluit.")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class AskForm(HouseForm):
    """Ask another municipality about a hit."""

    purpose = area(
        _("Waarvoor heb je het nodig?"),
        _("Schrijf alleen wat de ander moet weten om te kunnen antwoorden. Noem geen namen."),
        _("Schrijf op waarvoor je het nodig hebt."),
    )
    legal_ground = area(
        _("Op welke grondslag?"),
        _("Bijvoorbeeld het artikel en de afspraak waarop jouw gemeente zich beroept."),
        _("Schrijf op welke grondslag je je beroept."),
    )


class AnswerForm(HouseForm):
    """Answer a question about a hit: open something, or refuse and say why."""

    answer = forms.ChoiceField(
        label=_("Wat antwoord je?"),
        choices=[
            ("grant", _("Ik geef nummer, datum, werkplek en soort van de melding")),
            ("refuse", _("Ik geef niets")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    reports = forms.MultipleChoiceField(
        label=_("Over welke melding?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    note = area(
        _("Wat spreken jullie af, of waarom geef je niets?"),
        _("De ander leest dit. Noem geen namen."),
        _("Schrijf op wat jullie afspreken of waarom je niets geeft."),
    )

    def __init__(self, *args: Any, about: Iterable[Report], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = {str(each.pk): each for each in about}
        field = cast("forms.MultipleChoiceField", self.fields["reports"])
        field.choices = [(key, each.number) for key, each in self.about.items()]

    def clean(self) -> dict[str, Any]:
        """Whoever gives something says about which report."""
        data = super().clean() or {}
        if data.get("answer") == "grant" and not data.get("reports") and not self.errors:
            self.add_error("reports", _("Kies over welke melding je iets geeft."))
        return data

    def opened(self) -> list[Report]:
        """The reports that were ticked."""
        return [self.about[key] for key in self.cleaned_data["reports"]]


class GroundForm(HouseForm):
    """What must be on record before something is on."""

    legal_ground = area(
        _("Wettelijke grondslag"),
        _("Het artikel, en waarom het hier past. Vraag het de jurist als je het niet zeker weet."),
        _("Schrijf de grondslag op."),
    )
    dpia = forms.CharField(
        label=_("Kenmerk van de DPIA"),
        help_text=_("Waar de gegevensbeschermingseffectbeoordeling te vinden is."),
        max_length=200,
        error_messages={
            "required": _("Geef het kenmerk van de DPIA."),
            "max_length": _("Dit is te lang: hooguit %(limit_value)d tekens."),
        },
    )
    decided_on = forms.DateField(
        label=_("Datum van het besluit"),
        widget=forms.DateInput(attrs={"type": "date", "class": "utrecht-textbox utrecht-textbox--html-input"}, format="%Y-%m-%d"),
        error_messages={"required": _("Geef de datum."), "invalid": _("Dit is geen datum.")},
    )  # fmt: skip

    def clean_decided_on(self) -> date:
        """A decision that still has to be made is no ground."""
        day: date = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze datum is nog niet geweest."))
        return day


WHAT = {what.value.replace("_", "-"): what for what in Ground.What}
