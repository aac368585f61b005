"""What is asked about the terms of phases: working days for each phase and urgency, empty for the proposal."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from baken.coordination.phases import RULES, Phase
from baken.coordination.terms import Days
from baken.signals.urgency import Urgency
from baken.ui.forms import HouseForm, dress, text_field

MOST = 366
WRONG = _("Vul een getal in van 0 tot en met 366, of laat het leeg.")
PHASES = [phase for phase in Phase if phase != Phase.CLOSED]


def proposal(phase: str) -> str:
    """The term that holds while nothing is set, in words."""
    rule = RULES[phase]
    if rule.workdays == 0:
        return gettext("dezelfde dag")
    if rule.workdays is not None:
        return ngettext("%(n)s werkdag", "%(n)s werkdagen", rule.workdays) % {"n": rule.workdays}
    if rule.days is not None:
        return ngettext("%(n)s dag", "%(n)s dagen", rule.days) % {"n": rule.days}
    if rule.months is not None:
        return ngettext("%(n)s maand", "%(n)s maanden", rule.months) % {"n": rule.months}
    return gettext("geen termijn")


@dataclass(frozen=True)
class Line:
    """One phase on the page: its name, the proposal, and a field for each urgency in words."""

    name: str
    proposal: str
    fields: list[tuple[str, BoundField]]


class PhaseTermsForm(HouseForm):
    """The terms of a municipality. `seen`: which setting the person saw."""

    reason = text_field(
        _("Waarom?"),
        _("Mag leeg blijven. Bijvoorbeeld: besluit van het managementteam. Zonder namen."),
        longest=200,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        messages: Any = {"invalid": WRONG, "min_value": WRONG, "max_value": WRONG}
        for phase in PHASES:
            for urgency in Urgency:
                self.fields[f"{phase}_{urgency}"] = forms.IntegerField(
                    label=f"{phase.label}, {str(urgency.label).lower()}", required=False, min_value=0, max_value=MOST,
                    error_messages=messages,
                )  # fmt: skip
        self.order_fields(["seen", *(f"{phase}_{urgency}" for phase in PHASES for urgency in Urgency), "reason"])
        dress(self)

    @staticmethod
    def first(days: Days) -> dict[str, int]:
        """What is set, for the fields."""
        return {f"{phase}_{urgency}": count for phase, each in days.items() for urgency, count in each.items()}

    @property
    def days(self) -> Days:
        """What was filled in, after `is_valid`."""
        found: Days = {}
        for phase in PHASES:
            for urgency in Urgency:
                if (count := self.cleaned_data[f"{phase}_{urgency}"]) is not None:
                    found.setdefault(str(phase.value), {})[str(urgency.value)] = count
        return found

    @property
    def lines(self) -> list[Line]:
        """The phases as rows of a table."""
        return [
            Line(
                str(phase.label),
                proposal(phase),
                [(str(urgency.label), self[f"{phase}_{urgency}"]) for urgency in Urgency],
            )
            for phase in PHASES
        ]
