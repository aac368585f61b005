"""What we ask to send a report on, step by step; and what to hide in it."""

from copy import deepcopy
from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts import access as people
from baken.accounts.models import User
from baken.catalogue.grounds import LegalGround
from baken.sharing.choosing import ground_choices
from baken.sharing.forms import NEED_FIELDS, words
from baken.sharing.masking import Found
from baken.sharing.words import KINDS, PARTS, PURPOSES, RECIPIENTS
from baken.signals.models import ReportFile
from baken.ui.forms import HouseForm, dress

HERE = "hier"
OUTSIDE = "buiten"  # it was given already, in another way


def typed_words(text: str) -> tuple[str, ...]:
    """One choice a line, without the empty ones."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


class Ticks(forms.MultipleChoiceField):
    """Ticks that may have gone out of the list since the page was opened; those are left out."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Any) -> list[str]:
        """Only what is in the list now."""
        return [each for each in super().to_python(value) if self.valid_value(each)]


class RouteForm(HouseForm):
    """Step 1: to whom, why, and on which ground."""

    recipient = forms.ChoiceField(
        label=_("Aan wie?"),
        choices=[("", _("Kies een ontvanger")), *RECIPIENTS.items()],
        error_messages={"required": _("Kies een ontvanger.")},
    )
    place = forms.ChoiceField(
        label=_("Werkt de ontvanger met Baken?"),
        help_text=_(
            "Dan gaat het rechtstreeks. Anders maak je een versleuteld bestand. Belde je al, of gaf je het anders door? Leg dat dan hier vast."
        ),
        required=False,
    )
    organisation = words(
        _("Welke organisatie of welk team?"), _("Alleen nodig als het niet rechtstreeks gaat."), area=False
    )
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"),
        choices=[("", _("Kies een doel")), *PURPOSES.items()],
        error_messages={"required": _("Kies een doel.")},
    )
    ground = forms.ChoiceField(
        label=_("Op welke grondslag?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een grondslag. Zonder grondslag mag je niets delen."),
            "invalid_choice": _("Deze grondslag kan hier niet. Kies er een uit de lijst."),
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["ground"]).choices = ground_choices(user)
        others = [(each.slug, each.name) for each in people.other_municipalities(user)]
        here = (HERE, _("Ja, de zorgcoördinator van %(name)s") % {"name": user.municipality.name})
        named = [(slug, _("Ja, gemeente %(name)s") % {"name": name}) for slug, name in others]
        cast("forms.ChoiceField", self.fields["place"]).choices = [
            ("", _("Nee, maak een bestand")), here, *named, (OUTSIDE, _("Ik gaf het al door, buiten Baken om")),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A place in Baken fits the receiver; without one the organisation has a name."""
        data = super().clean() or {}
        outside = data.get("place") == OUTSIDE
        place, recipient = None if outside else data.get("place"), data.get("recipient")
        if place and recipient and recipient != ("care-coordinator" if place == HERE else "municipality"):
            self.add_error("place", _("Dit past niet bij de ontvanger die je koos."))
        if not place and not data.get("organisation"):
            self.add_error("organisation", _("Vul in welke organisatie of welk team het krijgt."))
        return data


class WhatForm(HouseForm):
    """Step 2: what goes, what is hidden, and what the ground asks."""

    parts = Ticks(
        label=_("Wat gaat mee?"),
        help_text=_("Alleen wat nodig is. De naam en het nummer van de melder gaan nooit mee."),
        error_messages={"required": _("Kies wat er meegaat.")},
    )
    needed = Ticks(
        label=_("Wat moet de ontvanger echt weten?"),
        help_text=_("Alles wat je niet aankruist, wordt afgeschermd."),
        required=False,
    )
    along = Ticks(
        label=_("Welke bijlagen gaan mee?"),
        help_text=_("Een bijlage gaat mee zoals zij is: niets erin wordt afgeschermd. Kijk haar eerst na."),
        required=False,
    )
    why_shown = words(_("Waarom is dat nodig?"), _("Alleen als je iets aankruist."))
    hide = words(_("Welke andere woorden scherm je af?"), _("Op elke regel één woord of stukje tekst."))

    def __init__(
        self, *args: Any, ground: LegalGround, parts: tuple[str, ...], found: tuple[Found, ...],
        files: tuple[ReportFile, ...] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["parts"]).choices = [(part, PARTS[part]) for part in parts]
        named = [(each.key, f"{KINDS[each.what]}: {each.value}") for each in found if each.what != "bsn"]
        cast("forms.ChoiceField", self.fields["needed"]).choices = named
        sent = [
            (str(each.pk), f"{each.kind.label} {each.number}, {each.size_said}: {each.name}") for each in files
        ]
        cast("forms.ChoiceField", self.fields["along"]).choices = sent
        self._leave_out(needed=named, along=sent, why_shown=named or sent)
        for need in ground.needs:
            self.fields[need] = deepcopy(NEED_FIELDS[need])
        dress(self)

    def _leave_out(self, **there: Any) -> None:
        """A question with nothing to choose is not asked."""
        for name, choices in there.items():
            if not choices:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Whoever shows something says why."""
        data = super().clean() or {}
        if (data.get("needed") or data.get("along")) and not data.get("why_shown"):
            self.add_error("why_shown", _("Vul in waarom de ontvanger dit moet weten."))
        return data


class OutsideForm(HouseForm):
    """Step 2 when it was given already, outside Baken: when, what, and what the ground asks."""

    given_on = forms.DateField(
        label=_("Op welke dag gaf je het door?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "utrecht-textbox"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Kies een dag."),
            "invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 2026-03-01."),
        },
    )
    told = words(
        _("Wat gaf je door?"),
        _("In eigen woorden, en niet meer dan nodig is."),
        wrong=_("Schrijf op wat je doorgaf."),
    )

    def __init__(self, *args: Any, ground: LegalGround, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for need in ground.needs:
            self.fields[need] = deepcopy(NEED_FIELDS[need])
        dress(self)

    def clean_given_on(self) -> date:
        """Not a day that still has to come."""
        day: date = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day


class MaskForm(HouseForm):
    """What to hide in a report: what was found, and words of one's own."""

    found = Ticks(label=_("Gevonden persoonsgegevens"), required=False)
    hide = words(
        _("Andere woorden om af te schermen"), _("Op elke regel één woord of stukje tekst, zoals het er staat.")
    )

    def __init__(self, *args: Any, found: tuple[Found, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(each.key, f"{KINDS[each.what]}: {each.value}") for each in found]
        cast("forms.ChoiceField", self.fields["found"]).choices = named
        if not named:
            del self.fields["found"]

    def clean(self) -> dict[str, Any]:
        """There must be something to hide."""
        data = super().clean() or {}
        if not self.errors and not (data.get("found") or typed_words(data.get("hide", ""))):
            raise forms.ValidationError(_("Kruis iets aan, of typ de woorden die je wilt afschermen."))
        return data


class EraseForm(HouseForm):
    """Why something must be erased for good."""

    reason = words(_("Waarom moet dit weg?"), wrong=_("Schrijf op waarom dit weg moet."), area=False)
