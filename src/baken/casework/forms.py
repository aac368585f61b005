"""What is asked about goals, action points, decisions, notes and closing."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.admission.let_forms import person_words
from baken.casework.models import ActionPoint, Aim, CaseOutcome, DecisionKind, Goal, Learner
from baken.catalogue import load
from baken.coordination.forms import PICK, SeenForm
from baken.coordination.models import Track
from baken.files.forms import WithFiles
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

DAY = {"required": _("Kies een dag."), "invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")}


def track_field(tracks: Iterable[Track], *, whole: bool) -> forms.TypedChoiceField:
    """A choice of the tracks in which this person may write; with `whole` the case as a whole too."""
    known = {str(track.pk): track for track in tracks}
    named = [(pk, f"{track.get_kind_display()}: {track.name}") for pk, track in known.items()]
    first = [("", _("De casus als geheel"))] if whole else []
    return forms.TypedChoiceField(
        label=_("Bij welk spoor?"), choices=[*first, *named], required=not whole, coerce=lambda pk: known.get(pk),
        empty_value=None, error_messages={"required": _("Kies een spoor.")},
    )  # fmt: skip


class InTrackForm(HouseForm):
    """Has a track, of those in which this person may write."""

    def __init__(self, *args: Any, tracks: Iterable[Track], whole: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["track"] = track_field(tracks, whole=whole)
        self.fields["track"].widget.attrs |= {
            "class": "utrecht-select utrecht-select--html-select",
            "id": "veld-track",
        }


class GoalForm(InTrackForm):
    """A goal."""

    aim = forms.ChoiceField(
        label=_("Voor welke lijn?"),
        choices=Aim.choices,
        widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )
    text = text_field(
        _("Wat wil je bereiken?"), missing=_("Schrijf het doel op."), longest=2_000, area=True, rows=3
    )


class DayField(forms.DateField):
    """A day, as browsers show it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), error_messages=DAY, **kwargs
        )


class OwnedForm(HouseForm):
    """What, who and before when."""

    text = text_field(
        _("Wat moet er gebeuren?"), missing=_("Schrijf op wat er moet gebeuren."), longest=2_000, area=True, rows=3
    )
    owner = forms.ChoiceField(label=_("Wie doet het?"), error_messages={"required": _("Kies iemand.")})
    due_on = DayField(label=_("Uiterlijk op"))

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        kwargs["initial"] = {"due_on": timezone.localdate() + timedelta(days=14)} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.fields["owner"].choices = [("", "…"), *((pk, person_words(each)) for pk, each in self.people.items())]  # type: ignore[attr-defined]

    def clean_owner(self) -> User:
        """The person that was chosen."""
        return self.people[self.cleaned_data["owner"]]

    def clean_due_on(self) -> date:
        """Today or later. Raises ValidationError."""
        day: date = self.cleaned_data["due_on"]
        if day < timezone.localdate() and day != self.initial.get("due_on"):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day


class ActionForm(OwnedForm, InTrackForm):
    """An action point, with what it rests on in the barrier model."""

    aim = forms.ChoiceField(
        label=_("Voor welke lijn?"),
        choices=Aim.choices,
        widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )
    goal = forms.ChoiceField(label=_("Bij welk doel?"), required=False)
    barrier = forms.ChoiceField(label=_("Welke barrière?"), required=False)
    instrument = forms.ChoiceField(label=_("Welk instrument?"), required=False)
    field_order = ("text", "track", "aim", "goal", "owner", "due_on", "barrier", "instrument")

    def __init__(self, *args: Any, goals: Iterable[Goal], language: str, type_: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {str(goal.pk): goal for goal in goals}
        content = load()
        self._choose("goal", [(pk, goal.text[:80]) for pk, goal in self.goals.items()])
        steps = sorted(content.barriers.values(), key=lambda step: step.type != type_)  # those of this case first
        self._choose("barrier", [
            (step.title.say(language), [(f"{step.slug}/{each.id}", each.title.say(language)) for each in step.barriers])
            for step in steps
        ])  # fmt: skip
        self._choose(
            "instrument",
            [(each.slug, f"{each.title.say(language)} ({each.article})") for each in content.instruments.values()],
        )
        self.order_fields(self.field_order)

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", "–"), *choices]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, after `is_valid`, as `services.Wanted` takes it."""
        data = dict(self.cleaned_data)
        step, _slash, barrier = data.pop("barrier").partition("/")
        return data | {"step": step, "barrier": barrier, "goal": self.goals.get(data["goal"])}


class ChangeForm(OwnedForm, SeenForm):
    """Change who, what or when."""


class SettleForm(SeenForm):
    """How it stands, and what came of it."""

    state = forms.ChoiceField(
        label=_("Hoe staat het ermee?"),
        choices=ActionPoint.State.choices,
        widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )
    result = text_field(_("Wat kwam eruit?"), _("Of waarom het vervalt."), longest=5_000, area=True, rows=3)

    def clean(self) -> dict[str, Any]:
        """What is done or dropped needs words."""
        data = super().clean() or {}
        if data.get("state") in (ActionPoint.State.DONE, ActionPoint.State.DROPPED) and not data.get("result"):
            self.add_error("result", _("Schrijf op wat eruit kwam, of waarom het vervalt."))
        return data


class DecisionForm(InTrackForm):
    """A decision."""

    kind = forms.ChoiceField(
        label=_("Wat voor besluit?"), choices=DecisionKind.choices, error_messages={"required": PICK}
    )
    text = text_field(
        _("Wat is besloten, door wie?"), missing=_("Schrijf het besluit op."), longest=5_000, area=True, rows=3
    )


class NoteForm(WithFiles, InTrackForm):
    """A note, with files."""

    text = text_field(_("Aantekening"), missing=_("Schrijf iets op."), longest=LONGEST_STORY, area=True, rows=4)
    field_order = ("text", "track", "attachments")


class CloseForm(SeenForm):
    """How the case ends, and what was learned."""

    outcome = forms.ChoiceField(
        label=_("Hoe loopt de casus af?"),
        choices=CaseOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": PICK},
    )
    reason = text_field(
        _("Waarom kan de casus dicht, en wie besloot dat?"),
        missing=_("Schrijf op waarom."),
        longest=2_000,
        area=True,
        rows=3,
    )
    lesson = text_field(
        _("Wat leren wij ervan?"), _("Zonder namen en plaatsen: het komt in het jaaroverzicht."),
        missing=_("Schrijf op wat je leert, of ‘niets nieuws’."), longest=2_000, area=True, rows=3,
    )  # fmt: skip
    learners = forms.MultipleChoiceField(
        label=_("Wie moet dit leren?"),
        choices=Learner.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
