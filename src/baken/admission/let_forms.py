"""What is asked about who sees a case."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.admission.letting import Scope
from baken.catalogue import load
from baken.coordination.forms import PICK, SeenForm
from baken.coordination.models import Track
from baken.sharing.words import PURPOSES
from baken.ui.forms import HouseForm, text_field

WHOLE = "whole"


def person_words(user: User) -> str:
    """A colleague as one picks them: name, and organisation or municipality."""
    return f"{user.name} ({user.organisation or user.municipality})"


class ScopeForm(HouseForm):
    """To what, for what, on which ground and until when somebody is let in."""

    scope = forms.MultipleChoiceField(
        label=_("Wat mag deze persoon zien?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één spoor, of de hele casus.")},
    )  # fmt: skip
    writes = forms.BooleanField(label=_("Mag er ook in schrijven"), required=False)
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"),
        choices=lambda: [("", _("Kies een doel")), *PURPOSES.items()],
        error_messages={"required": PICK},
    )
    ground = forms.ChoiceField(label=_("Op welke grondslag?"), error_messages={"required": PICK})
    until = forms.DateField(
        label=_("Tot en met"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")},
    )  # fmt: skip
    reason = text_field(
        _("Waarom is dit nodig?"), missing=_("Schrijf op waarom."), longest=2_000, area=True, rows=3
    )

    def __init__(self, *args: Any, tracks: Iterable[Track], language: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"until": timezone.localdate() + timedelta(days=90)} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.tracks = {str(track.pk): track for track in tracks}
        lines = [(pk, f"{track.get_kind_display()}: {track.name}") for pk, track in self.tracks.items()]
        self.fields["scope"].choices = [*lines, (WHOLE, _("De hele casus"))]  # type: ignore[attr-defined]
        grounds = load().grounds.values()
        named = [(each.slug, each.title.say(language)) for each in grounds]
        self.fields["ground"].choices = [("", _("Kies een grondslag")), *named]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Scope:
        """What was chosen, after `is_valid`."""
        data = self.cleaned_data
        tracks = tuple(self.tracks[pk] for pk in data["scope"] if pk != WHOLE)
        until: date = data["until"]
        return Scope(
            whole=WHOLE in data["scope"], tracks=tracks, writes=data["writes"], purpose=data["purpose"],
            ground=data["ground"], until=until, reason=data["reason"],
        )  # fmt: skip


class GrantForm(ScopeForm):
    """Let somebody in."""

    user = forms.ChoiceField(label=_("Wie laat je toe?"), error_messages={"required": _("Kies iemand.")})
    field_order = ("user",)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.fields["user"].choices = [("", "…"), *((pk, person_words(each)) for pk, each in self.people.items())]  # type: ignore[attr-defined]

    @property
    def person(self) -> User:
        """Who was chosen."""
        return self.people[self.cleaned_data["user"]]


class PersonForm(HouseForm):
    """Somebody, and why: to shut out."""

    user = forms.ChoiceField(label=_("Wie?"), error_messages={"required": _("Kies iemand.")})
    reason = text_field(_("Waarom?"), missing=_("Schrijf op waarom."), longest=2_000, area=True, rows=3)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.fields["user"].choices = [("", "…"), *((pk, person_words(each)) for pk, each in self.people.items())]  # type: ignore[attr-defined]

    @property
    def person(self) -> User:
        """Who was chosen."""
        return self.people[self.cleaned_data["user"]]


class DirectorForm(PersonForm, SeenForm):
    """Who directs the case from now on."""


class ReasonForm(HouseForm):
    """Only why."""

    reason = text_field(_("Waarom?"), missing=_("Schrijf op waarom."), longest=2_000, area=True, rows=3)


class SecretForm(ReasonForm, SeenForm):
    """Extra secret or not, and why. What was wanted when the page opened travels along."""

    wanted = forms.ChoiceField(choices=[("ja", ""), ("nee", "")], widget=forms.HiddenInput)


class AnswerForm(ScopeForm):
    """Let in who asks, or say no: then only the reason is needed."""

    def full_clean(self) -> None:
        """For a no the scope is not asked."""
        super().full_clean()
        if self.is_bound and self.refuses:
            for name in [each for each in self.errors if each != "reason"]:
                del self.errors[name]

    @property
    def refuses(self) -> bool:
        """Whether the answer is no."""
        return self.data.get("go") == "no"


class AskForm(HouseForm):
    """Ask to be let in."""

    number = text_field(
        _("Nummer van de casus"),
        _("Begint met C-. Je kreeg het van een collega."),
        missing=_("Vul het nummer in."),
        longest=10,
    )
    reason = text_field(
        _("Waarom heb je toegang nodig?"),
        _("Schrijf geen namen op van mensen om wie het gaat."),
        missing=_("Schrijf op waarom."),
        longest=2_000,
        area=True,
        rows=3,
    )


class DayForm(HouseForm):
    """A day in the past or today."""

    dag = forms.DateField(
        label=_("Wie kon dit zien op"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 2026-03-01.")},
    )  # fmt: skip

    def clean_dag(self) -> date | None:
        """Not after today. Raises ValidationError."""
        day: date | None = self.cleaned_data["dag"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("Kies vandaag of een dag die voorbij is."))
        return day
