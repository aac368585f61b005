"""What the invented officers already did: one report is taken and late, one is with Piet, one waits for a second person."""

from collections.abc import Sequence

from baken.accounts.models import User
from baken.signals import services
from baken.signals.models import Report
from baken.triage import relating
from baken.triage import services as triage
from baken.triage.models import Relation


def write(reports: Sequence[Report], *, amina: User, piet: User) -> None:
    """Do it, in the order of the reports of the demo."""
    _warehouse, _desk, pupil, garage, debts, _flat = reports
    triage.take_report(pupil, seen=triage.state_of(pupil), by=amina)
    triage.take_report(garage, seen=triage.state_of(garage), by=piet)
    services.weigh_report(
        debts,
        seen=0,
        by=piet,
        agrees=True,
        concern="",
        outcome="advice",
        reason="Schuldhulp regelt morgen een nieuwe bankpas en belt hem daarna. Verder kan ik nu niets doen. (verzonnen)",
    )
    relating.relate(
        garage, other=_warehouse, kind=Relation.Kind.RELATED, reason="Misschien werkt hij in die loods.", by=piet
    )
