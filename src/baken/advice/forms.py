"""What we ask of who wants advice: the situation, and nothing by which somebody can be found."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts import access as people
from baken.accounts.models import Municipality
from baken.advice.pointing import Piece, called, pieces, pointed
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field


class QuestionForm(HouseForm):
    """The question, what one's work is, and of what was pointed out: what is no personal data."""

    question = text_field(
        _("Jouw vraag"),
        _("Beschrijf de situatie zonder namen, telefoonnummers, adressen, kentekens of geboortedatums."),
        missing=_("Schrijf waarover je advies wilt."), longest=LONGEST_STORY, area=True,
    )  # fmt: skip
    work = text_field(
        _("Wat voor werk doe je?"), _("Mag leeg blijven. Bijvoorbeeld: baliemedewerker of leraar. Geen naam."), longest=120
    )  # fmt: skip
    fine = forms.MultipleChoiceField(
        label=_("Wat geen persoonsgegeven is"),
        help_text=_("Bijvoorbeeld de naam van een bedrijf of een plaats. Twijfel je? Haal het dan uit de tekst."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    form = forms.RegexField(r"^[A-Za-z0-9_-]{22,64}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = get_language() or "nl"
        self.found = pointed([self._typed("question"), self._typed("work")])
        field = cast("forms.MultipleChoiceField", self.fields["fine"])
        field.choices = [(each.key, f"{each.value} ({called(each, self.language)})") for each in self.found]

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, ""))[:LONGEST_STORY] if self.is_bound else ""

    @property
    def said_fine(self) -> set[str]:
        """The keys of what the person says is no personal data; what is no longer in the text is left out."""
        chosen = cast("QueryDict", self.data).getlist("fine") if self.is_bound else ()
        return {each.key for each in self.found} & set(chosen)

    def clean_fine(self) -> list[str]:
        """What was ticked and still stands in the text."""
        return sorted(self.said_fine)

    def clean(self) -> dict[str, Any]:
        """Nothing may be left that looks personal and of which nobody says that it is not."""
        data = super().clean() or {}
        self.errors.pop("fine", None)  # ticked, and then taken out of the text: that is well
        if any(each.key not in self.said_fine for each in self.found):
            self.add_error(
                "question", _("Hier staat iets in dat op gegevens van een persoon lijkt. Er is nog niets bewaard.")
            )
        return data

    @property
    def marked(self) -> list[list[Piece]]:
        """What was typed, with what looks personal marked; empty when nothing does."""
        texts = [self._typed("question"), self._typed("work")]
        shown = [pieces(text, fine=self.said_fine, language=self.language) for text in texts if text]
        return [text for text in shown if any(piece.what for piece in text)]

    @property
    def story(self) -> str:
        """The question of a valid form as the report keeps it, with the work below it."""
        work = self.cleaned_data["work"].strip()
        return "\n\n".join([self.cleaned_data["question"], *([f"Mijn werk: {work}"] if work else [])])


class OpenQuestionForm(QuestionForm):
    """The same for everybody, who first choose their municipality."""

    field_order = ("municipality", "question", "work", "fine", "form")
    municipality = forms.ChoiceField(
        label=_("Van welke gemeente wil je advies?"),
        help_text=_("Alleen de gemeenten die Baken gebruiken."),
        error_messages={
            "required": _("Kies een gemeente."),
            "invalid_choice": _("Kies een gemeente uit de lijst."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, Municipality] = {each.slug: each for each in people.municipalities()}
        field = cast("forms.ChoiceField", self.fields["municipality"])
        field.choices = [("", _("Kies een gemeente")), *((slug, each.name) for slug, each in self.places.items())]

    @property
    def chosen(self) -> Municipality:
        """The municipality that was chosen, of a valid form."""
        return self.places[self.cleaned_data["municipality"]]
