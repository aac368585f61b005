"""What is asked about a partner: by a colleague, and by the partner itself."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.partners.kinds import USUALLY
from baken.partners.models import LABELS, PartnerEntry
from baken.sharing.words import RECIPIENTS
from baken.ui.forms import HouseForm, text_field

PICK = _("Maak een keuze.")


class TheirForm(HouseForm):
    """What a partner can say of itself."""

    name = text_field(LABELS["name"], missing=_("Vul de naam van de organisatie in."), longest=120)
    area = text_field(LABELS["area"], _("Bijvoorbeeld: heel de regio, of alleen Havenstad."), longest=200)
    phone = text_field(LABELS["phone"], longest=25)
    email = forms.EmailField(
        label=LABELS["email"], required=False, max_length=120,
        error_messages={"invalid": _("Dit is geen e-mailadres. Kijk het na.")},
    )  # fmt: skip
    hours = text_field(LABELS["hours"], _("Bijvoorbeeld: werkdagen van 9.00 tot 17.00 uur."), longest=120)
    criteria = text_field(
        LABELS["criteria"],
        _("Voor wie is het, en wat moet er al bekend zijn?"),
        longest=2_000,
        area=True,
        rows=4,
    )
    contact = text_field(
        LABELS["contact"],
        _("Naam, functie en nummer. Dit wordt versleuteld bewaard. Laat het leeg als een team genoeg is."),
        longest=300,
    )


class EntryForm(TheirForm):
    """What a colleague says of a partner."""

    kind = forms.ChoiceField(label=LABELS["kind"], error_messages={"required": PICK})
    recipient = forms.ChoiceField(
        label=LABELS["recipient"], required=False,
        help_text=_("Zo weet Baken welke grondslagen voor deze partner kunnen gelden."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    field_order = ("name", "kind", "recipient")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        first = kwargs.get("initial") or {}
        if "recipient" not in first:
            kwargs["initial"] = first | {"recipient": USUALLY.get(first.get("kind", ""), "")}
        super().__init__(*args, **kwargs)
        language = get_language() or "nl"
        kinds = sorted(load().partners.values(), key=lambda kind: kind.order)
        self.fields["kind"].choices = [("", "…"), *((each.slug, each.title.say(language)) for each in kinds)]  # type: ignore[attr-defined]
        self.fields["recipient"].choices = [("", _("Geen: er is nog geen grondslag voor")), *RECIPIENTS.items()]  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, str]:
        """What was filled in, after `is_valid`, without the revision."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != "seen"}


class VerifyForm(TheirForm):
    """What the partner sees behind the link: everything as it stands, to confirm or to mend."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, entry: PartnerEntry, **kwargs: Any) -> None:
        kwargs["initial"] = entry.values | {"seen": entry.revision}
        super().__init__(*args, **kwargs)

    @property
    def values(self) -> dict[str, str]:
        """What was filled in, after `is_valid`."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != "seen"}


class CompareForm(HouseForm):
    """Two versions to put beside each other."""

    van = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)
    tot = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)
