"""What is asked about a case, a phase and a track, and what is a valid answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.coordination.models import Case, Track
from baken.coordination.phases import CRITERIA, RULES, STEPS, Phase
from baken.signals.line import TYPE_NAMES
from baken.signals.urgency import Urgency
from baken.ui.forms import LONGEST_STORY, HouseForm, dress, text_field

FORM = r"^[A-Za-z0-9_-]{22,64}$"
PICK = _("Maak een keuze.")
GONE = _("Dit kan nu niet meer. Maak een andere keuze.")


class SeenForm(HouseForm):
    """Carries the revision that the person saw, so that nobody overwrites a colleague."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def _types() -> list[tuple[str, Any]]:
    return [("", _("Nog niet bekend")), *[(key, label) for key, label in TYPE_NAMES.items() if key]]


class CaseForm(HouseForm):
    """The frame of a case: working name, picture, urgency, type."""

    name = text_field(
        _("Werknaam"),
        _("Kort, en zonder naam van een persoon. Bijvoorbeeld: loods aan de kade."),
        missing=_("Geef de casus een werknaam."),
        longest=80,
    )
    picture = text_field(
        _("Wat is het beeld?"), _("Feiten eerst, dan vermoedens. Alleen wie de hele casus ziet, leest dit."),
        longest=LONGEST_STORY, area=True,
    )  # fmt: skip
    urgency = forms.ChoiceField(label=_("Urgentie"), choices=Urgency.choices, initial=Urgency.NORMAL)
    main_type = forms.ChoiceField(label=_("Vorm van uitbuiting"), choices=_types, required=False)


class OpenForm(CaseForm):
    """Open a case."""

    secret = forms.BooleanField(
        label=_("Extra geheim: alleen de regisseur en wie is toegelaten zien dat de casus bestaat"), required=False
    )
    form = forms.RegexField(FORM, widget=forms.HiddenInput)


class EditForm(CaseForm, SeenForm):
    """Change the frame."""


class RecordForm(SeenForm):
    """What must be recorded in this phase; a field each. The phase travels along: a colleague may move the case meanwhile."""

    phase = forms.ChoiceField(choices=Phase.choices, widget=forms.HiddenInput)
    FIELD = "answer_"

    def __init__(self, *args: Any, phase: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, words in RULES[phase].records:
            self.fields[self.FIELD + key] = text_field(words, longest=5_000, area=True, rows=3)
        dress(self)

    @classmethod
    def first(cls, recorded: dict[str, str]) -> dict[str, Any]:
        """What was recorded before, as the fields of the form."""
        return {cls.FIELD + key: text for key, text in recorded.items()}

    @property
    def answers(self) -> dict[str, str]:
        """What was filled in, by key."""
        found = ((name, str(value)) for name, value in self.cleaned_data.items() if name.startswith(self.FIELD))
        return {name.removeprefix(self.FIELD): value for name, value in found}


class CriteriaForm(SeenForm):
    """Per criterion of the Zorg- en Veiligheidshuis whether it is met, and why."""

    MET = (("yes", _("Ja")), ("no", _("Nee")), ("unknown", _("Weten we nog niet")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, words in CRITERIA:
            self.fields[f"{key}_met"] = forms.ChoiceField(
                label=str(words), choices=self.MET, widget=forms.RadioSelect, error_messages={"required": PICK}
            )
            self.fields[f"{key}_why"] = text_field(_("Waarom?"), missing=_("Schrijf op waarom."), longest=2_000)
        dress(self)

    @property
    def answers(self) -> dict[str, dict[str, str]]:
        """By criterion, whether it is met and why."""
        data = self.cleaned_data
        return {key: {"met": data[f"{key}_met"], "why": data[f"{key}_why"]} for key, _words in CRITERIA}


class MoveForm(SeenForm):
    """To which phase, and why."""

    to = forms.ChoiceField(
        label=_("Naar welke fase?"),
        widget=forms.RadioSelect,
        error_messages={"required": PICK, "invalid_choice": GONE},
    )
    reason = text_field(
        _("Wat is er besloten, door wie en waarom?"),
        missing=_("Schrijf op wat er besloten is."),
        longest=2_000,
        area=True,
        rows=3,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(to, Phase(to).label) for to in STEPS[case.phase] if to != Phase.CLOSED]  # type: ignore[attr-defined]


class TrackForm(HouseForm):
    """Begin a track."""

    kind = forms.ChoiceField(
        label=_("Waarover gaat dit spoor?"), choices=Track.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )  # fmt: skip
    name = text_field(
        _("Hoe noem je het?"),
        _("Een schuilnaam mag. Bijvoorbeeld: slachtoffer A."),
        missing=_("Geef het spoor een naam."),
        longest=80,
    )
    summary = text_field(_("Wat weten wij?"), longest=LONGEST_STORY, area=True)


class TrackEditForm(SeenForm):
    """Change a track."""

    name = text_field(_("Hoe noem je het?"), missing=_("Geef het spoor een naam."), longest=80)
    summary = text_field(_("Wat weten wij?"), longest=LONGEST_STORY, area=True)
