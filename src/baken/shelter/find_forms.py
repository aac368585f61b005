"""What is looked for, and what is asked about who comes, stays, leaves or waits."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality
from baken.shelter import finding, nights
from baken.shelter.attributes import DISTANCES, LANGUAGES, NEEDS, Financing, Security, Sex, Stay
from baken.shelter.forms import DayField, SeenForm, kinds, number, pick, ticks
from baken.shelter.matching import Wanted
from baken.shelter.models import Placement, WaitingEntry
from baken.ui.forms import HouseForm, text_field

ANY = ("", _("Maakt niet uit"))


class FindForm(HouseForm):
    """What is looked for. The first part decides, the last part orders. Nothing of it is kept."""

    first = DayField(label=_("Vanaf de nacht van"))
    nights = number(_("Hoeveel nachten?"), nights.MOST_NIGHTS, least=1, required=True)
    sex = pick(_("Geslacht"), [ANY, *Sex.choices])
    age = number(_("Leeftijd"), 120)
    children = number(_("Hoeveel kinderen komen mee?"), 20)
    stay = pick(_("Verblijfsrecht"), [ANY, *Stay.choices], help_text=_("Sommige opvang neemt alleen iemand met een bepaald verblijfsrecht. Het telt nergens anders mee."))  # fmt: skip
    secret = forms.BooleanField(label=_("Het adres moet geheim zijn"), required=False)
    security = pick(_("Hoe goed beveiligd?"), [ANY, *list(Security.choices)[1:]])
    danger = pick(_("Waar is het gevaar?"), ())
    distance = pick(_("Hoe ver daarvandaan?"), [ANY, *list(DISTANCES.items())[1:]])
    must = ticks(_("Dit moet kunnen"), NEEDS.items())
    rather = ticks(_("Dit liefst ook"), NEEDS.items())
    language = pick(_("Taal, liefst"), [ANY, *LANGUAGES.items()])
    financing = pick(_("Wie betaalt, liefst"), [ANY, *Financing.choices])
    kind = pick(_("Soort opvang, liefst"), ())
    waiting = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, places: Iterable[Municipality], **kwargs: Any) -> None:
        kwargs["initial"] = {"first": finding.tonight(), "nights": 1} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.places = {each.slug: each.name for each in places}
        self.fields["danger"].choices = [("", _("Nergens in het bijzonder")), *self.places.items()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [ANY, *kinds()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Not before tonight; the danger and the distance belong together."""
        said = super().clean() or {}
        first = said.get("first")
        if first and not finding.tonight() <= first <= finding.tonight() + timedelta(days=366):
            self.add_error("first", _("Kies vannacht of een nacht in het komende jaar."))
        if bool(said.get("danger")) is not bool(said.get("distance")):
            self.add_error("distance", _("Kies waar het gevaar is en hoe ver daarvandaan, of geen van beide."))
        return said

    @property
    def wanted(self) -> Wanted:
        """What is looked for, as plain values, after `is_valid`."""
        said = {name: self.cleaned_data[name] for name in self.cleaned_data if name not in {"first", "waiting"}}
        said |= {name: tuple(said[name]) for name in ("must", "rather")} | {"children": said["children"] or 0}
        return Wanted(
            **said, danger_name=self.places.get(said["danger"], ""), kind_name=dict(kinds()).get(said["kind"], "")
        )

    @property
    def until(self) -> date:
        """The day of leaving."""
        first: date = self.cleaned_data["first"]
        return first + timedelta(days=self.cleaned_data["nights"])

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What was filled in, to send along unseen."""
        return [
            (name, value) for name in self.fields for value in self.data.getlist(name) if value  # type: ignore[attr-defined]
        ]  # fmt: skip


class ReserveForm(HouseForm):
    """Who comes, by an alias only, and why this place."""

    alias = text_field(_("Alias of zaaknummer"), _("Geen naam en geen geboortedatum. Kies een woord waarmee jij en de opvang weten wie het is."),
                       missing=_("Vul een alias in."), longest=80)  # fmt: skip
    because = text_field(_("Waarom deze plek?"), missing=_("Schrijf in één zin waarom je deze plek kiest."), longest=500)  # fmt: skip
    asked = forms.BooleanField(
        label=_("Ik heb de opvang gebeld: wat hierboven niet zeker is, kan"),
        error_messages={"required": _("Bel eerst de opvang, en vink aan dat het kan.")},
    )

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["asked"]


class ExtendForm(SeenForm):
    """Longer."""

    until = DayField(label=_("Tot welke dag?"), help_text=_("De dag waarop de persoon weggaat."))


class MoveForm(SeenForm):
    """To another place."""

    first = DayField(label=_("Vanaf de nacht van"))
    to = pick(
        _("Naar welke plek?"),
        (),
        required=True,
        help_text=_("Alleen plekken die in al deze nachten vrij zijn. Wat past staat bovenaan."),
    )
    because = text_field(_("Waarom?"), missing=_("Schrijf in één zin waarom."), longest=500)

    def __init__(self, *args: Any, names: Mapping[str, tuple[str, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [
            (key, _("%(name)s (vraag na)") % {"name": name} if ask else name) for key, (name, ask) in names.items()
        ]
        self.fields["to"].choices = [("", "…"), *words]  # type: ignore[attr-defined]


class EndForm(SeenForm):
    """The person left."""

    until = DayField(label=_("Op welke dag?"))
    text = text_field(_("Hoe ging het verder?"), _("Mag leeg blijven. Geen naam en geen adres."), longest=500)


class RefuseForm(SeenForm):
    """It does not go on."""

    refusal = pick(
        _("Waarom gaat het niet door?"), Placement.Refusal.choices, required=True, widget=forms.RadioSelect
    )
    text = text_field(_("In één zin"), missing=_("Schrijf in één zin waarom."), longest=500)


class WaitForm(HouseForm):
    """Who waits."""

    alias = text_field(
        _("Alias of zaaknummer"), _("Geen naam en geen geboortedatum."), missing=_("Vul een alias in."), longest=80
    )
    urgency = pick(
        _("Hoe snel is een plek nodig?"), WaitingEntry.Urgency.choices, required=True, widget=forms.RadioSelect
    )
    text = text_field(_("Wat is goed om te weten?"), longest=500)


class StopForm(HouseForm):
    """Off the list, or weighed anew."""

    outcome = pick(
        _("Waarom van de lijst?"), WaitingEntry.Outcome.choices, required=True, widget=forms.RadioSelect
    )
    text = text_field(_("In één zin"), longest=500)
