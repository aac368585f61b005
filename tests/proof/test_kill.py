"""R1: the server dies (kill -9) while four people report, with recordings, and add to their report. Whatever was
acknowledged is there afterwards: whole, once, with its files and its trace; and nothing is there by half.
"""

import itertools
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from baken.files.tests.make import wav
from tests.proof.office import FULL, Office

pytestmark = pytest.mark.slow
KILLS, ACKNOWLEDGED, LIVES = (200, 20_000, (1.5, 3.0)) if FULL else (20, 100, (0.4, 1.2))
WORKERS, SENDERS, ADDITIONS, WITH_FILE = 2, 4, 3, (0, 1)
STORY = "Verzonnen melding {} deel {}: iemand durft niet weg."

CHECK = """
import json
from django.db import connection
from baken.privacy import trace
from baken.privacy.models import Trace
from baken.files.tests.make import wav
from baken.signals.models import Message, Report, ReportFile
from baken.files.accept import Accepted
from baken.signals import services
from baken.signals.services import hash_of
reports = {each.form_hash: each for each in Report.objects.all()}
messages = {each.form_hash: each for each in Message.objects.all()}
lost, broken, traced, marks, beside = [], [], {}, {}, {}
for each in ReportFile.objects.defer("content"):
    marks.setdefault(each.mark, each)
    beside[each.message_id or each.report_id] = beside.get(each.message_id or each.report_id, 0) + 1
for record, verb in Trace.objects.filter(verb__in=["received", "added", "file added"]).values_list("record", "verb"):
    traced[record, verb] = traced.get((record, verb), 0) + 1
for form, part, story, seed, size in json.loads(open(SENT).read()):
    report, sound = reports.get(hash_of(form)), wav(seed.encode() * size)
    mark = services._mark(report, Accepted("", "wav", sound)) if report and seed else ""
    says = f"{form} {hash_of(story)} {mark}".strip()
    found = report if part == 0 else messages.get(hash_of(says))
    file = marks.get(mark)
    if found is None or (seed and file is None):
        lost.append(form)
    elif seed and (bytes(file.content) != sound or (file.message_id or file.report_id) != found.pk):
        broken.append(form)
    elif (found.story if part == 0 else found.text) != story:
        broken.append(form)
halves = [str(pk) for pk in (each.pk for each in reports.values()) if traced.get((str(pk), "received")) != 1]
written = {}
for each in messages.values():
    written[str(each.report_id)] = written.get(str(each.report_id), 0) + 1
halves += [pk for pk, count in written.items() if traced.get((pk, "added")) != count]
ours = [each.pk for each in reports.values() if each.story.startswith("Verzonnen melding ")]  # not those of the demo
halves += [str(pk) for pk in ours if beside.get(pk) != 1]  # each was sent with one recording
halves += [pk for pk in map(str, {each.report_id for each in marks.values()})
           if traced.get((pk, "file added")) != sum(str(each.report_id) == pk for each in marks.values())]
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check")
    whole = cursor.fetchone()[0]
print(json.dumps([lost, broken, halves, trace.breaks(), whole]))
"""


def send(office, numbers, acknowledged, stop):
    """Report, and go back to add something, time and again; note what was acknowledged."""
    while not stop.is_set():
        number = next(numbers)
        form = f"bewijs-{number:08d}-{'x' * 16}"
        told = {"step": "check", "go": "send", "municipality": "havenstad", "who": "anonymous", "form": form}
        for part in range(1 + ADDITIONS):
            story, seed = STORY.format(form, part), f"{form} {part} " if part in WITH_FILE else ""
            size = 20_000 if number % 10 == 0 else 500  # a tenth of the recordings is large: 700 kB
            page = (
                office.send("/melden/", wav(seed.encode() * size), story=story, **told)
                if seed
                else office.post("/melden/", story=story, **told)
            )
            if page is None or "meldcode" not in page:
                break
            acknowledged.append((form, part, story, seed, size))


def one_life(office, numbers, acknowledged, seconds):
    """The office opens, people report, and after so many seconds it dies."""
    office.start()
    stop = Event()
    with ThreadPoolExecutor(SENDERS) as pool:
        known, late = len(acknowledged), time.monotonic() + 30
        senders = [pool.submit(send, office, numbers, acknowledged, stop) for _ in range(SENDERS)]
        while len(acknowledged) == known and time.monotonic() < late:  # a busy machine opens slowly
            time.sleep(0.02)
        time.sleep(seconds)  # the moment of dying is what is tried here
        office.kill()
        stop.set()
        for each in senders:
            each.result()


def test_nothing_acknowledged_is_lost_when_the_server_dies(tmp_path):
    office, acknowledged, numbers = Office(tmp_path / "data", WORKERS), [], itertools.count()
    chance, kills = random.Random(7), 0
    while kills < KILLS or len(acknowledged) < ACKNOWLEDGED:
        one_life(office, numbers, acknowledged, chance.uniform(*LIVES))
        kills += 1
    (tmp_path / "sent.json").write_text(json.dumps(acknowledged))
    told = office.ask(f"SENT = {str(tmp_path / 'sent.json')!r}\n{CHECK}")
    lost, broken, halves, breaks, whole = json.loads(told.splitlines()[-1])
    reports = sum(each[1] == 0 for each in acknowledged)
    print(
        f"R1: {kills} keer kill -9, {reports} meldingen en {len(acknowledged) - reports} aanvullingen bevestigd, {len(lost)} kwijt"
    )
    assert (lost, broken, halves, breaks, whole) == ([], [], [], [], "ok")
