"""What is typed while a case is discussed: how earlier action points stand, a note, a decision, action points. All at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.casework.forms import SettleForm
from baken.casework.models import ActionPoint, Aim, DecisionKind
from baken.coordination.forms import FORM
from baken.coordination.models import Track
from baken.meetings.holding import Agreed, Said, Settled
from baken.meetings.typed import NotClear, day_of, digit_of, one_of
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

ROWS = (1, 2)
LATER = "+14"
State = ActionPoint.State
STATES = [(state.value, state.label) for state in (State.DONE, State.DROPPED, State.OPEN)]


def key_of(state: str) -> str:
    """The letter that chooses how an action point stands, in the language of the page."""
    keys = {
        State.DONE: pgettext("key", "g"),
        State.DROPPED: pgettext("key", "v"),
        State.OPEN: pgettext("key", "o"),
    }
    return keys[State(state)]


class KeyedRadios(forms.RadioSelect):
    """Radios that a single letter chooses while one of them has the focus."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """An option that knows its letter; the page begins at the one that is chosen, when it begins here."""
        option = super().create_option(*args, **kwargs)
        option["attrs"]["data-key"] = key_of(option["value"])
        if not option["selected"]:
            option["attrs"].pop("autofocus", None)
        return option


class EarlierForm(SettleForm):
    """How one earlier action point stands; the same rules as in the case."""

    state = forms.ChoiceField(label=_("Hoe staat het ermee?"), choices=STATES, widget=KeyedRadios)
    result = text_field(_("Wat kwam eruit?"), longest=5_000)

    def __init__(self, *args: Any, action: ActionPoint, **kwargs: Any) -> None:
        kwargs["initial"] = {"state": action.state, "result": action.result, "seen": action.revision}
        super().__init__(*args, prefix=action.pk.hex, **kwargs)
        self.action = action
        for name, field in self.fields.items():
            field.widget.attrs["id"] = f"veld-{action.pk.hex}-{name}"

    @property
    def settled(self) -> Settled | None:
        """What changed, after `is_valid`; None when nothing did, also when a colleague settled meanwhile what was left open here."""
        data = self.cleaned_data
        if (data["state"], data["result"]) == (self.action.state, self.action.result):
            return None
        if data["state"] == ActionPoint.State.OPEN and not data["result"] and data["seen"] != self.action.revision:
            return None
        return Settled(action=self.action, state=data["state"], result=data["result"], seen=data["seen"])


def _line(label: Any, longest: int = 2_000, **attrs: str) -> forms.CharField:
    field = text_field(label, longest=longest)
    field.widget.attrs |= attrs
    return field


@dataclass(frozen=True)
class Owner:
    """Who can own an action point: where they see it (ids of tracks; None: the whole case), and whether they take part."""

    user: User
    sees: frozenset[object]
    near: bool


class LiveForm(HouseForm):
    """A note, a decision and two action points for a case; what is left empty is not written."""

    note = text_field(_("Aantekening"), longest=LONGEST_STORY, area=True, rows=3)
    kind = _line(_("Nummer"), 2, inputmode="numeric", maxlength="1", autocomplete="off")
    decision = _line(_("Wat is besloten, door wie?"), 5_000)
    what_1, what_2 = _line(_("Wat moet er gebeuren?")), _line(_("Wat moet er gebeuren?"))
    who_1, who_2 = (_line(_("Wie?"), 80, list="wie", autocomplete="off") for _row in ROWS)
    when_1, when_2 = (_line(_("Wanneer?"), 12, autocomplete="off") for _row in ROWS)
    track = forms.TypedChoiceField(label=_("Bij welk spoor?"), required=False, empty_value=None)
    aim = forms.ChoiceField(label=_("Voor welke lijn zijn de actiepunten?"), choices=Aim.choices)
    form = forms.RegexField(FORM, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        tracks: Iterable[Track],
        whole: bool,
        people: Iterable[Owner],
        **kwargs: Any,
    ) -> None:
        self.tracks = {str(track.pk): track for track in tracks}
        first = next(iter(self.tracks.values()), None) if not whole else None
        safety = first is None or first.kind == Track.Kind.VICTIM
        usual = {"aim": Aim.SAFETY if safety else Aim.DISRUPTION, "when_1": LATER, "when_2": LATER}
        kwargs["initial"] = usual | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.people = list(people)
        named = [(pk, f"{track.get_kind_display()}: {track.name}") for pk, track in self.tracks.items()]
        field: Any = self.fields["track"]
        field.coerce, field.choices = self.tracks.get, [("", _("De casus als geheel"))] * whole + named
        field.required = bool(self.tracks) and not whole
        self.fields["aim"].required = (
            bool(self.tracks) or whole
        )  # who only settles their own has nothing to choose

    def clean(self) -> dict[str, Any]:
        """What belongs together is filled in together."""
        data = super().clean() or {}
        if bool(data.get("kind")) != bool(data.get("decision")):
            missing = "decision" if data.get("kind") else "kind"
            said = _("Schrijf het besluit op.") if data.get("kind") else _("Typ het nummer van het soort besluit, 1 tot en met 9.")  # fmt: skip
            self.add_error(missing, said)
        self.agreed = [each for row in ROWS if (each := self._agreed(data, row))]
        return data

    def clean_kind(self) -> str:
        """The kind of decision with this number. Raises ValidationError."""
        typed = self.cleaned_data["kind"]
        try:
            return digit_of(typed, DecisionKind.values) if typed else ""
        except NotClear:
            raise forms.ValidationError(_("Typ het nummer van het soort besluit, 1 tot en met 9.")) from None

    def _agreed(self, data: dict[str, Any], row: int) -> Agreed | None:
        what, who = data.get(f"what_{row}"), data.get(f"who_{row}")
        if not (what or who):
            return None
        if not what:
            self.add_error(f"what_{row}", _("Schrijf op wat er moet gebeuren."))
        owner, day = self._owner(data, row), self._day(data, row)
        return Agreed(text=what, owner=owner, due_on=day) if what and owner and day else None

    def _owner(self, data: dict[str, Any], row: int) -> User | None:
        """The one whose name begins so: of the people of this meeting, or else of all who see it."""
        typed, track = data.get(f"who_{row}", ""), data.get("track")
        all_ = [each for each in self.people if (track.pk if track else None) in each.sees]
        why = NotClear()
        for some in ([each for each in all_ if each.near], all_):
            try:
                return one_of(typed, [(str(each.user.name), each.user) for each in some])
            except NotClear as said:
                why = said
            if why.found:
                break
        self.add_error(f"who_{row}", self._not_clear(why))
        return None

    def _not_clear(self, why: NotClear) -> str:
        could = gettext(" of ").join(why.found[:4])
        nobody = gettext("Niemand die dit ziet, heet zo. Typ het begin van een naam.")
        return gettext("Bedoel je %(could)s?") % {"could": could} if could else nobody

    def _day(self, data: dict[str, Any], row: int) -> Any:
        today = timezone.localdate()
        try:
            day = day_of(data.get(f"when_{row}") or LATER, today)
        except (NotClear, OverflowError):
            self.add_error(f"when_{row}", _("Typ over hoeveel dagen, zoals +7, of een datum, zoals 24-12."))
            return None
        if day < today:
            self.add_error(f"when_{row}", _("Kies een dag vanaf vandaag."))
        return day

    def said(self, earlier: Iterable[EarlierForm]) -> Said:
        """All that was typed, after `is_valid` of all."""
        data = self.cleaned_data
        settled = tuple(each for form in earlier if (each := form.settled))
        return Said(
            form=data["form"], track=data["track"], aim=data["aim"], settled=settled, note=data["note"],
            kind=data["kind"], decision=data["decision"], agreed=tuple(self.agreed),
        )  # fmt: skip
