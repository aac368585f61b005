"""What the invented municipalities add to the national text. Everything is invented: 14 0000 is no number, .example no site."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.home.demo_people import DUINDORP, HAVENSTAD, VEENWIJK
from baken.knowledge import services
from baken.knowledge.models import LocalContact, LocalText

CONTACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    (HAVENSTAD, {
        "name": "Meldpunt Zorg en Veiligheid (verzonnen)", "order": 1, "phone": "14 0000",
        "purpose_nl": "Overleggen over wat je zag, ook zonder namen",
        "purpose_en": "Talk over what you saw, also without names",
        "for_whom_nl": "Inwoners en collega's", "for_whom_en": "Residents and colleagues",
        "hours_nl": "werkdagen van 9.00 tot 17.00 uur", "hours_en": "weekdays from 9:00 to 17:00",
        "email": "meldpunt@havenstad.example", "url": "https://havenstad.example/mensenhandel",
    }),
    (HAVENSTAD, {
        "name": "Crisisdienst Havenstad (verzonnen)", "order": 2, "phone": "14 0001", "after_hours": True,
        "shown_to": "colleagues",
        "purpose_nl": "Iemand moet vannacht ergens veilig kunnen slapen", "for_whom_nl": "Alleen collega's",
        "hours_nl": "dag en nacht",
    }),
    (DUINDORP, {
        "name": "Wijkteam Duindorp (verzonnen)", "phone": "14 0002", "purpose_nl": "Vragen over een buurtgenoot",
        "purpose_en": "Questions about a neighbour", "hours_nl": "werkdagen van 8.30 tot 12.30 uur",
        "hours_en": "weekdays from 8:30 to 12:30",
    }),
    (VEENWIJK, {
        "name": "Gemeente Veenwijk (verzonnen)", "phone": "14 0003", "purpose_nl": "Vragen en zorgen over iemand",
        "purpose_en": "Questions and worries about somebody", "hours_nl": "werkdagen van 9.00 tot 16.00 uur",
        "hours_en": "weekdays from 9:00 to 16:00",
    }),
)  # fmt: skip
TEXTS: tuple[tuple[str, dict[str, Any]], ...] = (
    (HAVENSTAD, {
        "beside": "setting", "item": "enforcement-boa", "part": "route",
        "text_nl": "Bel tijdens de controle het Meldpunt Zorg en Veiligheid. Er komt dan iemand naar je toe. (verzonnen)",
        "text_en": "Call the Meldpunt Zorg en Veiligheid during the inspection. Somebody will come to you. (invented)",
    }),
    (HAVENSTAD, {
        "beside": "setting", "item": "front-desk-civil-affairs", "part": "do", "relation": "differs",
        "text_nl": "Een tolk vraag je in Havenstad aan bij de afdeling Publiek; die is er binnen een kwartier. (verzonnen)",
        "reason_nl": "Wij hebben een vast contract met een tolkendienst.",
    }),
    (HAVENSTAD, {
        "beside": "type", "item": "labour-exploitation", "part": "whole",
        "text_nl": "In het havengebied controleren wij elke maand samen woonruimte bij bedrijven. (verzonnen)",
        "text_en": "In the port area we jointly inspect living quarters at companies every month. (invented)",
    }),
    (HAVENSTAD, {
        "beside": "advice", "item": "not-acute-focal", "part": "whole",
        "text_nl": "In Havenstad kan dat elke werkdag om 9.00 uur in het korte overleg. (verzonnen)",
        "text_en": "In Havenstad you can do so each weekday at 9:00 in the short meeting. (invented)",
    }),
    (DUINDORP, {
        "beside": "setting", "item": "social-team-wmo", "part": "route",
        "text_nl": "Het wijkteam bespreekt zorgen op donderdag met de aandachtsfunctionaris. (verzonnen)",
    }),
)  # fmt: skip


def write(places: Mapping[str, Municipality]) -> None:
    """Write all of it, as somebody of each municipality; one of Havenstad's is due to be looked at."""
    review_on = services.review_day(timezone.localdate())
    by = {name: User.objects.filter(municipality=place).order_by("email")[0] for name, place in places.items()}
    for name, values in CONTACTS:
        services.add_local(LocalContact, values=values | {"review_on": review_on}, by=by[name])
    for name, values in TEXTS:
        services.add_local(LocalText, values=values | {"review_on": review_on}, by=by[name])
    past = timezone.localdate() - timedelta(days=3)
    LocalContact.objects.filter(municipality=places[HAVENSTAD], order=2).update(review_on=past)
