"""R5: many do the same at the same moment, on a real database. One is first, the others are told, and nothing is lost."""

import pytest

from tests.proof.office import FULL, Office

pytestmark = pytest.mark.slow
ROUNDS = 100 if FULL else 3
TOGETHER = """
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from baken.accounts.models import Municipality, User
from baken.privacy import trace
from baken.signals import refusals
from baken.signals import services as reports
from baken.signals.models import Report, Weighing
from baken.signals.told import Told
from baken.triage import services
from baken.triage.models import Step
place = Municipality.objects.get(slug="havenstad")
people = list(User.objects.filter(grants__role="focal_officer", municipality=place)) * 4
STORY = "De baas bewaart de paspoorten van de mannen. Zij slapen op matrassen en krijgen geen loon."
decided = {"agrees": True, "concern": "", "outcome": "advice", "reason": "Klaar."}
def at_once(do):
    def one(person):
        try:
            do(person)
            return "first"
        except (services.Changed, refusals.Changed, services.NotPossible):
            return "told"
        finally:
            connection.close()
    with ThreadPoolExecutor(8) as pool:
        return Counter(pool.map(one, people))["first"]
firsts = []
for number in range(ROUNDS):
    report = reports.receive_report(place, Told(form=f"samen-{number:020d}", story=STORY)).report
    seen = services.state_of(report)
    firsts.append(at_once(lambda person: services.take_report(report, seen=seen, by=person)))
    firsts.append(at_once(lambda person: reports.weigh_report(report, seen=0, by=person, **decided)))
    seen = services.state_of(Report.objects.get(pk=report.pk))
    firsts.append(at_once(lambda person: services.confirm_closing(report, seen=seen, reason="Eens.", by=person)))
    kinds = list(Step.objects.filter(report=report).values_list("kind", flat=True))
    assert kinds == ["taken", "second confirmed"], kinds
    confirmed = Step.objects.get(report=report, kind="second confirmed").by
    assert confirmed != Weighing.objects.get(report=report).by
    assert Report.objects.get(pk=report.pk).is_closed
print(len(people), set(firsts), trace.breaks())
"""


def test_of_all_who_do_it_at_once_one_is_first(tmp_path):
    told = Office(tmp_path, workers=1).ask(f"ROUNDS = {ROUNDS}\n{TOGETHER}")
    assert told.split("\n")[0] == "8 {1} []"
