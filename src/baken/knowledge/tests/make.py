"""Builders for tests: invented contact points and texts; 14 0000 is nobody's number."""

from typing import Any

from django.utils import timezone

from baken.accounts.models import User
from baken.knowledge import services
from baken.knowledge.models import LocalContact, LocalText
from baken.knowledge.services import review_day

CONTACT = {
    "name": "Meldpunt Havenstad",
    "purpose_nl": "Overleggen over wat je zag",
    "shown_to": "everybody",
    "phone": "14 0000",
    "hours_nl": "werkdagen 9.00 tot 17.00 uur",
}
TEXT = {"beside": "setting", "item": "police", "part": "route", "text_nl": "Bel de wachtcommandant van Havenstad."}


def make_contact(by: User, **values: Any) -> LocalContact:
    """A contact point of the municipality of `by`."""
    return services.add_local(LocalContact, values=_dated(CONTACT | values), by=by)


def make_text(by: User, **values: Any) -> LocalText:
    """A text of the municipality of `by`, beside the route of the police."""
    return services.add_local(LocalText, values=_dated(TEXT | values), by=by)


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {"review_on": review_day(timezone.localdate())} | values
