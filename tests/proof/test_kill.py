"""R1: the server dies (kill -9) while reports come in. Every acknowledged report is there, whole, once, with its trace."""

import itertools
import json
import random
import threading
import time

import pytest

from tests.proof.office import FULL, Office

pytestmark = pytest.mark.slow
KILLS = 200 if FULL else 20
SENDERS = 4
STORY = "Verzonnen melding {}: iemand durft niet weg. "

CHECK = """
import json, sys
from django.db import connection
from baken.privacy import trace
from baken.signals.models import Report
from baken.signals.services import hash_of
sent = json.loads(open(SENT).read())
lost = [form for form in sent if Report.objects.filter(form_hash=hash_of(form)).count() != 1]
broken = [form for form in sent if form not in lost and not Report.objects.get(form_hash=hash_of(form)).story.startswith("Verzonnen melding " + form)]
unseen = [form for form in sent if form not in lost and not trace.lines_of("report", Report.objects.get(form_hash=hash_of(form)).pk)]
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check")
    whole = cursor.fetchone()[0]
print(json.dumps([len(sent), lost, broken, unseen, trace.breaks(), whole]))
"""


def send(office, numbers, acknowledged, stop):
    while not stop.is_set():
        form = f"bewijs-{next(numbers):08d}-{'x' * 16}"
        told = {
            "step": "check",
            "go": "send",
            "story": STORY.format(form),
            "municipality": "havenstad",
            "who": "anonymous",
        }
        page = office.post("/melden/", form=form, **told)
        if page is not None and "meldcode" in page:
            acknowledged.append(form)


def test_no_acknowledged_report_is_lost_when_the_server_dies(tmp_path):
    office, acknowledged, numbers = Office(tmp_path / "data"), [], itertools.count()
    chance = random.Random(7)
    for _ in range(KILLS):
        office.start()
        stop = threading.Event()
        senders = [
            threading.Thread(target=send, args=(office, numbers, acknowledged, stop)) for _ in range(SENDERS)
        ]
        for each in senders:
            each.start()
        time.sleep(chance.uniform(0.3, 1.5))
        office.kill()
        stop.set()
        for each in senders:
            each.join()
    (tmp_path / "sent.json").write_text(json.dumps(acknowledged))
    told = office.ask(f"SENT = {str(tmp_path / 'sent.json')!r}\n{CHECK}")
    count, lost, broken, unseen, breaks, whole = json.loads(told.splitlines()[-1])
    print(f"R1: {KILLS} keer kill -9, {count} bevestigde meldingen, {len(lost)} kwijt")
    assert count >= KILLS
    assert (lost, broken, unseen, breaks, whole) == ([], [], [], [], "ok")
