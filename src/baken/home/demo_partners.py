"""The partners of the invented region. Everything is invented: 14 0000 is no number, .example no site, nobody exists."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from baken.accounts import services as accounts
from baken.accounts.models import Municipality, User
from baken.accounts.roles import Role
from baken.home.demo_people import HAVENSTAD
from baken.partners import services
from baken.partners.models import PartnerEntry

BRUG, ANKER = "Stichting De Brug (verzonnen)", "Opvang Het Anker (verzonnen)"
POLICE = "Politie Kust, team mensenhandel (verzonnen)"
PARTNERS = (
    {
        "name": BRUG, "kind": "fairwork", "recipient": "care-partner", "area": "heel de Kustregio", "phone": "14 0010",
        "email": "team@debrug.example", "hours": "werkdagen van 9.00 tot 17.00 uur",
        "criteria": "Voor iedereen die werkt en wordt uitgebuit, ook zonder papieren. Bellen mag zonder naam. (verzonnen)",
        "contact": "Loes Groen (verzonnen), hulpverlener, 14 0011",
    },
    {
        "name": ANKER, "kind": "opvang", "recipient": "shelter", "area": "Havenstad en Duindorp", "phone": "14 0012",
        "email": "plaatsing@hetanker.example", "hours": "dag en nacht",
        "criteria": "Volwassenen met of zonder kinderen. Zoek eerst een plek zonder naam. (verzonnen)",
        "contact": "Mo Jansen (verzonnen), coördinator plaatsing, 14 0013",
    },
    {
        "name": POLICE, "kind": "politie-avim", "recipient": "police",
        "area": "heel de Kustregio", "phone": "14 0014", "email": "", "hours": "werkdagen; bij gevaar 112",
        "criteria": "Bij elk concreet signaal. (verzonnen)", "contact": "",
    },
    {
        "name": "Zorg- en Veiligheidshuis Kust (verzonnen)", "kind": "zvh", "recipient": "case-meeting",
        "area": "heel de Kustregio", "phone": "14 0015", "email": "loket@zvhkust.example",
        "hours": "maandag tot en met donderdag", "criteria": "Problemen op meer gebieden, en één keten komt er niet uit. (verzonnen)",
        "contact": "",
    },
)  # fmt: skip


def write(places: Mapping[str, Municipality]) -> None:
    """Write them as the chain coordinator; say for which partner Loes, Mo and Tess work; one was not looked at for long."""
    here = User.objects.filter(municipality=places[HAVENSTAD])
    chris, farid = (here.get(grants__role=role) for role in (Role.CHAIN_COORDINATOR, Role.ADMINISTRATOR))
    made = {values["name"]: services.add(values, by=chris) for values in PARTNERS}
    for who, name in (("loes", BRUG), ("mo", ANKER), ("tess", POLICE)):
        member = here.get(email__startswith=f"{who}@")
        accounts.set_organisation(member, organisation=made[name].organisation, by=farid)
    old = timezone.localdate() - timedelta(days=240)
    PartnerEntry.objects.filter(kind="zvh").update(verified_on=old)
