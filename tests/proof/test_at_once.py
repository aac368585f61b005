"""R5: many do the same at the same moment, on a real database. One is first, the others are told, and nothing is lost."""

import json
import tempfile
from pathlib import Path

import pytest

from tests.proof.office import FULL, Office
from tests.proof.postgres import postgres

pytestmark = pytest.mark.slow
ROUNDS = 100 if FULL else 3
OPERATIONS = 10_000 if FULL else 96
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


MIXED = """
from baken.config import start
start.ready(make_key=True)
start.tables()
import json, random, threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from django.db import OperationalError, connection
from django.utils import timezone
from baken.accounts.tests.make import make_municipality, make_person
from baken.intake import services as intake
from baken.intake.models import Filing, OneTimeLink
from baken.links import services as links
from baken.links.models import LinkDecision, ReportLink
from baken.privacy import trace
from baken.signals import refusals
from baken.signals import services as reports
from baken.signals.models import InternalNote, Message, Report, ReportFile
from baken.signals.told import Told
from baken.signals.tests.make import make_sound
from baken.triage import services as triage
from baken.triage.models import Step
place = make_municipality("Havenstad")
people = [make_person(f"{name} Haddou", place, "focal_officer") for name in ("Amina", "Samira")]
STORY = "De baas bewaart de paspoorten van de mannen. Zij slapen op matrassen en krijgen geen loon."
one, other = (reports.receive_report(place, Told(form=f"tegelijk-{n:020d}", story=STORY)).report for n in range(2))
link = ReportLink(one=one, other=other, kind="phone", sureness="possible", why="", found_on=date.today(), value="x", municipality=place)
link.save(force_insert=True)
for n in range(20): intake.make_link(meant_for="Thuiszorg", by=people[0])
doors = list(OneTimeLink.objects.filter(municipality=place, used_on=None, withdrawn_on=None))
SOUND = make_sound()
done, told, broken, lock = Counter(), Counter(), Counter(), threading.Lock()

def now(): return Report.objects.get(pk=one.pk)
def take(n, by): triage.take_report(one, seen=triage.state_of(now()), by=by)
def give(n, by):
    triage.hand_over(one, to=next(p for p in people if p != by), reason=f"Verlof {n}", seen=triage.state_of(now()), by=by)
def urgency(n, by):
    report = now()
    way = "high" if report.urgency != "high" else "normal"
    triage.change_urgency(one, urgency=way, reason=f"Nieuw {n}", seen=triage.state_of(report), by=by)
def note(n, by): reports.add_note(one, text=f"notitie {n}", by=by)
def attach(n, by): reports.add_message(one, text=f"bijlage {n}", form=f"bijlage-{n:020d}", by=None, files=[SOUND] if n % 20 < 2 else [])
def say(n, by): reports.add_message(one, text=f"antwoord {n}", form=f"antwoord-{n:020d}", by=by)
def decide(n, by):
    links.decide(link, verdict="same", reason=f"besluit {n}", seen=LinkDecision.objects.filter(link=link).count(), by=by)
def many(n, by):
    pair = [one, other] if n % 2 else [other, one]
    given, _left = triage.give_many(pair, to=by, reason="", by=by)
    if not given: raise triage.Changed
def withdraw(n, by): intake.withdraw_link(doors[n % len(doors)], by=by)
def file(n, by):
    door = doors[n % len(doors)]
    intake.file_with_link(door, Told(form=f"met-link-{n:020d}", story=STORY), about={"service": "Thuiszorg", "function": "Verpleegkundige"})

WAYS = [take, give, urgency, note, note, attach, attach, say, decide, decide, many, many, many]
def work(n):
    chance = random.Random(n)
    do = chance.choice([withdraw, file]) if n % 50 == 0 else chance.choice(WAYS)
    try:
        do(n, chance.choice(people))
        kind = done
    except (triage.Changed, triage.NotPossible, links.Changed, refusals.Changed, intake.LinkClosed):
        kind = told
    except (OperationalError, refusals.NotStored) as error:
        kind, do = broken, type(error.__cause__ or error)
    finally:
        connection.close()
    with lock:
        kind[do.__name__] += 1
    return n if kind is done and do in (note, attach, say, decide) else None

with ThreadPoolExecutor(16) as pool:
    acknowledged = {n for n in pool.map(work, range(OPERATIONS)) if n is not None}
texts = [each.text for each in InternalNote.objects.filter(report=one)] + [each.text for each in Message.objects.filter(report=one)]
texts += [each.reason for each in LinkDecision.objects.filter(link=link)]
steps = Counter(Step.objects.filter(report__in=[one, other]).values_list("kind", flat=True))
orders = [list(Message.objects.filter(report=one).order_by("order").values_list("order", flat=True)),
          list(ReportFile.objects.filter(report=one).order_by("order").values_list("order", flat=True))]
files = Filing.objects.filter(link__in=doors).values_list("link", flat=True)
last = Step.objects.filter(report=one, to__isnull=False).order_by("-at").first()
print(json.dumps({
    "operations": sum((done + told + broken).values()), "done": done, "told": told, "broken": broken,
    "lost": sorted(acknowledged - {int(text.split()[1]) for text in texts}), "more": len(texts) - len(acknowledged),
    "orders": [found == list(range(len(found))) for found in orders],
    "steps": [steps["urgency changed"] - done["urgency"], steps["taken"] + steps["handed over"] - done["take"] - done["give"] >= done["many"]],
    "twice": len(files) - len(set(files)), "taken": last.to_id == now().taken_by_id, "breaks": trace.breaks(),
}))
"""


def mixed(folder, database=""):
    """Sixteen threads at one report; what came of it."""
    told = Office(folder, database=database).ask(f"OPERATIONS = {OPERATIONS}\n{MIXED}")
    return json.loads(told.splitlines()[-1])


def fits(came, kind):
    print(
        f"R5 {kind}: {came['operations']} handelingen, gedaan {came['done']}, gezegd {came['told']}, stuk {came['broken']}"
    )
    assert came["operations"] == OPERATIONS
    assert (came["lost"], came["more"], came["broken"], came["breaks"]) == ([], 0, {}, [])
    assert (came["orders"], came["steps"], came["twice"], came["taken"]) == ([True, True], [0, True], 0, True)
    assert sum(came["done"].values()) > OPERATIONS / 3


def test_sixteen_threads_at_one_report_lose_nothing_on_sqlite(tmp_path):
    fits(mixed(tmp_path / "data"), "SQLite")


def test_sixteen_threads_at_one_report_lose_nothing_on_postgresql(tmp_path):
    with tempfile.TemporaryDirectory() as folder, postgres(Path(folder)) as address:
        if address is None:
            pytest.skip("PostgreSQL is hier niet: sla dit over, of installeer het (apt install postgresql)")
        fits(mixed(tmp_path / "data", address), "PostgreSQL")
