"""Comparing is on in the demo, on a plainly invented ground, and a few reports share something. Nothing here exists."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts import services as people
from baken.accounts.models import Ground, Municipality, User
from baken.accounts.roles import Role
from baken.home.demo_people import DUINDORP, HAVENSTAD
from baken.sharing import services as sharing
from baken.signals import moves, services
from baken.signals.models import Report
from baken.signals.told import Told

GROUND = {
    "legal_ground": "VERZONNEN VOOR DE DEMO: artikel 0 van de Verzonnen wet. In het echt schrijft je jurist hier welke wet dit toestaat.",
    "dpia": "DPIA 0000 (verzonnen)",
}  # fmt: skip
DECISION = "VERZONNEN VOOR DE DEMO: besluit 0. In het echt bevestigt de privacyfunctionaris dit."
BUS, ACCOUNT = "12-BCD-3", "insta: klusbaas.voorbeeld"

# (municipality, how many days ago, what was told)
REPORTS: tuple[tuple[str, int, dict[str, Any]], ...] = (
    (HAVENSTAD, 9, {
        "story": f"Elke ochtend om zes uur haalt een witte bus met kenteken {BUS} acht mannen op. 's Avonds laat komen ze "
        "terug. Ze kijken niemand aan en de chauffeur telt ze.",
        "place": "Pension aan de Kade (verzonnen)", "moment": "Elke ochtend", "setting": "resident-neighbour",
    }),
    (HAVENSTAD, 4, {
        "story": "Meneer komt voor zijn schulden. Zijn baas houdt het grootste deel van zijn loon in voor een bed en vervoer. "
        f"Hij wordt gebracht met een witte bus, kenteken {BUS.replace('-', '')}. Werk krijgt hij via {ACCOUNT}.",
        "place": "Spreekuur schuldhulp", "moment": "Maandag", "setting": "debt-counselling",
    }),
    (HAVENSTAD, 1, {
        "story": f"Een leerling van 16 laat berichten zien van {ACCOUNT}. Hij moet pakjes wegbrengen en durft niet te stoppen, "
        "want dan komen ze bij zijn zusje.",
        "place": "School in Havenstad", "moment": "Deze week", "setting": "education-compulsory-attendance",
    }),
    (DUINDORP, 2, {
        "story": f"Op de camping staat al twee nachten een witte bus, {BUS}. Er slapen zes mannen in een tent en ze vragen om "
        "water. Eén zegt dat hij zijn paspoort terug wil.",
        "place": "Camping (verzonnen)", "moment": "Sinds zaterdag", "setting": "enforcement-boa",
    }),
)  # fmt: skip


def record(places: Mapping[str, Municipality]) -> None:
    """Record the invented grounds of two municipalities; the third has none and shows what is off."""
    manager = User.objects.filter(municipality=places[HAVENSTAD], grants__role=Role.ADMINISTRATOR).first()
    decided_on = timezone.localdate() - timedelta(days=30)
    for name, by in ((HAVENSTAD, manager), (DUINDORP, None)):
        for what in (Ground.What.MATCHING, Ground.What.REGIONAL):
            people.record_ground(places[name], what, **GROUND, decided_on=decided_on, by=by)
        officer = User.objects.filter(municipality=places[name], grants__role=Role.FOCAL_OFFICER).order_by(
            "email"
        )[0]
        sharing.decide_ground("public-task", "municipality", holds=True, reference=DECISION, by=officer)


def tell(places: Mapping[str, Municipality]) -> list[Report]:
    """Reports that share a plate or an account, in the order above."""
    told_all = []
    for number, (name, ago, told) in enumerate(REPORTS):
        report = services.receive_report(places[name], Told(form=f"demo-verband-{number:020d}", **told)).report
        report.received_on = timezone.localdate() - timedelta(days=ago)
        moves.begin_term(report, report.received_on)
        report.save(update_fields=["received_on", "term_from", "due_on"])
        told_all.append(report)
    return told_all
