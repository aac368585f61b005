"""What the invented municipality decided about terms, a report that goes within 30 days, and a request. Nobody here exists."""

from datetime import timedelta

from django.utils import timezone

from baken.accounts.models import Municipality, RoleGrant, User
from baken.accounts.roles import Role
from baken.oversight import checking
from baken.oversight import services as oversight
from baken.oversight.models import ReportMark, RetentionTerm
from baken.privacy.retention import later
from baken.signals import services
from baken.signals.models import Report
from baken.signals.steps import Outcome
from baken.signals.told import Told

DECISION = "Verzonnen besluit van de archivaris van Havenstad"
OLD = {
    "story": "Er stond een week lang een busje voor de deur. Sanne Vermeulen (verzonnen) liep er in en uit met dozen.",
    "place": "Kadeweg (verzonnen)", "moment": "Vorig voorjaar", "setting": "resident-neighbour",
}  # fmt: skip
REASON = "Gebeld met de wijkagent: het was een verhuizing."


def write(place: Municipality) -> None:
    """Confirm two terms, leave the others as a proposal, and close a report so that it goes in twelve days."""
    today = timezone.localdate()
    amina = User.objects.get(municipality=place, email__startswith="amina")
    farid = User.objects.get(municipality=place, grants__role=Role.ADMINISTRATOR)
    RoleGrant.objects.filter(user__municipality=place).update(since=later(today, -20))
    for kind, months in (("no-follow-up", 12), ("handled", 60)):
        oversight.confirm_term(place, kind=kind, months=months, decision=DECISION, revision=0, by=farid)
    RetentionTerm.objects.filter(municipality=place).update(confirmed_on=later(today, -6))
    report = services.receive_report(place, Told(form="demo-oud-" + "0" * 20, **OLD)).report  # type: ignore[arg-type]
    services.weigh_report(
        report, agrees=True, concern="", outcome=Outcome.NO_INDICATION, reason=REASON, seen=0, by=amina
    )
    closed = later(today + timedelta(days=12), -12)
    Report.objects.filter(pk=report.pk).update(received_on=closed - timedelta(days=5), closed_on=closed)
    oversight.mark_report(report, kind=ReportMark.Kind.NOT_SUBSTANTIATED, text=REASON, by=amina)
    asked = oversight.Asked(
        "access",
        today - timedelta(days=9),
        "Mark de Ruiter (verzonnen)",
        "via zijn advocaat",
        "Wat staat er over mij?",
    )
    oversight.register_request(place, asked, by=amina)
    checking.run(checking.begin())
