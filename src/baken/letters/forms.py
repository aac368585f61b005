"""What is asked for a letter: to whom, in which language, and its texts."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Organisation, User
from baken.catalogue.letters import LetterTemplate
from baken.consent import access
from baken.consent.forms import KIND, WhatForm, receivers
from baken.coordination.models import Track
from baken.letters.compose import Said
from baken.letters.words import INSIDE, LANGUAGES
from baken.sharing.forms import words
from baken.ui.forms import CLASSES, HouseForm, dress, text_field

LONGEST = 5_000
BLOCK = "tekst_"
EMPTY = _("Schrijf iets in de brief.")


def names_of(template: LetterTemplate) -> tuple[str, ...]:
    """The fields of the texts."""
    return tuple(f"{BLOCK}{block.id}" for block in template.blocks)


def partners_for(user: User) -> list[Any]:
    """Everybody to whom a letter with data from the case can go."""
    return receivers(access.organisations_for(user), ())


def everybody_for(user: User) -> list[Any]:
    """Everybody to whom a letter without personal data can go."""
    first, *groups = partners_for(user)
    own = [(f"{KIND}{key}", name) for key, name in INSIDE.items()]
    return [first, (_("Dichtbij"), own), *groups]


def known_partners(user: User) -> dict[str, Organisation]:
    """The partners of the directory, by id."""
    return {str(each.pk): each for each in access.organisations_for(user)}


class ToForm(HouseForm):
    """Step 1 of a letter without personal data."""

    to = forms.ChoiceField(label=_("Aan wie?"), error_messages={"required": _("Kies een ontvanger.")})
    organisation = words(
        _("Welke organisatie, welk team of welke functie?"), _("Geen naam van een persoon. Die vul je later in het document in."), area=False,
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("In welke taal?"), choices=LANGUAGES, widget=forms.RadioSelect, initial="nl",
        error_messages={"required": _("Kies een taal.")},
    )  # fmt: skip
    tracks = forms.MultipleChoiceField(
        label=_("Over welke sporen gaat het?"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("In de brief staat alleen wat voor spoor het is, zonder naam."),
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, tracks: Iterable[Track], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["to"]).choices = everybody_for(user)
        named = [(str(each.pk), f"{each.get_kind_display()}: {each.name}") for each in tracks]
        cast("forms.ChoiceField", self.fields["tracks"]).choices = named
        if not named:
            del self.fields["tracks"]


def _texts(form: forms.Form, template: LetterTemplate, said: Said) -> None:
    """Give a form a field for each text of the letter."""
    for block in template.blocks:
        form.fields[f"{BLOCK}{block.id}"] = text_field(
            block.title.say(get_language() or "nl"),
            longest=LONGEST,
            area=True,
            rows=max(4, said[block.id].count("\n") + 3),
        )
        form.fields[f"{BLOCK}{block.id}"].widget.attrs["class"] = CLASSES[forms.Textarea] + " letter-text"
        form.initial.setdefault(f"{BLOCK}{block.id}", said[block.id])


def said_of(template: LetterTemplate, data: dict[str, Any]) -> Said:
    """What was typed, with plain line ends."""
    found = {block.id: data.get(f"{BLOCK}{block.id}", "") for block in template.blocks}
    return {key: "\n".join(text.splitlines()).strip() for key, text in found.items()}


class WriteForm(HouseForm):
    """Step 2 of a letter without personal data: its texts."""

    hide = words(_("Welke andere woorden scherm je af?"), _("Op elke regel één woord of stukje tekst."))

    def __init__(self, *args: Any, template: LetterTemplate, said: Said, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.template = template
        _texts(self, template, said)
        self.order_fields([*names_of(template), "hide"])
        dress(self)

    def clean(self) -> dict[str, Any]:
        """A letter says something."""
        data = super().clean() or {}
        if not self.errors and not any(self.said.values()):
            raise forms.ValidationError(EMPTY)
        return data

    @property
    def said(self) -> Said:
        """The texts, by the id of their block."""
        return said_of(self.template, self.cleaned_data)


class LetterWhatForm(WhatForm):
    """Step 2 of a letter with data from the case: which data go along, and the texts around them."""

    def __init__(self, *args: Any, template: LetterTemplate, said: Said, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _texts(self, template, said)
        after = {f"{BLOCK}{block.id}" for block in template.blocks if block.after}
        names = names_of(template)
        self.order_fields(
            [*(name for name in names if name not in after), "parts", *sorted(after, key=names.index)]
        )
        dress(self)
