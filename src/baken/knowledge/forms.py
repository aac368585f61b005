"""What we ask of a municipality about its own contact points and texts, and what is a valid answer."""

import re
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.knowledge import targets
from baken.knowledge.models import LocalContact, LocalText
from baken.knowledge.services import LONGEST_DAYS, review_day
from baken.knowledge.targets import Beside, Part
from baken.ui.forms import HouseForm, text_field

PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,23}")


class LocalForm(HouseForm):
    """What contact points and texts share: when it is looked at again, and which version the person saw."""

    english: tuple[str, ...] = ()

    review_on = forms.DateField(
        label=_("Kijk dit opnieuw na vóór"),
        help_text=_("Hooguit een jaar vooruit. Na die dag zegt de site erbij dat het misschien niet meer klopt."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"review_on": review_day(timezone.localdate())} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_review_on(self) -> date:
        """A day to come, and not too far. Raises ValidationError."""
        day: date = self.cleaned_data["review_on"]
        today = timezone.localdate()
        if not today < day <= today + timedelta(days=LONGEST_DAYS):
            raise forms.ValidationError(_("Kies een dag na vandaag, hooguit een jaar vooruit."))
        return day

    def values(self) -> dict[str, Any]:
        """What is to be kept."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    @property
    def dutch_fields(self) -> list[forms.BoundField]:
        """The fields that everybody sees at once."""
        return [field for field in self.visible_fields() if field.name not in self.english]

    @property
    def english_fields(self) -> list[forms.BoundField]:
        """The fields for English, which may stay empty."""
        return [self[name] for name in self.english]

    @property
    def english_open(self) -> bool:
        """Whether there is something in them to see."""
        return any(field.value() or field.errors for field in self.english_fields)


class ContactForm(LocalForm):
    """A contact point of the municipality."""

    english = ("purpose_en", "for_whom_en", "hours_en")
    field_order = (
        "name",
        "purpose_nl",
        "shown_to",
        "for_whom_nl",
        "phone",
        "hours_nl",
        "after_hours",
        "email",
        "url",
        "order",
    )

    name = text_field(
        _("Naam"), _("Een team of functie, geen persoon."),
        longest=80, missing=_("Vul de naam van het contactpunt in."),
    )  # fmt: skip
    purpose_nl = text_field(
        _("Waarvoor kun je er terecht?"), longest=200, missing=_("Zeg waarvoor je er terechtkunt.")
    )
    shown_to = forms.ChoiceField(
        label=_("Wie ziet dit contactpunt?"),
        help_text=_("Wat alleen voor collega's is, staat niet op de site; zij zien het op Vandaag."),
        choices=LocalContact.ShownTo.choices,
        widget=forms.RadioSelect,
        initial=LocalContact.ShownTo.EVERYBODY,
        error_messages={"required": _("Kies wie dit contactpunt ziet.")},
    )
    for_whom_nl = text_field(
        _("Voor wie is het?"), _("Bijvoorbeeld: inwoners, jongeren of huurders."), longest=120
    )
    phone = text_field(_("Telefoonnummer"), longest=25)
    hours_nl = text_field(
        _("Wanneer bereikbaar?"), _("Bijvoorbeeld: werkdagen van 9.00 tot 17.00 uur."), longest=120
    )
    after_hours = forms.BooleanField(label=_("Ook buiten kantoortijd bereikbaar"), required=False)
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres. Het ziet eruit als team@gemeente.nl.")},
    )
    url = forms.URLField(
        label=_("Webadres"),
        required=False,
        assume_scheme="https",
        max_length=200,
        error_messages={"invalid": _("Dit is geen webadres. Het begint met https://.")},
    )
    order = forms.IntegerField(
        label=_("Plaats in de lijst"),
        help_text=_("1 staat bovenaan."),
        min_value=1,
        max_value=99,
        initial=10,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Kies een getal van 1 tot 99.")
        ),
    )
    purpose_en = text_field(_("Waarvoor, in het Engels"), longest=200)
    for_whom_en = text_field(_("Voor wie, in het Engels"), longest=120)
    hours_en = text_field(_("Wanneer, in het Engels"), longest=120)

    def clean_phone(self) -> str:
        """A number that a phone can dial, as it was written. Raises ValidationError."""
        phone = str(self.cleaned_data["phone"])
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(
                _("Dit is geen telefoonnummer. Gebruik cijfers en spaties, zoals 14 0000.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        """It can be reached, and a phone says when somebody answers."""
        data = super().clean() or {}
        if not self.errors and not (data["phone"] or data["email"] or data["url"]):
            self.add_error("phone", _("Vul een telefoonnummer, e-mailadres of webadres in."))
        if data.get("phone") and not data.get("hours_nl") and "hours_nl" not in self.errors:
            self.add_error("hours_nl", _("Zeg erbij wanneer er iemand opneemt."))
        return data


class TextForm(LocalForm):
    """A text of the municipality beside a national item. Once it is there, the item stays."""

    english = ("text_en", "reason_en")
    field_order = ("item", "part", "relation", "text_nl", "reason_nl")

    item = forms.ChoiceField(
        label=_("Waarbij?"), error_messages={"required": _("Kies waar deze tekst bij hoort.")}
    )
    part = forms.ChoiceField(
        label=_("Bij welk deel?"),
        choices=[(part.value, part.label) for part in targets.SETTING_PARTS],
        widget=forms.RadioSelect,
        initial=Part.ROUTE,
        error_messages={"required": _("Kies een deel.")},
    )
    relation = forms.ChoiceField(
        label=_("Hoe verhoudt de tekst zich tot de landelijke?"),
        help_text=_("De landelijke tekst blijft altijd staan; die van jouw gemeente komt ernaast."),
        choices=LocalText.Relation.choices,
        widget=forms.RadioSelect,
        initial=LocalText.Relation.ADDS,
        error_messages={"required": _("Kies of de tekst aanvult of anders is.")},
    )
    text_nl = text_field(
        _("Tekst van jouw gemeente"), _("Kort en concreet, zonder namen van personen."),
        longest=1000, missing=_("Schrijf de tekst."), area=True,
    )  # fmt: skip
    reason_nl = text_field(
        _("Waarom is het hier anders?"),
        _("Alleen als het hier anders is. Dit staat erbij op de site."),
        longest=300,
    )
    text_en = text_field(_("De tekst in het Engels"), longest=1000, area=True)
    reason_en = text_field(_("De reden in het Engels"), longest=300)

    def __init__(self, *args: Any, beside: str, fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if beside != Beside.SETTING or fixed:
            del self.fields["part"]
        if fixed:
            del self.fields["item"]
        else:
            found = targets.choices(beside, get_language() or "nl")
            cast("forms.ChoiceField", self.fields["item"]).choices = [("", _("Kies")), *found]

    def clean(self) -> dict[str, Any]:
        """What is otherwise here says why; what adds has no such reason."""
        data = super().clean() or {}
        if data.get("relation") == LocalText.Relation.ADDS:
            data.update(reason_nl="", reason_en="")
        elif "reason_nl" not in self.errors and not data.get("reason_nl"):
            self.add_error("reason_nl", _("Zeg waarom het hier anders is."))
        return data
