"""What is asked when somebody is taken in, about the route and about terms, and what is a valid answer."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.care.models import CareFile
from baken.catalogue import load
from baken.catalogue.deadlines import LegalEvent
from baken.catalogue.routes import CHOICE, CHOICES, NONE, NUMBER, UNKNOWN, YES_NO, RouteQuestion
from baken.ui.forms import LONGEST_STORY, HouseForm, dress, text_field

FORM = r"^[A-Za-z0-9_-]{22,64}$"
PICK = _("Maak een keuze.")
YES, NO = "yes", "no"
MAYBE = ((YES, _("Ja")), (NO, _("Nee")), (UNKNOWN, _("Dat weet ik niet")))
SAID = {YES: True, NO: False, UNKNOWN: UNKNOWN}
CONTACT = (
    ("channel", _("Hoe mag je contact opnemen?"), _("Alleen wat deze persoon zelf zegt. Niets afgesproken? Dan geen contact.")),
    ("hours", _("Wanneer kan dat veilig?"), ""),
    ("words", _("Welke woorden wel en niet?"), _("Bijvoorbeeld een codewoord, of een onderwerp dat je niet noemt.")),
    ("pick_up", _("Wie mag er opnemen?"), _("Neemt iemand anders op: kort en neutraal, en hang op.")),
    ("not_know", _("Wie mag niets weten?"), ""),
)  # fmt: skip


class PersonForm(HouseForm):
    """How somebody is called here, and how to reach them safely."""

    alias = text_field(
        _("Hoe noem je deze persoon hier?"), _("Een schuilnaam is genoeg, liefst geen echte naam."),
        missing=_("Geef een schuilnaam, bijvoorbeeld: Vrouw A."), longest=80,
    )  # fmt: skip
    situation = text_field(
        _("Wat is er aan de hand?"), _("Zo kort als kan: wat moet een collega weten om vannacht te helpen?"),
        longest=LONGEST_STORY, area=True, rows=4,
    )  # fmt: skip
    interpreter = text_field(
        _("In welke taal praat deze persoon het liefst?"), _("Is een tolk nodig? Noem de taal.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, label, help_text in CONTACT:
            self.fields[f"contact_{key}"] = text_field(label, help_text)
        dress(self)

    @property
    def contact(self) -> dict[str, str]:
        """What was said about safe contact, without what was left empty."""
        return {key: said for key, _label, _help in CONTACT if (said := self.cleaned_data[f"contact_{key}"])}


class TakeInForm(PersonForm):
    """Somebody is taken in: safety first."""

    danger = forms.ChoiceField(
        label=_("Is deze persoon nu in gevaar?"),
        choices=MAYBE,
        widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )
    minor = forms.ChoiceField(
        label=_("Is deze persoon misschien jonger dan 18?"), choices=MAYBE, widget=forms.RadioSelect,
        help_text=_("Twijfel je? Dan behandelen we deze persoon als kind."), error_messages={"required": PICK},
    )  # fmt: skip
    secret = forms.BooleanField(
        label=_("Extra geheim: alleen jij en wie jou vervangt zien dit dossier"), required=False
    )
    form = forms.RegexField(FORM, widget=forms.HiddenInput)
    field_order = ("danger", "minor", "alias", "situation")

    @property
    def answers(self) -> dict[str, Any]:
        """What the route knows from it. Who may be a minor is one until the age is certain; so is who nobody knows of."""
        danger, minor = SAID[self.cleaned_data["danger"]], SAID[self.cleaned_data["minor"]]
        found = {"immediate_danger": danger, "possibly_minor": minor}
        return found if minor is False else found | {"age_certain": False}


class EditForm(PersonForm):
    """Change it; carries the revision that the person saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @staticmethod
    def first(file: CareFile) -> dict[str, Any]:
        """What stands there now."""
        told = {f"contact_{key}": said for key, said in (file.safe_contact or {}).items()}
        kept = {name: getattr(file, name) for name in ("alias", "situation", "interpreter")}
        return kept | told | {"seen": file.revision}


class QuestionForm(HouseForm):
    """One question of the route. "I do not know" is always an answer."""

    def __init__(self, *args: Any, question: RouteQuestion, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        label, note = question.ask.say(language), question.note.say(language) if question.note else ""
        self.fields["answer"] = _asked(question, label, note, language)
        dress(self)

    @property
    def value(self) -> object:
        """The answer as the rules know it."""
        said = self.cleaned_data["answer"]
        if self.question.kind == YES_NO:
            return SAID[said]
        if self.question.kind == CHOICES:
            return tuple(said) if UNKNOWN not in said else UNKNOWN
        if self.question.kind == NUMBER and said not in (UNKNOWN, NONE):
            return int(said)
        return said


def _asked(question: RouteQuestion, label: str, note: str, language: str) -> forms.Field:
    known: dict[str, Any] = {"label": label, "help_text": note, "error_messages": {"required": PICK}}
    if question.kind == NUMBER:
        ask = _("Een getal. Weet je het niet? Vul dan een vraagteken in.")
        return NumberField(none=question.may_be_none, **(known | {"help_text": note or ask}))
    if question.kind == YES_NO:
        return forms.ChoiceField(choices=MAYBE, widget=forms.RadioSelect, **known)
    named = [(each.value, each.title.say(language)) for each in question.choices if each.value != UNKNOWN]
    choices = [*named, (UNKNOWN, _("Dat weet ik niet"))]
    if question.kind == CHOICE:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **known)
    return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **known)


class NumberField(forms.CharField):
    """A whole number, a question mark for "not known", or the word for "not there at all"."""

    def __init__(self, *, none: bool, **kwargs: Any) -> None:
        super().__init__(max_length=12, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)
        self.none = none

    def clean(self, value: Any) -> str:
        """The digits, UNKNOWN or NONE. Raises ValidationError for anything else."""
        said = super().clean(value).strip()
        if said == "?":
            return UNKNOWN
        if self.none and said in ("-", "–"):
            return NONE
        if said.isascii() and said.isdecimal() and int(said) <= 1_000:
            return str(int(said))
        raise forms.ValidationError(_("Vul een getal in, of een vraagteken als je het niet weet."))


class ChooseForm(HouseForm):
    """What a person decides about the route."""

    follows = forms.ChoiceField(
        label=_("Wat kies je?"), widget=forms.RadioSelect, error_messages={"required": PICK},
        choices=((YES, _("Deze route past")), (NO, _("Ik kies een andere weg"))),
    )  # fmt: skip
    why = text_field(
        _("Waarom?"), _("Kies je een andere weg? Schrijf op welke en waarom."), longest=5_000, area=True, rows=4
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> None:
        """Another way needs a reason."""
        if self.cleaned_data.get("follows") == NO and not self.cleaned_data.get("why", "").strip():
            self.add_error("why", _("Schrijf op welke weg je kiest en waarom."))


class HappenedForm(HouseForm):
    """Something that starts or ends a term. Without a day the clock says that the date is missing."""

    event = forms.ChoiceField(label=_("Wat gebeurde er?"), error_messages={"required": PICK})
    on = forms.DateField(
        label=_("Op welke dag?"), help_text=_("Weet je de dag niet? Laat dit leeg. De klok zegt dan dat de dag ontbreekt."),
        required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")},
    )  # fmt: skip
    hour = forms.TimeField(
        label=_("Hoe laat?"), help_text=_("Alleen nodig bij termijnen in uren."), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Vul een tijd in, bijvoorbeeld 23:15.")},
    )  # fmt: skip
    remark = text_field(
        _("Waaruit blijkt het?"), _("Bijvoorbeeld: brief van 3 maart. Laat het leeg als dat nergens staat.")
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(each.slug, f"{each.title.say(language)}") for each in in_order()]
        self.fields["event"].choices = [("", "…"), *named]  # type: ignore[attr-defined]

    @property
    def when(self) -> tuple[date | None, datetime | None]:
        """The day, or the moment when the hour is known too."""
        day, hour = self.cleaned_data.get("on"), self.cleaned_data.get("hour")
        if day is None or hour is None:
            return day, None
        return None, timezone.make_aware(datetime.combine(day, hour))


def in_order() -> list[LegalEvent]:
    """What can happen, in the order of the content."""
    return sorted((each for each in load().events.values() if each.retired is None), key=lambda each: each.order)


class AsideForm(HouseForm):
    """Why a term does not hold."""

    because = text_field(
        _("Waarom geldt deze termijn niet?"), missing=_("Schrijf op waarom deze termijn niet geldt."), longest=2_000,
        area=True, rows=3,
    )  # fmt: skip


class HandForm(HouseForm):
    """To whom a file is given."""

    colleague = forms.ChoiceField(label=_("Aan wie geef je dit dossier?"), error_messages={"required": PICK})

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.fields["colleague"].choices = [("", "…"), *((pk, each.name) for pk, each in self.people.items())]  # type: ignore[attr-defined]

    def clean_colleague(self) -> User:
        """The colleague that was chosen."""
        return self.people[self.cleaned_data["colleague"]]


class ConfirmForm(HouseForm):
    """Where a term was looked up."""

    looked_at = text_field(
        _("Waar heb je dit nagezocht?"), _("Bijvoorbeeld: artikel op wetten.overheid.nl, gelezen op 30 november."),
        missing=_("Schrijf op waar je dit hebt nagezocht."),
    )  # fmt: skip
