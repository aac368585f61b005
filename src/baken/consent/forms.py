"""What is asked about consent, and about what is given from a case."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation, User
from baken.admission.let_forms import person_words
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.consent.ages import Age
from baken.consent.blocks import BLOCKS
from baken.consent.services import Said
from baken.coordination.models import Track
from baken.coordination.resting import NEEDS as ON_CONSENT
from baken.handover.forms import Ticks
from baken.sharing.forms import NEED_FIELDS, words
from baken.sharing.masking import Found
from baken.sharing.words import KINDS, PURPOSES, RECIPIENTS
from baken.ui.forms import HouseForm, dress, text_field

PICK = _("Maak een keuze.")
DAY = {"required": _("Kies een dag."), "invalid": _("Kies een dag, bijvoorbeeld 2027-03-31.")}
ORGANISATION, PLACE, KIND = "partner:", "gemeente:", "soort:"


def receivers(organisations: Iterable[Organisation], places: Iterable[Municipality]) -> list[Any]:
    """Partners of the directory, municipalities that work with Baken, and kinds of receivers, as one choice in groups."""
    partners = [(f"{ORGANISATION}{each.pk}", each.name) for each in organisations]
    there = [
        (f"{PLACE}{each.slug}", _("Gemeente %(name)s, rechtstreeks") % {"name": each.name}) for each in places
    ]
    kinds = [(f"{KIND}{key}", name) for key, name in RECIPIENTS.items()]
    groups = [(_("Partners"), partners), (_("Gemeenten met Baken"), there), (_("Soort ontvanger"), kinds)]
    return [("", _("Kies een ontvanger")), *(each for each in groups if each[1])]


class DayField(forms.DateField):
    """A day, as browsers show it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), error_messages=DAY, **kwargs
        )


class ConsentForm(HouseForm):
    """What a victim agreed to."""

    track = forms.ChoiceField(label=_("Wie gaf toestemming?"), error_messages={"required": PICK})
    age = forms.ChoiceField(
        label=_("Leeftijd"), choices=Age.choices, widget=forms.RadioSelect, error_messages={"required": PICK}
    )
    agreed_by = text_field(
        _("Wie besliste voor of met het kind?"),
        _("Onder 16 jaar. Of waarom dat van 12 tot 16 jaar tegen het belang van het kind is."), longest=500,
    )  # fmt: skip
    parents = forms.BooleanField(label=_("De ouders zijn misschien betrokken"), required=False)
    consulted = forms.BooleanField(label=_("Veilig Thuis is eerst om raad gevraagd"), required=False)
    to = forms.ChoiceField(label=_("Aan wie mag iets worden gegeven?"), error_messages={"required": PICK})
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"), choices=lambda: [("", "…"), *PURPOSES.items()], error_messages={"required": PICK}
    )
    blocks = forms.MultipleChoiceField(
        label=_("Over welke onderwerpen?"), choices=list(BLOCKS.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies over welke onderwerpen de toestemming gaat.")},
    )  # fmt: skip
    reads_along = forms.BooleanField(label=_("Deze partner mag meelezen in het spoor"), required=False)
    written = forms.TypedChoiceField(
        label=_("Hoe is de toestemming gegeven?"), choices=[("no", _("Mondeling")), ("yes", _("Schriftelijk"))],
        coerce=lambda said: said == "yes", widget=forms.RadioSelect, error_messages={"required": PICK},
    )  # fmt: skip
    given_on = DayField(label=_("Gegeven op"))
    heard_by = forms.ChoiceField(label=_("Wie hoorde het?"), error_messages={"required": _("Kies iemand.")})
    until = DayField(label=_("Geldt tot en met"))
    said = text_field(
        _("Wat is er precies gezegd?"), _("In eigen woorden van de persoon."), longest=2_000, area=True, rows=3
    )

    def __init__(
        self, *args: Any, tracks: Iterable[Track], people: Iterable[User], to: list[Any], **kwargs: Any
    ) -> None:
        today = timezone.localdate()
        first = {"given_on": today, "until": today + timedelta(days=180)}
        kwargs["initial"] = first | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.tracks = {str(each.pk): each for each in tracks}
        self.people = {str(each.pk): each for each in people}
        cast("forms.ChoiceField", self.fields["track"]).choices = [
            *([("", "…")] if len(self.tracks) > 1 else []),
            *((pk, each.name) for pk, each in self.tracks.items()),
        ]
        cast("forms.ChoiceField", self.fields["heard_by"]).choices = [
            (pk, person_words(each)) for pk, each in self.people.items()
        ]
        cast("forms.ChoiceField", self.fields["to"]).choices = to

    @property
    def victim(self) -> Track:
        """Whose consent it is."""
        return self.tracks[self.cleaned_data["track"]]

    def heard(self, recipient: str, organisation: Organisation | None) -> Said:
        """What was filled in, after `is_valid`."""
        data = self.cleaned_data
        plain = (
            "purpose",
            "written",
            "reads_along",
            "given_on",
            "until",
            "age",
            "agreed_by",
            "parents",
            "consulted",
            "said",
        )
        return Said(
            recipient=recipient, organisation=organisation, heard_by=self.people[data["heard_by"]],
            blocks=tuple(data["blocks"]), **{name: data[name] for name in plain},
        )  # fmt: skip


class WithdrawForm(HouseForm):
    """The victim no longer agrees."""

    words = text_field(_("Wat zei de persoon?"), _("Een reden is niet nodig."), longest=2_000, area=True, rows=3)


class RouteForm(HouseForm):
    """Step 1: to whom, why, and on which ground."""

    to = forms.ChoiceField(label=_("Aan wie?"), error_messages={"required": _("Kies een ontvanger.")})
    organisation = words(
        _("Welke organisatie of welk team?"), _("Alleen nodig bij een soort ontvanger."), area=False
    )
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"), choices=lambda: [("", _("Kies een doel")), *PURPOSES.items()],
        error_messages={"required": _("Kies een doel.")},
    )  # fmt: skip
    ground = forms.ChoiceField(
        label=_("Op welke grondslag?"), widget=forms.RadioSelect,
        error_messages={"required": _("Kies een grondslag. Zonder grondslag mag je niets delen.")},
    )  # fmt: skip

    def __init__(self, *args: Any, to: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nl"
        grounds = load().grounds.items()
        cast("forms.ChoiceField", self.fields["ground"]).choices = [
            (slug, f"{item.title.say(language)}. {item.summary.say(language)}") for slug, item in grounds
        ]
        cast("forms.ChoiceField", self.fields["to"]).choices = to

    def clean(self) -> dict[str, Any]:
        """A kind of receiver has a name."""
        data = super().clean() or {}
        if str(data.get("to", "")).startswith(KIND) and not data.get("organisation"):
            self.add_error("organisation", _("Vul in welke organisatie of welk team het krijgt."))
        return data


class WhatForm(HouseForm):
    """Step 2: what goes, what is hidden, and what the ground asks. Consent is not typed here: it is looked up."""

    parts = Ticks(
        label=_("Wat gaat mee?"), help_text=_("Alleen wat nodig is. Wat bij een spoor hoort, gaat alleen met dat spoor mee."),
        error_messages={"required": _("Kies wat er meegaat.")},
    )  # fmt: skip
    blocks = forms.MultipleChoiceField(
        label=_("Over welke onderwerpen gaat het?"), choices=list(BLOCKS.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies de onderwerpen, zodat Baken ze naast de toestemming legt.")},
    )  # fmt: skip
    needed = Ticks(
        label=_("Wat moet de ontvanger echt weten?"), help_text=_("Alles wat je niet aankruist, wordt afgeschermd."), required=False,
    )  # fmt: skip
    why_shown = words(_("Waarom is dat nodig?"), _("Alleen als je iets aankruist."))
    hide = words(_("Welke andere woorden scherm je af?"), _("Op elke regel één woord of stukje tekst."))

    def __init__(
        self, *args: Any, ground: LegalGround, parts: dict[str, str], found: tuple[Found, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["parts"]).choices = list(parts.items())
        named = [(each.key, f"{KINDS[each.what]}: {each.value}") for each in found if each.what != "bsn"]
        cast("forms.ChoiceField", self.fields["needed"]).choices = named
        if not named:
            del self.fields["needed"], self.fields["why_shown"]
        if not ON_CONSENT & set(ground.needs):
            del self.fields["blocks"]
        for need in ground.needs:
            if need not in ON_CONSENT:
                self.fields[need] = deepcopy(NEED_FIELDS[need])
        dress(self)

    def clean(self) -> dict[str, Any]:
        """Whoever shows something says why."""
        data = super().clean() or {}
        if data.get("needed") and not data.get("why_shown"):
            self.add_error("why_shown", _("Vul in waarom de ontvanger dit moet weten."))
        return data
