"""What we ask in a report, step by step, and what is a valid answer."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.accounts import access as people
from baken.catalogue import load
from baken.files.forms import WithFiles
from baken.signals.safe import SafeFields
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

OTHER = "andere"


class WhatForm(HouseForm):
    """Step 1: what did you see."""

    story = text_field(
        _("Wat heb je gezien of gehoord?"),
        _("Schrijf het zoals je het zou vertellen. Alleen wat je zelf zag of hoorde; je hoeft niets zeker te weten."),
        required=True, longest=LONGEST_STORY, area=True,
    )  # fmt: skip
    earlier = text_field(
        _("Wat weet je nog van je eerdere melding?"),
        _("Bijvoorbeeld het nummer (M- en zes tekens), de dag, of waar het over ging. Dan zoeken wij haar erbij."),
    )

    def __init__(self, *args: Any, again: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not again:  # only who lost a code is asked
            del self.fields["earlier"]


class WhereForm(HouseForm):
    """Step 2: where and when."""

    municipality = forms.ChoiceField(
        label=_("In welke gemeente was het?"),
        help_text=_("Jouw melding gaat naar de aandachtsfunctionaris van deze gemeente."),
        required=False,
        error_messages={"invalid_choice": _("Kies een gemeente uit de lijst.")},
    )
    find = text_field(
        _("Of zoek met een postcode of naam"), _("De vier cijfers van de postcode zijn genoeg."), longest=80
    )
    place = text_field(
        _("Waar was het?"),
        _("Bijvoorbeeld een straat, een bedrijf of een website. Weet je het niet? Laat het leeg."),
    )
    moment = text_field(_("Wanneer was het?"), _("Bijvoorbeeld: gisteravond, of elke zaterdag."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(each.slug, each.name) for each in people.municipalities()]
        field = cast("forms.ChoiceField", self.fields["municipality"])
        field.choices = [("", _("Kies een gemeente")), *names, (OTHER, _("Een andere gemeente"))]

    def clean(self) -> dict[str, Any]:
        """One municipality: chosen, or found by what was typed. When that is nobody's here, it is another one."""
        data = super().clean() or {}
        if "municipality" not in self.errors and "find" not in self.errors:
            self._settle(data, data["municipality"], data["find"])
        return data

    def _settle(self, data: dict[str, Any], chosen: str, typed: str) -> None:
        found = {each.slug: each.name for each in people.municipalities_found(typed)} if typed else {}
        unclear = len(found) > 1 if not chosen else bool(found) and chosen not in found
        if not chosen and not typed:
            self.add_error("municipality", _("Kies een gemeente."))
        elif unclear:
            names = ", ".join(found.values())
            self.add_error("municipality", _("Wat je zocht hoort bij: %(names)s. Kies er één.") % {"names": names})
        elif not chosen:
            data["municipality"] = next(iter(found), OTHER)


class WhoForm(HouseForm):
    """Step 3: who are you; anonymous is chosen already."""

    who = forms.ChoiceField(
        label=_("Wil je zeggen wie je bent?"),
        help_text=_("Je kunt altijd terugkomen met een code, ook als je niet zegt wie je bent."),
        choices=[("anonymous", _("Nee, ik meld anoniem")), ("known", _("Ja, ik wil bereikbaar zijn"))],
        widget=forms.RadioSelect,
        initial="anonymous",
        error_messages={"required": _("Kies of je anoniem meldt.")},
    )


class ContactForm(SafeFields, HouseForm):
    """The extra step for who wants to be reached."""

    name = text_field(
        _("Hoe heet je?"), _("Waarom wij dit vragen: zodat de aandachtsfunctionaris weet met wie zij praat.")
    )
    contact = text_field(
        _("Hoe kunnen wij je bereiken?"),
        _("Een telefoonnummer of e-mailadres. Waarom: om iets te kunnen vragen."),
        required=True,
    )
    field_order = ("name", "contact")


STEPS: dict[str, type[HouseForm]] = {"what": WhatForm, "where": WhereForm, "who": WhoForm, "contact": ContactForm}


class CarriedForm(forms.Form):
    """What a report carries along from the check, unseen: the one-time secret of the form, ticks and work setting."""

    form = forms.RegexField(r"^[A-Za-z0-9_-]{22,64}$")
    setting = forms.CharField(required=False, max_length=60)
    ticks = forms.CharField(required=False, max_length=20_000)

    def clean_setting(self) -> str:
        """An unknown setting is left out."""
        setting = self.cleaned_data["setting"]
        return setting if setting in load().settings else ""

    def clean_ticks(self) -> tuple[str, ...]:
        """Ids that exist; others are left out."""
        return tuple(slug for slug in self.cleaned_data["ticks"].split() if slug in load().indicators)


class CodeForm(HouseForm):
    """Coming back: the code."""

    UNKNOWN = _("Deze code kennen wij niet. Kijk of alle 20 cijfers kloppen.")

    code = forms.CharField(
        label=_("Jouw code"),
        help_text=_("20 cijfers. Spaties en streepjes maken niet uit."),
        max_length=200,
        error_messages={"required": _("Vul je code in.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}),
    )


class MessageForm(WithFiles):
    """One message, to the other side: words, files or both."""

    field_order = ("text", "attachments", "form")
    text = text_field(_("Jouw bericht"), longest=LONGEST_STORY, area=True)
    form = forms.RegexField(r"^[A-Za-z0-9_-]{22,64}$", widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """There is something to send."""
        data = super().clean()
        if not self.errors and not data.get("text") and not data.get("attachments"):
            self.add_error("text", _("Schrijf een bericht of kies een bestand."))
        return data
