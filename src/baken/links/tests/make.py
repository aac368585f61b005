"""Builders for tests: a plainly invented ground, and reports that share something."""

from datetime import date
from types import SimpleNamespace

from baken.accounts import services as people
from baken.accounts.models import Ground, Municipality, User
from baken.links import finding, services
from baken.links.asking import Question
from baken.links.models import HitRequest, ReportLink
from baken.sharing import services as sharing
from baken.signals.models import Report
from baken.signals.tests.make import make_report


def make_ground(municipality: Municipality, what: str = Ground.What.MATCHING) -> Ground:
    """A ground as the administrator would record it; invented."""
    return people.record_ground(
        municipality, what, legal_ground="verzonnen artikel 1", dpia="DPIA 0 (verzonnen)", decided_on=date(2026, 1, 5), by=None
    )  # fmt: skip


def make_confirmed(*people_: User) -> None:
    """The municipality of each decided that the public task holds for another municipality; invented."""
    for by in people_:
        sharing.decide_ground("public-task", "municipality", holds=True, reference="Verzonnen besluit", by=by)


def make_question(purpose: str = "Verzonnen", **told: object) -> Question:
    """A question on the public task, with everything that this ground wants to know; invented."""
    answers = {"task": "verzonnen artikel 2", "necessity": "Verzonnen nodig", "subsidiarity": "Verzonnen minder"}
    return Question(**{"aim": "protect", "ground": "public-task", "purpose": purpose, "answers": answers} | told)


def tell(municipality: Municipality, story: str, **told: object) -> Report:
    """Somebody tells this; links are looked up."""
    number = Report.objects.count()
    report = make_report(municipality, story=story, form=f"verband-{number:016d}", **told)
    finding.look_up(municipality.pk)
    return report


def a_question(cast: SimpleNamespace) -> tuple[ReportLink, HitRequest]:
    """A plate in two reports of Havenstad and one of Duindorp, about which Amina asked Els."""
    for place in (cast.havenstad, cast.duindorp):
        make_ground(place), make_ground(place, Ground.What.REGIONAL)
    first, _, _ = (tell(place, "kenteken 12-BCD-3") for place in (cast.havenstad, cast.havenstad, cast.duindorp))
    make_confirmed(cast.amina, cast.els)
    asked = services.ask(first, to_place=cast.duindorp, kind="plate", question=make_question(), by=cast.amina)
    return ReportLink.objects.get(), asked
