"""What the invented Havenstad sent on: one report to its care coordinator, one without personal data to Duindorp."""

import uuid
from collections.abc import Mapping
from typing import Any

from baken.accounts.models import Municipality, User
from baken.handover import services
from baken.handover.compose import Choices
from baken.home.demo_people import DUINDORP, HAVENSTAD
from baken.signals.models import Report

DEBTS, GARAGE = 4, 3  # which of the invented reports
GIVEN: tuple[tuple[int, str, str, dict[str, Any]], ...] = (
    (DEBTS, HAVENSTAD, "receive_for_care", {
        "recipient": "care-coordinator", "purpose": "help", "ground": "wmo-execution",
        "given": {"necessity": "Hij heeft snel hulp nodig. (verzonnen)", "subsidiarity": "Zonder het verhaal kan zij niets doen."},
    }),
    (GARAGE, DUINDORP, "receive_reports", {
        "recipient": "municipality", "purpose": "help", "ground": "no-personal-data",
        "given": {"unrecognisable": "ja", "necessity": "De straat ligt op de grens met Duindorp. (verzonnen)"},
    }),
)  # fmt: skip


def write(places: Mapping[str, Municipality], reports: list[Report]) -> None:
    """Send them on, as the first focal officer of Havenstad."""
    by = User.objects.filter(municipality=places[HAVENSTAD], grants__role="focal_officer").order_by("email")[0]
    for number, place, capability, chosen in GIVEN:
        choices = Choices(id=uuid.uuid4(), organisation=place, parts=("story",), **chosen)
        receiver = services.receiver_here(places[place], capability)
        services.send_on(reports[number], services.draft_of(reports[number], choices, receiver, by=by), by=by)
