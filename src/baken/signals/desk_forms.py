"""What a focal officer decides about a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.signals.steps import Outcome, Referral
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

CONCERNS = [
    ("high", _("Reden om nu iets te doen")),
    ("low", _("Reden om te volgen")),
    ("none", _("Geen aanwijzing")),
]


class WeighForm(HouseForm):
    """Agree with the assessment or overrule it, choose what happens, and say why."""

    agrees = forms.ChoiceField(
        label=_("Ben je het eens met de beoordeling?"),
        choices=[("yes", _("Ja")), ("no", _("Nee, ik weeg het anders"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of je het eens bent met de beoordeling.")},
    )
    concern = forms.ChoiceField(
        label=_("Hoe weeg jij het?"),
        help_text=_("Alleen als je het anders weegt."),
        choices=[("", _("Zoals de beoordeling")), *CONCERNS],
        required=False,
    )
    outcome = forms.ChoiceField(
        label=_("Wat gebeurt er?"),
        help_text=_("‘Doorgestuurd’ kies je niet: dat volgt uit doorsturen, verderop op deze pagina."),
        choices=[each for each in Outcome.choices if each[0] != Outcome.SENT_ON],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er gebeurt.")},
    )
    question = text_field(
        _("Wat vraag je aan de melder?"),
        _("Alleen als je eerst iets vraagt. De melder leest dit met de code; het gaat meteen weg."),
        area=True, longest=LONGEST_STORY, rows=3,
    )  # fmt: skip
    referrals = forms.MultipleChoiceField(
        label=_("Naar welke hulp?"),
        help_text=_("Alleen als er hulp nodig is. Vraag de persoon of dat mag, en draag het persoonlijk over."),
        choices=Referral.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = text_field(
        _("Waarom?"), _("Kort en feitelijk. Dit blijft bij de melding."), required=True, area=True, longest=5_000
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, must_ask: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.must_ask = must_ask  # the reporter can read a question, and none waits for an answer

    def clean(self) -> dict[str, Any]:
        """Whoever overrules says how it weighs instead; who asks first says what; who sees a need for help says which help."""
        data = super().clean() or {}
        self._check_question(data)
        if data.get("agrees") == "no" and not data.get("concern"):
            self.add_error("concern", _("Kies hoe jij het weegt."))
        helped = data.get("outcome") == Outcome.HELP_NEEDED
        if helped and not data.get("referrals") and "referrals" not in self.errors:
            self.add_error("referrals", _("Kies naar welke hulp je verwijst."))
        data["referrals"] = data.get("referrals", []) if helped else []
        return data

    def _check_question(self, data: dict[str, Any]) -> None:
        asks, question = data.get("outcome") == Outcome.ASK, data.get("question")
        if asks and self.must_ask and not question and "question" not in self.errors:
            self.add_error("question", _("Schrijf op wat je aan de melder vraagt."))
        if question and data.get("outcome") and not asks:
            self.add_error(
                "question",
                _(
                    "Je schreef een vraag, maar koos iets anders. Kies ‘Eerst iets vragen aan de melder’, of haal de vraag weg."
                ),
            )


class NoteForm(HouseForm):
    """A note for colleagues."""

    text = text_field(
        _("Notitie voor collega's"), _("De melder ziet dit niet."), required=True, area=True, longest=LONGEST_STORY
    )
