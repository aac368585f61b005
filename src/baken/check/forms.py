"""What the signal check asks. Nothing of it is stored."""

from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.assessment.observation import Note
from baken.catalogue import load
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

MINOR = {"yes": True, "no": False, "": None}


def settings_to_choose() -> list[tuple[str, str]]:
    """Every work setting in the language of the page."""
    language = get_language() or "nl"
    return [(slug, item.title.say(language)) for slug, item in load().settings.items()]


class Indicators(forms.MultipleChoiceField):
    """Slugs of indicators."""

    def valid_value(self, value: str) -> bool:
        """Only what the catalogue has."""
        return value in load().indicators


class CheckForm(HouseForm):
    """A check: words, ticks or both. `not_so` are findings that the person takes back."""

    text = text_field(
        _("Wat heb je gezien of gehoord?"),
        _("Schrijf het zoals je het zou vertellen, zonder namen. Wij bewaren dit niet."),
        longest=LONGEST_STORY, area=True,
    )  # fmt: skip
    setting = forms.ChoiceField(label=_("Waar werk je?"), required=False)
    minor = forms.ChoiceField(
        label=_("Gaat het om iemand jonger dan 18?"),
        choices=[("", _("Weet ik niet")), ("yes", _("Ja, of misschien")), ("no", _("Nee"))],
        required=False,
        widget=forms.RadioSelect,
    )
    saw = Indicators(required=False)
    doubt = Indicators(required=False)
    not_so = Indicators(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setting = cast("forms.ChoiceField", self.fields["setting"])
        setting.choices = [("", _("Maakt niet uit")), *settings_to_choose()]

    def clean(self) -> dict[str, Any]:
        """There must be something to go on."""
        data = super().clean() or {}
        if not self.errors and not (data.get("text") or data.get("saw") or data.get("doubt")):
            raise forms.ValidationError(_("Schrijf iets op, of kruis aan wat je zag."))
        return data

    def note(self) -> Note:
        """What to assess."""
        data = self.cleaned_data
        return Note(data["text"], tuple(data["saw"]), data["setting"] or None, MINOR[data["minor"]])
