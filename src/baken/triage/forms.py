"""What we ask around a report: filters, steps, relations, and the terms of a municipality."""

from copy import deepcopy
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.sharing.forms import NEED_FIELDS, words
from baken.sharing.package import Package
from baken.signals.line import TYPE_NAMES
from baken.signals.models import Report
from baken.signals.steps import ReportStatus
from baken.signals.urgency import Urgency
from baken.triage.along import Question
from baken.triage.lists import UNKNOWN_TYPE, Chosen, WorkList
from baken.triage.models import Relation
from baken.ui.forms import HouseForm, dress, text_field

ANY = _("Alle")
LONGEST_REASON = 5_000
MOST_CLOSING_DAYS = 100


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "class": "utrecht-textbox"}, format="%Y-%m-%d")
    wrong = {"invalid": _("Dit is geen datum. Schrijf een datum als 2026-11-30.")}
    return forms.DateField(label=label, required=False, widget=widget, error_messages=wrong)


class FilterForm(HouseForm):
    """What somebody wants to see on the list. Everything is a choice or a day, so it can stand in the address."""

    lijst = forms.ChoiceField(choices=WorkList.choices, required=False, widget=forms.HiddenInput)
    urgentie = forms.ChoiceField(label=_("Urgentie"), choices=[("", ANY), *Urgency.choices], required=False)
    soort = forms.ChoiceField(label=_("Soort"), required=False)
    werkplek = forms.ChoiceField(label=_("Gezien als"), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=[("", ANY), *ReportStatus.choices], required=False)
    van = _day(_("Ontvangen vanaf"))
    tot = _day(_("Ontvangen tot en met"))

    def __init__(self, *args: Any, language: str = "nl", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = [(slug or UNKNOWN_TYPE, name) for slug, name in TYPE_NAMES.items()]
        settings = [(slug, setting.title.say(language)) for slug, setting in load().settings.items()]
        cast("forms.ChoiceField", self.fields["soort"]).choices = [("", ANY), *types]
        cast("forms.ChoiceField", self.fields["werkplek"]).choices = [("", ANY), *settings]

    def chosen(self) -> Chosen:
        """What was chosen; what is no valid choice is left out."""
        self.is_valid()
        valid = {name: value for name, value in self.cleaned_data.items() if value}
        return Chosen(**valid)


class NameForm(HouseForm):
    """A name for a list that one keeps."""

    name = text_field(_("Bewaar deze lijst als"), required=True, longest=60)


class StateForm(HouseForm):
    """A step that asks nothing: only what the person saw, to notice a colleague who was first."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)


class ReasonForm(StateForm):
    """A step with its reason."""

    reason = text_field(
        _("Waarom?"), _("Kort en feitelijk. Dit blijft bij de melding."), required=True, area=True, longest=LONGEST_REASON
    )  # fmt: skip


class BulkForm(HouseForm):
    """Which reports. Closing is done one at a time."""

    melding = forms.ModelMultipleChoiceField(
        Report.objects.none(),
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": _("Kruis eerst een of meer meldingen aan."),
            "invalid_choice": _("Kruis eerst een of meer meldingen aan."),
        },
    )

    def __init__(self, *args: Any, reports: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField", self.fields["melding"]).queryset = reports


class ToForm(forms.Form):
    """To which colleague."""

    to = forms.ModelChoiceField(
        User.objects.none(), label=_("Aan wie draag je over?"), error_messages={"required": _("Kies een collega.")}
    )

    def offer(self, colleagues: Any) -> None:
        """Let the person choose among these."""
        field: Any = self.fields["to"]
        field.queryset = colleagues
        field.empty_label = _("Kies een collega")
        field.label_from_instance = lambda person: person.name


class BulkOverForm(ToForm, BulkForm):
    """Which reports, to whom, and why."""

    reason = text_field(_("Waarom?"), _("Mag leeg blijven."), area=True, longest=LONGEST_REASON)
    field_order = ("to", "reason", "melding")


class HandOverForm(ToForm, ReasonForm):
    """To whom, and why."""

    field_order = ("to", "reason", "seen")


class UrgencyForm(ReasonForm):
    """How urgent, and why."""

    field_order = ("urgency", "reason", "seen")
    urgency = forms.ChoiceField(
        label=_("Hoe dringend is het?"),
        choices=Urgency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe dringend het is.")},
    )


class SecondForm(ReasonForm):
    """Whether a second person agrees to close it, and why."""

    field_order = ("agrees", "reason", "seen")
    agrees = forms.ChoiceField(
        label=_("Kan deze melding dicht?"),
        choices=[("yes", _("Ja, ik ben het ermee eens")), ("no", _("Nee, hier moet nog iets gebeuren"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of de melding dicht kan.")},
    )


class RelateForm(HouseForm):
    """Which other report, and how they belong together."""

    number = text_field(
        _("Nummer van de andere melding"), _("Bijvoorbeeld M-1A2B3C. Het staat in de lijst."), required=True, longest=20
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Hoe horen ze bij elkaar?"),
        choices=[each for each in Relation.Kind.choices if each[0] != Relation.Kind.PART],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe ze bij elkaar horen.")},
    )
    reason = text_field(_("Waarom?"), _("Mag leeg blijven."), area=True, longest=LONGEST_REASON)


class SplitForm(HouseForm):
    """Which sentences become a report of their own."""

    sentences = forms.MultipleChoiceField(
        label=_("Welke zinnen gaan over iets anders?"),
        help_text=_("Deze zinnen komen in een nieuwe melding. Deze melding houdt haar hele tekst."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één zin.")},
    )

    def __init__(self, *args: Any, told: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = told
        cast("forms.MultipleChoiceField", self.fields["sentences"]).choices = [
            (str(place), said) for place, said in enumerate(told)
        ]

    def clean_sentences(self) -> list[str]:
        """The sentences themselves, in the order of the report. Raises ValidationError when it is all of them."""
        places = sorted(int(place) for place in self.cleaned_data["sentences"])
        if len(places) == len(self.told):
            raise forms.ValidationError(_("Dit is de hele melding. Laat ten minste één zin over."))
        return [self.told[place] for place in places]


def _days(label: Any, help_text: Any = "") -> forms.IntegerField:
    wrong = _("Vul een getal in van 1 tot en met 60.")
    messages = {"required": wrong, "invalid": wrong, "min_value": wrong, "max_value": wrong}
    return forms.IntegerField(label=label, help_text=help_text, min_value=1, max_value=60, error_messages=messages)


class TermsForm(HouseForm):
    """The terms of a municipality, in working days."""

    high = _days(_("Hoog: zoveel werkdagen om te wegen"))
    normal = _days(_("Gewoon: zoveel werkdagen om te wegen"))
    follow_up = _days(
        _("Opvolging: zoveel werkdagen tot opnieuw kijken"),
        _("Voor meldingen in behandeling, doorgestuurd, of met een vraag aan de melder."),
    )
    escalate = _days(
        _("Zoveel werkdagen te laat: dan hoort ook de beheerder het"),
        _("De beheerder ziet alleen hoeveel meldingen er wachten, nooit welke."),
    )
    open_months = _days(
        _("Zoveel maanden open: dan zeggen wij dat niemand haar afrondde"),
        _("Elke maandag, aan wie meldingen weegt."),
    )
    good_friday = forms.BooleanField(label=_("Op Goede Vrijdag zijn wij dicht"), required=False)
    liberation_day = forms.BooleanField(label=_("Op 5 mei zijn wij elk jaar dicht"), required=False)
    closing_days = text_field(
        _("Andere dagen dat wij dicht zijn"),
        _("Eén datum op een regel, als 2026-05-15."),
        area=True,
        longest=2_000,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def clean_closing_days(self) -> list[str]:
        """Dates, each once, in order. Raises ValidationError."""
        found = set()
        for line in str(self.cleaned_data["closing_days"]).split():
            try:
                found.add(date.fromisoformat(line).isoformat())
            except ValueError:
                raise forms.ValidationError(
                    _("Dit is geen datum: %(line)s. Schrijf een datum als 2026-05-15."), params={"line": line}
                ) from None
        if len(found) > MOST_CLOSING_DAYS:
            raise forms.ValidationError(_("Dit zijn te veel dagen. Hooguit honderd."))
        return sorted(found)


class AskAlongForm(ToForm, HouseForm):
    """Whom to ask, on which ground, and what that ground needs. The rule judges the answers together."""

    field_order = ("to", "ground")
    ground = forms.ChoiceField(
        label=_("Op welke grondslag?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een grondslag. Zonder grondslag mag je niets delen.")},
    )
    hide = words(_("Welke andere woorden scherm je af?"), _("Op elke regel één woord of stukje tekst."))

    def __init__(self, data: Any, *, grounds: dict[str, LegalGround], colleagues: Any) -> None:
        super().__init__(data)
        self.offer(colleagues)
        self.fields["to"].label = _("Wie vraag je?")
        cast("Any", self.fields["to"]).label_from_instance = lambda person: (
            f"{person.municipality.name}: {person.name}"
        )
        language = get_language() or "nl"
        named = [
            (slug, f"{each.title.say(language)}. {each.summary.say(language)}") for slug, each in grounds.items()
        ]
        cast("forms.ChoiceField", self.fields["ground"]).choices = named
        self.needs = list(dict.fromkeys(need for each in grounds.values() for need in each.needs))
        for need in self.needs:
            self.fields[need] = deepcopy(NEED_FIELDS[need])
            self.fields[need].required = False
        dress(self)

    @property
    def words(self) -> tuple[str, ...]:
        """What must be hidden besides what was found."""
        typed = str(self.data.get("hide", "")) if self.is_bound else ""
        return tuple(line.strip() for line in typed.splitlines() if line.strip())

    def question(self, package: Package) -> Question:
        """What a valid form asks."""
        data = self.cleaned_data
        answers = {
            need: (str(_("ja")) if data[need] is True else data[need]) for need in self.needs if data.get(need)
        }
        return Question(to=data["to"], ground=data["ground"], package=package, answers=answers)
