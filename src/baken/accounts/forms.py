"""Forms about people."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation, User
from baken.accounts.roles import Role
from baken.ui.forms import HouseForm


class PasswordForm(HouseForm):
    """A password for a new account."""

    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Ten minste 12 tekens. Een zin van een paar woorden is goed te onthouden."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Kies een wachtwoord.")},
    )

    def __init__(self, *args: Any, email: str, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = User(email=email, name=name)

    def clean_password(self) -> str:
        """Long enough, not common, not like the name. Raises ValidationError."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password


class RolesForm(HouseForm):
    """One or more roles."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste één rol.")},
    )


class InviteForm(RolesForm):
    """Somebody new."""

    field_order = ("name", "email", "roles")
    name = forms.CharField(label=_("Naam"), max_length=120, error_messages={"required": _("Vul een naam in.")})
    email = forms.EmailField(
        label=_("E-mailadres"),
        error_messages={
            "required": _("Vul een e-mailadres in."),
            "invalid": _("Dit is geen e-mailadres. Het ziet eruit als naam@gemeente.nl."),
        },
    )


class FirstRunForm(HouseForm):
    """The first municipality and its first administrator; the set-up code shows that one may."""

    code = forms.CharField(
        label=_("Opstartcode"),
        help_text=_("Die staat op het scherm waar Baken is gestart."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Vul de opstartcode in.")},
    )
    region = forms.CharField(
        label=_("Regio"), max_length=80, error_messages={"required": _("Vul de naam van de regio in.")}
    )
    municipality = forms.CharField(
        label=_("Gemeente"), max_length=80, error_messages={"required": _("Vul de naam van de gemeente in.")}
    )
    name = forms.CharField(label=_("Jouw naam"), max_length=120, error_messages={"required": _("Vul je naam in.")})
    email = forms.EmailField(
        label=_("Jouw e-mailadres"),
        help_text=_("Hiermee meld je je straks aan als beheerder."),
        error_messages={
            "required": _("Vul een e-mailadres in."),
            "invalid": _("Dit is geen e-mailadres. Het ziet eruit als naam@gemeente.nl."),
        },
    )

    def clean_municipality(self) -> str:
        """A name with letters: the address of a municipality is made of it. Raises ValidationError."""
        name = str(self.cleaned_data["municipality"])
        if not slugify(name):
            raise forms.ValidationError(_("Vul de naam van de gemeente in."))
        return name


class AbsenceForm(HouseForm):
    """Who stands in, and when."""

    deputy = forms.ModelChoiceField(
        User.objects.none(), label=_("Wie valt in?"), required=False, empty_label=_("Niemand")
    )
    away_from = forms.DateField(
        label=_("Weg vanaf"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    away_until = forms.DateField(
        label=_("Tot en met"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["deputy"]
        field.queryset = colleagues
        field.label_from_instance = lambda person: person.name


class MoveForm(HouseForm):
    """Another municipality of the region."""

    municipality = forms.ModelChoiceField(
        Municipality.objects.none(),
        label=_("Naar welke gemeente?"),
        error_messages={"required": _("Kies een gemeente.")},
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["municipality"]
        field.queryset = places


class OrganisationForm(HouseForm):
    """The partner organisation that somebody works for."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Voor welke partner?"), required=False,
        empty_label=_("Geen: werkt voor de gemeente"),
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset = organisations


class LanguageForm(HouseForm):
    """The language of one's own desk."""

    language = forms.ChoiceField(
        label=_("Taal"), choices=[("nl", "Nederlands"), ("en", "English")], widget=forms.RadioSelect
    )


class KeysForm(HouseForm):
    """Whether single keys do something on one's own desk."""

    on = forms.BooleanField(
        label=_("Sneltoetsen in de lijst met meldingen"),
        help_text=_("j en k: volgende en vorige, o: openen, x: aankruisen, ?: hulp"),
        required=False,
    )
