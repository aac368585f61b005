"""What we ask about a link, about a hit, and before comparing is switched on."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Ground, User
from baken.catalogue import load
from baken.links import asking
from baken.links.asking import Question
from baken.links.models import LinkDecision
from baken.sharing.choosing import ground_choices
from baken.sharing.forms import NEED_FIELDS
from baken.sharing.words import PURPOSES
from baken.signals.models import Report
from baken.ui.forms import HouseForm, dress

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
    """Ask another municipality about a hit. What the chosen ground wants to know is asked once a ground is chosen."""

    aim = forms.ChoiceField(
        label=_("Waarvoor?"),
        choices=[("", _("Kies een doel")), *PURPOSES.items()],
        error_messages={"required": _("Kies een doel.")},
    )
    purpose = area(
        _("Wat moet de ander weten om te kunnen antwoorden?"),
        _("Niet meer dan dat. Noem geen namen."),
        _("Schrijf op wat de ander moet weten."),
    )
    ground = forms.ChoiceField(
        label=_("Op welke grondslag?"),
        help_text=_(
            "Alleen wat bij een treffer kan: de ander weet om wie of wat het gaat, dus iets delen zonder persoonsgegevens bestaat hier niet."
        ),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een grondslag. Zonder grondslag mag je niets vragen."),
            "invalid_choice": _("Deze grondslag kan hier niet. Kies er een uit de lijst."),
        },
    )
    asked_for = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: str, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fits = ground_choices(by, (asking.RECIPIENT,), frozenset({kind}))
        cast("forms.ChoiceField", self.fields["ground"]).choices = fits
        told = self.data if self.is_bound else self.initial
        chosen = load().grounds.get(str(told.get("ground", "")))
        self.needs = chosen.needs if chosen and told.get("asked_for") == chosen.slug else ()
        for need in self.needs:
            self.fields[need] = deepcopy(NEED_FIELDS[need])
        dress(self)

    @property
    def is_complete(self) -> bool:
        """Whether what the ground wants to know was asked on this page."""
        return bool(self.needs)

    def question(self) -> Question:
        """What was asked."""
        data = self.cleaned_data
        said = {need: data[need] for need in self.needs}
        answers = {need: gettext("ja") if value is True else str(value) for need, value in said.items()}
        return Question(aim=data["aim"], ground=data["ground"], purpose=data["purpose"], answers=answers)


def next_page(posted: QueryDict, kind: str, *, by: User) -> tuple[AskForm, Question | None]:
    """What follows on what was posted: the form as it goes on, and the question once nothing is missing.

    A ground that cannot lead there stops it at once, with why; otherwise its own questions come on the page first.
    """
    form = AskForm(posted, kind=kind, by=by)
    if not form.is_valid():
        return form, None
    question = form.question()
    for reason in asking.can_lead_there(kind, question, by=by).reasons:
        form.add_error(None, reason)
    if form.errors or form.is_complete:
        return form, None if form.errors else question
    return AskForm(initial=posted.dict() | {"asked_for": question.ground}, kind=kind, by=by), None


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
