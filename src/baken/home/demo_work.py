"""What the invented officers already did: one report is late, one waits for a second person, one led to help."""

from collections.abc import Sequence
from typing import Any

from baken.accounts.models import User
from baken.signals import services
from baken.signals.models import Report
from baken.signals.steps import Outcome
from baken.triage import relating
from baken.triage import services as triage
from baken.triage.models import Relation

SPOKEN = "De balie sprak haar apart, met een tolk. Zij heeft haar paspoort terug en weet wie zij kan bellen. (verzonnen)"
DEBTS = "Hij is niet gedwongen, maar heeft wel hulp nodig bij zijn schulden. Warm overgedragen. (verzonnen)"


def write(reports: Sequence[Report], *, amina: User, piet: User) -> None:
    """Do it, in the order of the reports of the demo."""
    warehouse, desk, pupil, garage, debts, _flat = reports
    triage.take_report(pupil, seen=triage.state_of(pupil), by=amina)
    triage.take_report(garage, seen=triage.state_of(garage), by=piet)
    relating.relate(
        garage, other=warehouse, kind=Relation.Kind.RELATED, reason="Misschien werkt hij in die loods.", by=piet
    )
    decided: Any = {"seen": 0, "by": piet, "agrees": True, "concern": ""}
    services.weigh_report(desk, outcome=Outcome.ADVICE, reason=SPOKEN, **decided)
    services.weigh_report(debts, outcome=Outcome.HELP_NEEDED, reason=DEBTS, referrals=["debt", "team"], **decided)
