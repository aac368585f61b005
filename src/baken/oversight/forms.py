"""What the pages of oversight ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.oversight.access import Wanted
from baken.oversight.models import DataRequest, ReportMark, Stay
from baken.oversight.words import verbs
from baken.privacy.terms import LONGEST_MONTHS
from baken.ui.forms import HouseForm, text_field

NUMBER = r"^\s*[MmVv]?-?([0-9A-Fa-f]{6})\s*$"
NOT_A_NUMBER = _("Een meldnummer ziet eruit als M-1A2B3C.")


def day_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    """A day, as browsers ask it."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(
            attrs={"type": "date", "class": "utrecht-textbox utrecht-textbox--html-input"}, format="%Y-%m-%d"
        ),
        error_messages={
            "required": _("Kies een dag."),
            "invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 2026-03-01."),
        },
    )


class NumberField(forms.RegexField):
    """The number of a report, as people write it; cleaned it is the six signs."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"invalid": NOT_A_NUMBER, "required": _("Vul het nummer van de melding in.")}
        super().__init__(NUMBER, label=_("Meldnummer"), error_messages=messages, **kwargs)

    def clean(self, value: Any) -> str:
        """Six signs in capitals, or empty."""
        return str(super().clean(value)).strip().upper().removeprefix("M").removeprefix("V").removeprefix("-")


class TraceForm(HouseForm):
    """Which lines of the trace. Everything goes in the address, so ids and days only."""

    persoon = forms.ChoiceField(label=_("Wie"), required=False)
    wat = forms.ChoiceField(label=_("Wat"), required=False, choices=lambda: [("", _("Alles")), *verbs()])
    melding = NumberField(required=False)
    van = day_field(_("Vanaf"))
    tot = day_field(_("Tot en met"))
    voor = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(person.pk), person.name) for person in people]
        self.fields["persoon"].choices = [("", _("Iedereen")), *names]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The lines that are asked for; what is wrong is left out."""
        self.is_valid()
        data = self.cleaned_data
        return Wanted(
            person=data.get("persoon", ""),
            report=data.get("melding", ""),
            verb=data.get("wat", ""),
            since=data.get("van"),
            until=data.get("tot"),
            before=data.get("voor"),
        )


class SeenForm(HouseForm):
    """Which report, and which day."""

    melding = NumberField()
    dag = day_field(_("Op welke dag"), required=True)


class TermForm(HouseForm):
    """A term that the municipality confirms."""

    months = forms.IntegerField(
        label=_("Hoeveel maanden"),
        min_value=1,
        max_value=LONGEST_MONTHS,
        error_messages={
            "required": _("Vul een aantal maanden in."),
            "invalid": _("Vul een heel getal in."),
            "min_value": _("Een termijn is ten minste één maand."),
            "max_value": _("Een termijn is hooguit %(limit_value)d maanden."),
        },
    )
    decision = text_field(
        _("In welk besluit staat dit?"),
        _("Bijvoorbeeld: selectielijst, vastgesteld door de archivaris op 3 maart. Zonder namen."),
        required=True,
        longest=200,
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class StayForm(HouseForm):
    """Keep a report longer."""

    kind = forms.ChoiceField(
        label=_("Waarom blijft de melding langer?"),
        choices=Stay.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom de melding langer blijft.")},
    )
    until = day_field(_("Tot en met welke dag?"), required=True)
    reason = text_field(_("Wat is de reden?"), _("Kort en feitelijk."), required=True, area=True, longest=2_000)


class MarkForm(HouseForm):
    """Record what somebody in a report asked, or that it was not substantiated."""

    kind = forms.ChoiceField(
        label=_("Wat leg je vast?"),
        choices=ReportMark.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je vastlegt.")},
    )
    text = text_field(
        _("In eigen woorden"), _("Schrijf op wat de betrokkene zegt, of waarom het niet onderbouwd is."),
        required=True, area=True, longest=5_000,
    )  # fmt: skip


class RequestForm(HouseForm):
    """What somebody asks about their own data."""

    kind = forms.ChoiceField(
        label=_("Wat wordt er gevraagd?"),
        choices=DataRequest.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er gevraagd wordt.")},
    )
    received_on = day_field(_("Wanneer kwam het verzoek binnen?"), required=True)
    name = text_field(_("Wie vraagt het?"), _("De naam, zoals die in een melding kan staan."), required=True)
    contact = text_field(_("Hoe is deze persoon veilig te bereiken?"), required=True)
    asked = text_field(_("Wat vraagt deze persoon precies?"), area=True, longest=5_000)

    def clean_received_on(self) -> date:
        """Not a day that still has to come."""
        day: date = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day


class IdentityForm(HouseForm):
    """How it was made sure who asks."""

    how = text_field(
        _("Hoe weet je zeker wie dit vraagt?"),
        _("Geef nooit inzage aan iemand die alleen zégt namens een slachtoffer te spreken. Bewaar geen kopie van een identiteitsbewijs."),
        required=True, area=True, longest=1_000,
    )  # fmt: skip


class LinkForm(HouseForm):
    """A report that is about who asks."""

    number = NumberField(help_text=_("Een melding waarvan je weet dat zij over deze persoon gaat."))


class DecideForm(HouseForm):
    """What was decided about a request, and why."""

    decision = forms.ChoiceField(
        label=_("Wat is besloten?"),
        choices=DataRequest.Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er besloten is.")},
    )
    answer = text_field(
        _("Waarom?"),
        _("Bij afwijzen: welke belangen zijn afgewogen (UAVG art. 41). Het besluit is een Awb-besluit; bezwaar is mogelijk."),
        required=True, area=True, longest=5_000,
    )  # fmt: skip
