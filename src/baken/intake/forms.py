"""What the desk asks when a report comes in another way."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts import access as people
from baken.accounts.models import Municipality
from baken.files.accept import Accepted
from baken.files.forms import WithFiles
from baken.intake.ways import Way
from baken.signals.safe import SAFE, SafeFields
from baken.signals.told import Told
from baken.ui.forms import LONGEST_STORY, HouseForm, text_field

ABOUT = ("story", "place", "moment", "earlier", "name", "contact", *SAFE)


def posted(request: HttpRequest) -> Any:
    """What was posted, also when that is nothing at all; None when the page was only asked for."""
    return request.POST if request.method == "POST" else None


def sent_along(request: HttpRequest) -> Any:
    """The files that came along with what was posted; None when the page was only asked for."""
    return request.FILES if request.method == "POST" else None


class TellForm(WithFiles):
    """What every way asks; nothing but the story has to be filled in."""

    story = text_field(
        _("Wat is er gezien of gehoord?"), _("Alleen wat iemand zelf zag of hoorde."), required=True,
        longest=LONGEST_STORY, area=True,
    )  # fmt: skip
    place = text_field(_("Waar was het?"))
    moment = text_field(_("Wanneer was het?"))
    form = forms.RegexField(r"^[A-Za-z0-9_-]{22,64}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = (*SAFE, "attachments")  # what is safe comes late, files come last
        self.order_fields([*(name for name in self.fields if name not in last), *SAFE])

    @property
    def came_along(self) -> tuple[Accepted, ...]:
        """What came along, of a valid form: checked and made clean."""
        return tuple(self.cleaned_data["attachments"])

    def told(self, language: str, **known: str) -> Told:
        """The answers, as the report keeps them; `known` is what need not be asked."""
        data = self.cleaned_data
        return Told(
            language=language, form=data["form"], **{name: data.get(name, "").strip() for name in ABOUT} | known
        )


class WithMunicipality(TellForm):
    """Staff can choose another municipality of the installation; their own is chosen already."""

    municipality = forms.ChoiceField(
        label=_("In welke gemeente was het?"),
        error_messages={
            "required": _("Kies een gemeente."),
            "invalid_choice": _("Kies een gemeente uit de lijst."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, Municipality] = {each.slug: each for each in people.municipalities()}
        field = cast("forms.ChoiceField", self.fields["municipality"])
        field.choices = [(slug, place.name) for slug, place in self.places.items()]

    @property
    def chosen(self) -> Municipality:
        """The municipality that was chosen, of a valid form."""
        return self.places[self.cleaned_data["municipality"]]


class ForSomebodyForm(SafeFields, WithMunicipality):
    """A caller or visitor tells; somebody of the municipality types."""

    way = forms.ChoiceField(
        label=_("Hoe komt de melding binnen?"),
        choices=[(Way.PHONE, _("Aan de telefoon")), (Way.DESK, _("Aan de balie"))],
        initial=Way.PHONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies telefoon of balie.")},
    )
    earlier = text_field(
        _("Meldde de beller eerder, en is de code kwijt?"),
        _("Wat weet de beller nog: het nummer, de dag, of waar het over ging. Laat het anders leeg."),
    )
    name = text_field(_("Naam van de beller"), _("Alleen als die dat zelf wil. Leeg is anoniem."))
    contact = text_field(_("Telefoonnummer of e-mailadres van de beller"))
    safe_channel = text_field(
        _("Welke manier is veilig voor de beller?"), _("Bijvoorbeeld: bellen, appen of mailen.")
    )
    safe_hours = text_field(
        _("Wanneer is het veilig voor de beller?"), _("Bijvoorbeeld: op werkdagen tussen 9 en 12 uur.")
    )
    safe_words = text_field(_("Wat moeten wij niet zeggen?"), _("Bijvoorbeeld: niet dat de gemeente belt."))
    safe_person = text_field(_("Wie mag opnemen?"), _("Bijvoorbeeld: alleen de beller zelf."))


class _AtWork(SafeFields, TellForm):
    service = text_field(
        _("Bij welke dienst of organisatie werk je?"), _("Bijvoorbeeld: schuldhulp."), required=True, longest=120
    )
    function = text_field(_("Wat is je functie?"), required=True, longest=120)

    def about(self) -> dict[str, str]:
        """Where somebody works and as what."""
        return {name: self.cleaned_data[name] for name in ("service", "function")}


class FromWorkForm(_AtWork, WithMunicipality):
    """Somebody with an account reports what they came across at work, as themselves."""


class LinkForm(_AtWork):
    """A professional without an account."""

    name = text_field(_("Hoe heet je?"), required=True, longest=120)
    contact = text_field(_("Hoe kunnen wij je bereiken?"), _("Een telefoonnummer of e-mailadres."), required=True)


class ApplicationForm(HouseForm):
    """A new token for another system."""

    name = text_field(_("Welk systeem?"), _("Bijvoorbeeld: zaaksysteem."), required=True, longest=80)
    expires_on = forms.DateField(
        label=_("Werkt tot en met"),
        help_text=_("Hooguit een jaar vooruit. Schrijf bijvoorbeeld 2027-03-01."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Kies een laatste dag."), "invalid": _("Dit is geen datum.")},
    )

    def clean_expires_on(self) -> date:
        """Between today and a year from now."""
        day: date = self.cleaned_data["expires_on"]
        if not timedelta() <= day - timezone.localdate() <= timedelta(days=366):
            raise forms.ValidationError(_("Kies een dag tussen vandaag en een jaar vooruit."))
        return day


class MakeLinkForm(HouseForm):
    """A new one-time link."""

    meant_for = text_field(
        _("Voor welke dienst of organisatie?"),
        _("Alleen om de link hier te herkennen. Zet geen naam van een cliënt neer."),
        required=True, longest=120,
    )  # fmt: skip
