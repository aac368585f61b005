"""What is asked about shelters and places, and what is looked for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation
from baken.catalogue import load
from baken.shelter import nights
from baken.shelter.attributes import (
    ANSWERS,
    DISTANCES,
    LANGUAGES,
    NO,
    PLACE_NEEDS,
    SHELTER_NEEDS,
    YES,
    Financing,
    Security,
    Sex,
    Stay,
)
from baken.shelter.traced import WHY_ADDRESS
from baken.ui.forms import HouseForm, dress, text_field

PICK = _("Maak een keuze.")
DAY = {"required": _("Kies een dag."), "invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")}
NUMBER = {
    "invalid": _("Vul een getal in."), "required": _("Vul een getal in."),
    "min_value": _("Vul een getal in van %(limit_value)s of meer."), "max_value": _("Vul een getal in van hooguit %(limit_value)s."),
}  # fmt: skip
UNKNOWN = ("", _("Weten wij niet"))


def number(label: Any, most: int, *, least: int = 0, required: bool = False, **more: Any) -> forms.IntegerField:
    """A number in words that say what is wrong with it."""
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, required=required, error_messages=NUMBER, **more
    )


def pick(
    label: Any, choices: Iterable[tuple[str, Any]], *, required: bool = False, **more: Any
) -> forms.ChoiceField:
    """One of these."""
    return forms.ChoiceField(
        label=label, choices=list(choices), required=required, error_messages={"required": PICK}, **more
    )


def ticks(label: Any, choices: Iterable[tuple[str, Any]], **more: Any) -> forms.MultipleChoiceField:
    """Any of these."""
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class DayField(forms.DateField):
    """A day, as browsers show it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, error_messages=DAY, **kwargs)


def kinds() -> list[tuple[str, str]]:
    """The kinds of shelter of the content."""
    return [(each.slug, each.title.say(get_language() or "nl")) for each in load().shelters.values()]


class SeenForm(HouseForm):
    """A form over a record that a colleague may change meanwhile."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9, required=False)

    def clean_seen(self) -> int:
        """Nothing is a revision that never was."""
        return self.cleaned_data["seen"] or 0

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, after `is_valid`, without the revision."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @property
    def revision(self) -> int:
        """What the person had before them."""
        seen: int = self.cleaned_data["seen"]
        return seen


def _answer(name: str) -> str:
    return f"answer_{name}"


class AnswersForm(SeenForm):
    """Yes, no or not known for each of `needs`, kept together as `answers`."""

    needs: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        first = kwargs.get("initial") or {}
        kwargs["initial"] = first | {_answer(name): said for name, said in (first.get("answers") or {}).items()}
        super().__init__(*args, **kwargs)
        self.fields |= {_answer(name): pick(label, ANSWERS) for name, label in self.needs.items()}
        dress(self)

    @property
    def values(self) -> dict[str, Any]:
        """With the answers in one, without those that are not known."""
        said = super().values
        answers = {name: answer for name in self.needs if (answer := said.pop(_answer(name)))}
        return said | {"answers": answers}


class ShelterForm(AnswersForm):
    """What is known of a shelter as a whole. The address is only ever written here, never shown."""

    needs = SHELTER_NEEDS
    name = text_field(_("Naam van de locatie"), _("Een naam zonder straat of plaats, bijvoorbeeld: Huis 2."),
                      missing=_("Vul een naam in."), longest=120)  # fmt: skip
    organisation = pick(
        _("Organisatie"), (), required=True, help_text=_("Staat zij er niet bij? Zet haar eerst bij Partners.")
    )
    kind = pick(_("Soort opvang"), (), required=True)
    secret = pick(
        _("Is het adres geheim?"), [("", "…"), (YES, _("Ja, geheim")), (NO, _("Nee, openbaar"))], required=True
    )
    address = text_field(_("Adres"), _("Wordt versleuteld bewaard. Wij laten het hier niet zien: laat het leeg om te houden wat er staat."),
                         longest=300)  # fmt: skip
    access = text_field(_("Hoe meld je iemand aan?"), longest=300)
    phone = text_field(_("Telefoon voor plaatsen"), longest=25)
    security = pick(_("Beveiliging"), [UNKNOWN, *Security.choices])
    financing = pick(_("Wie betaalt?"), [UNKNOWN, *Financing.choices])
    longest = number(_("Hooguit hoeveel nachten?"), 3_650, least=1)
    languages = ticks(_("Taal van de begeleiding"), LANGUAGES.items())
    stays = ticks(_("Met welk verblijfsrecht kan iemand hier?"), Stay.choices)

    def __init__(
        self, *args: Any, organisations: Iterable[Organisation], places: Iterable[Municipality], **kwargs: Any
    ) -> None:
        first = dict(kwargs.get("initial") or {})
        self.places = list(places)
        first |= {f"far_{slug}": far for slug, far in (first.pop("distances", None) or {}).items()}
        first |= {"secret": {True: YES, False: NO}.get(first.get("secret"), "")}  # type: ignore[arg-type]
        super().__init__(*args, **kwargs | {"initial": first})
        self.fields["organisation"].choices = [("", "…"), *((str(each.pk), each.name) for each in organisations)]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "…"), *kinds()]  # type: ignore[attr-defined]
        for place in self.places:
            label = _("Hoe ver van %(name)s?") % {"name": place.name}
            self.fields[f"far_{place.slug}"] = pick(label, [UNKNOWN, *DISTANCES.items()])
        dress(self)

    @property
    def values(self) -> dict[str, Any]:
        """With the distances in one, without those that are not known, and without the organisation."""
        said = super().values
        far = {place.slug: said.pop(f"far_{place.slug}") for place in self.places}
        said.pop("organisation", None)
        distances = {slug: km for slug, km in far.items() if km}
        return said | {"secret": said["secret"] == YES, "distances": distances}


class PlaceForm(AnswersForm):
    """What is known of one place."""

    needs = PLACE_NEEDS
    name = text_field(
        _("Naam van de plek"),
        _("Bijvoorbeeld: kamer 3, of gezinskamer."),
        missing=_("Vul een naam in."),
        longest=60,
    )
    sexes = ticks(_("Voor wie?"), Sex.choices, help_text=_("Niets aangevinkt is: weten wij niet."))
    age_from = number(
        _("Vanaf welke leeftijd?"),
        120,
        help_text=_("Vul je alleen de andere in, dan is er aan deze kant geen grens."),
    )
    age_to = number(_("Tot en met welke leeftijd?"), 120)
    children = number(
        _("Hoeveel kinderen kunnen mee?"), 20, help_text=_("Leeg is: weten wij niet. Geen kinderen is 0.")
    )
    in_use = forms.BooleanField(label=_("Deze plek is in gebruik"), required=False, initial=True)


class NightsForm(HouseForm):
    """From a night up to a day."""

    first = DayField(label=_("Vanaf de nacht van"))
    until = DayField(label=_("Tot de dag"))
    open = forms.BooleanField(label=_("Geef deze nachten juist weer vrij"), required=False)

    def clean(self) -> dict[str, Any]:
        """The day is after the night, and not too far."""
        said = super().clean() or {}
        checked_span(self, said.get("first"), said.get("until"))
        return said


def checked_span(form: forms.Form, first: date | None, until: date | None) -> None:
    """Put what is wrong with these days beside the second one."""
    if first and until and until <= first:
        form.add_error("until", _("Kies een dag na de eerste nacht."))
    elif first and until and (until - first).days > nights.MOST_NIGHTS:
        form.add_error("until", _("Kies hooguit %(n)s nachten.") % {"n": nights.MOST_NIGHTS})


class FreeForm(HouseForm):
    """How many places are free tonight."""

    free = number(_("Hoeveel plekken zijn er vannacht vrij?"), 500, required=True)


class AddressForm(HouseForm):
    """What the address is needed for."""

    why = pick(_("Waarvoor heb je het adres nodig?"), WHY_ADDRESS.items(), required=True, widget=forms.RadioSelect)
