"""What is asked about a meeting, who takes part, and how a case is discussed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.admission.let_forms import person_words
from baken.casework.forms import DayField
from baken.coordination.forms import FORM, PICK, SeenForm
from baken.coordination.models import Case, Track
from baken.meetings import room
from baken.meetings.services import About, Planned
from baken.meetings.words import WHO, Kind
from baken.sharing.words import PURPOSES
from baken.ui.forms import HouseForm, text_field

LONGEST_ITEM = 180  # minutes


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, f"{kind.label}: {WHO[kind]}") for kind in Kind]


class MeetingForm(HouseForm):
    """When, where, which kind and who chairs."""

    kind = forms.ChoiceField(
        label=_("Wat voor overleg?"), choices=_kinds, widget=forms.RadioSelect, initial=Kind.CASE,
        error_messages={"required": PICK},
    )  # fmt: skip
    title = text_field(
        _("Hoe noem je het?"), _("Zonder naam of adres van iemand. Bijvoorbeeld: casusoverleg week 50."),
        missing=_("Geef het overleg een naam."), longest=80,
    )  # fmt: skip
    on = DayField(label=_("Dag"))
    begins = forms.TimeField(
        label=_("Begint om"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Kies een tijd."), "invalid": _("Kies een tijd, bijvoorbeeld 09:30.")},
    )  # fmt: skip
    place = text_field(
        _("Waar?"), _("Een kamer of een link naar een videogesprek. Dit komt in de agenda van wie je uitnodigt."),
        missing=_("Schrijf op waar het is."), longest=300,
    )  # fmt: skip
    chair = forms.ChoiceField(label=_("Wie zit voor?"), error_messages={"required": _("Kies iemand.")})

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.fields["chair"].choices = [(pk, person_words(each)) for pk, each in self.people.items()]  # type: ignore[attr-defined]

    @property
    def planned(self) -> Planned:
        """What was chosen, after `is_valid`."""
        names = ("kind", "title", "on", "begins", "place")
        data = {name: self.cleaned_data[name] for name in names}
        return Planned(
            **data, chair=self.people[self.cleaned_data["chair"]], form=self.cleaned_data.get("form", "")
        )


class PlanForm(MeetingForm):
    """Plan a meeting."""

    form = forms.RegexField(FORM, widget=forms.HiddenInput)


class ChangeForm(MeetingForm, SeenForm):
    """Change a meeting."""


class PeopleForm(HouseForm):
    """Who takes part, or who is here."""

    people = forms.MultipleChoiceField(
        label=_("Wie doet er mee?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, people: Iterable[tuple[User, str]], label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(people)
        self.known = {str(user.pk): user for user, _words in found}
        self.fields["people"].choices = [(str(user.pk), words) for user, words in found]  # type: ignore[attr-defined]
        if label:
            self.fields["people"].label = label

    @property
    def chosen(self) -> list[User]:
        """Who was chosen, after `is_valid`."""
        return [self.known[pk] for pk in self.cleaned_data["people"]]


def _minutes(label: Any, **more: Any) -> forms.IntegerField:
    limits = _("Kies 1 tot en met %(most)d minuten.") % {"most": LONGEST_ITEM}
    return forms.IntegerField(
        label=label, min_value=1, max_value=LONGEST_ITEM, widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), limits), **more,
    )  # fmt: skip


class AgendaForm(HouseForm):
    """Put cases on the agenda."""

    cases = forms.MultipleChoiceField(
        label=_("Welke casussen?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één casus.")},
    )  # fmt: skip
    minutes = _minutes(_("Hoeveel minuten voor elke casus?"), initial=5)

    def __init__(self, *args: Any, cases: Iterable[tuple[Case, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(cases)
        self.known = {str(case.pk): case for case, _words in found}
        self.fields["cases"].choices = [(str(case.pk), words) for case, words in found]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Case]:
        """Which cases were chosen, after `is_valid`."""
        return [self.known[pk] for pk in self.cleaned_data["cases"]]


class ItemForm(HouseForm):
    """How a case is discussed."""

    tracks = forms.MultipleChoiceField(
        label=_("Welke sporen bespreek je?"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Kies er geen om de hele casus te bespreken. Wie niet alles ziet, gaat dan even weg."),
    )  # fmt: skip
    purpose = forms.ChoiceField(label=_("Waarvoor?"), choices=lambda: list(PURPOSES.items()))
    ground = forms.ChoiceField(label=_("Op welke grondslag?"), error_messages={"required": PICK})
    minutes = _minutes(_("Hoeveel minuten?"))

    def __init__(self, *args: Any, tracks: Iterable[Track], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(track.pk): track for track in tracks}
        named = [(pk, f"{track.get_kind_display()}: {track.name}") for pk, track in self.known.items()]
        self.fields["tracks"].choices = named  # type: ignore[attr-defined]
        self.fields["ground"].choices = [(each.slug, each.title.say(language)) for each in room.grounds()]  # type: ignore[attr-defined]

    @property
    def about(self) -> About:
        """What was chosen, after `is_valid`."""
        data = self.cleaned_data
        tracks = tuple(self.known[pk] for pk in data["tracks"])
        return About(minutes=data["minutes"], tracks=tracks, purpose=data["purpose"], ground=data["ground"])
