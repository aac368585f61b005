"""R6, beside the full disk: a disk that may only be read, a database that is locked, mail that is down, a clock that goes back.

The whole of Baken on a real file. Whoever is told that something was received or done finds it back; whoever is not reads so on
the page, with what was typed; and afterwards everything works again.
"""

import ctypes
import json
import os
import stat
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from baken.intake.pressure import Pressure
from baken.intake.quota import Quota
from baken.privacy import codes, trace
from baken.signals.models import Message, Report
from baken.signals.tests.make import make_report
from baken.signals.tests.test_report import ANSWERS
from tests.proof.office import FULL, Office
from tests.proof.test_anonymous import ACUTE

pytestmark = pytest.mark.slow
RUNS = 50 if FULL else 1
BEGIN = """
from baken.config import start
start.ready(make_key=True)
start.tables()
from allauth.mfa.models import Authenticator
from baken.accounts.tests.make import make_municipality, make_person
from baken.signals.tests.make import make_report
place = make_municipality("Havenstad")
for name in ("Amina", "Samira"):
    person = make_person(f"{name} Haddou", place, "focal_officer")
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
make_report(place)
"""
TRY = """
import json, sqlite3
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils.html import escape
from baken.accounts.models import User
from baken.intake import flood
from baken.privacy import codes
from baken.signals import cookie
from baken.signals.models import Report
from baken.triage import services as triage
settings.ALLOWED_HOSTS = ["testserver"]
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
connection.settings_dict["OPTIONS"]["timeout"] = 0.2  # seconds; the office itself waits 20
report = Report.objects.order_by("received_on").first()
before, seen = Report.objects.count(), triage.state_of(report)
desk, reporter, nobody = (Client(raise_request_exception=False) for _ in range(3))
desk.force_login(User.objects.first(), backend="baken.accounts.backend.StaffBackend")
reporter.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
STORY = "Verzonnen melding {}: iemand durft niet weg en de paspoorten zijn ingenomen."
def all_of_it(number):
    flood.forget()
    own, story = f"/werk/meldingen/{report.pk}/", STORY.format(number)
    told = {"step": "check", "go": "send", "municipality": "havenstad", "who": "anonymous", "story": story, "form": f"nood-{number:025d}"}
    return [
        (nobody.post("/melden/", told), story, "meldcode"),
        (reporter.post("/melding/bericht/", {"text": story, "form": f"aanvulling-{number:020d}"}), story, ""),
        (desk.post(f"{own}notitie/", {"notitie-text": story}), story, ""),
        (desk.post(f"{own}antwoord/", {"bericht-text": story, "bericht-form": f"antwoord-{number:022d}"}), story, ""),
        (desk.post(f"{own}stap/oppakken/", {"seen": seen}), "", ""),
        (desk.get(own), "", ""),
        (nobody.get("/hulp/"), "", "112"),
    ]
def said(pages):
    return [[page.status_code, escape(story) in page.content.decode(), word in page.content.decode()] for page, story, word in pages]
"""
COUNT = """
import json
from baken.privacy import trace
from baken.privacy.models import Trace
from baken.signals.models import InternalNote, Message, Report
from baken.triage.models import Step
print(json.dumps([model.objects.count() for model in (Report, Message, InternalNote, Step, Trace)] + [trace.breaks()]))
"""
REFUSED = [503, True, False]


@pytest.fixture
def office(tmp_path):
    found = Office(tmp_path / "data")
    found.ask(BEGIN)
    return found


def only_to_read():
    """This process may not write what the rights of a file forbid, not even as root (CAP_DAC_OVERRIDE goes)."""
    ctypes.CDLL(None, use_errno=True).prctl(24, 1, 0, 0, 0)


def honest(pages):
    """Nothing was said to be done; what was typed stands there; the page with 112 opens."""
    for page in pages[:-1]:
        assert page[0] == 503, pages
        assert page[1], pages
    assert pages[0] == REFUSED
    assert pages[-1] == [200, True, True]


def afterwards(office, before):
    """Nothing was written meanwhile, and now everything is."""
    assert json.loads(office.ask(COUNT)) == before
    pages = json.loads(office.ask(f"{TRY}\nprint(json.dumps(said(all_of_it(9_000))))"))
    assert [page[0] for page in pages] == [200, 302, 302, 302, 302, 200, 200]
    assert pages[0][2]
    after = json.loads(office.ask(COUNT))
    assert [now - then for now, then in zip(after[:4], before[:4], strict=True)] == [1, 2, 1, 1]
    assert after[-1] == []


def test_a_disk_that_may_only_be_read_is_told_honestly(office):
    try_first = f"{TRY}\nimport json; from baken.signals.models import Report"
    office.ask(try_first)  # the sessions of the desk and the reporter begin while it still can
    before = json.loads(office.ask(COUNT))
    files = list(office.data.glob("baken.sqlite3*"))
    code = TRY.replace(
        'STORY = "',
        'import os\nfor path in FILES: os.chmod(path, 0o444)\nos.chmod(FOLDER, 0o555)\nconnection.close()\nSTORY = "',
    )
    names = f"FILES, FOLDER = {[str(path) for path in files]!r}, {str(office.data)!r}\n"
    try:
        told = office.ask(
            f"{names}{code}\nfor n in range({RUNS}): print(json.dumps(said(all_of_it(n))))", only_to_read
        )
    finally:
        os.chmod(office.data, stat.S_IRWXU)
        for path in files:
            path.chmod(0o600)
    for line in told.splitlines():
        honest(json.loads(line))
    before[4] = json.loads(office.ask(COUNT))[4]
    afterwards(office, before)
    print(f"R6 schijf alleen-lezen: {RUNS} keer, alles eerlijk geweigerd")


def test_a_database_that_is_locked_is_told_honestly(office):
    code = """
other = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
connection.close()
other.execute("BEGIN EXCLUSIVE")
for n in range(RUNS):
    print(json.dumps(said(all_of_it(n))))
other.execute("ROLLBACK")
"""
    told = office.ask(f"RUNS = {RUNS}\n{TRY}\n{code}")
    for line in told.splitlines():
        honest(json.loads(line))
    afterwards(office, json.loads(office.ask(COUNT)))
    print(f"R6 database op slot: {RUNS} keer, alles eerlijk geweigerd")


MAIL = """
from datetime import timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from baken.config.commands.work import run
import argparse
DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))
"""


def test_while_mail_is_down_a_report_is_received_and_the_alert_goes_later(office):
    office.environment |= {"BAKEN_MAIL_HOST": "127.0.0.1", "BAKEN_MAIL_PORT": "9", "BAKEN_MAIL_TLS": "nee"}
    code = TRY.replace("Verzonnen melding {}: iemand durft niet weg en de paspoorten zijn ingenomen.", ACUTE)
    pages = json.loads(office.ask(f"{code}\nprint(json.dumps(said(all_of_it(1))))"))
    assert pages[0] == [200, False, True]
    waits = f"{MAIL}\n{WORK}\nprint(DBTaskResult.objects.filter(task_path__contains='accounts.mail', status='READY').count())"
    assert int(office.ask(waits)) >= 1  # tried, and planned anew
    assert not list(office.data.glob("mail/*"))
    for name in ("BAKEN_MAIL_HOST", "BAKEN_MAIL_PORT"):
        del office.environment[name]
    office.ask(f"{MAIL}\n{WORK}")
    sent = "".join(path.read_text() for path in office.data.glob("mail/*"))
    assert "amina@havenstad.example" in sent
    assert "kelder" not in sent


WORK = """
for waiting in list(DBTaskResult.objects.filter(task_path__contains="accounts.mail", status="READY")):
    waiting.task.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
    DBTaskResult.objects.filter(pk=waiting.pk).update(status="SUCCESSFUL")
"""


@pytest.fixture
def clock(monkeypatch):
    """The clock of Baken: `clock[0]` is how far it stands from the real one."""
    shift, real = [timedelta()], timezone.now
    monkeypatch.setattr("django.utils.timezone.now", lambda: real() + shift[0])
    return shift


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1), timedelta(days=400)])
def test_a_clock_that_goes_back_loses_nothing(cast, signed_in, clock, back):
    make_report(cast.havenstad)
    clock[0] = -back
    page = Client().post("/melden/", ANSWERS | {"form": "terug-" + "t" * 26, "step": "check", "go": "send"})
    assert b"meldcode" in page.content
    reporter, desk = Client(), signed_in(cast.amina)
    assert reporter.post("/melding/", {"code": codes.code_for("terug-" + "t" * 26)}).status_code == 302
    sent = reporter.post("/melding/bericht/", {"text": "Later toch iets.", "form": "u" * 32})
    assert (sent.status_code, Message.objects.count(), Report.objects.count()) == (302, 1, 2)
    for report in Report.objects.all():
        assert desk.get(f"/werk/meldingen/{report.pk}/").status_code == 200
        told = {"notitie-text": "De klok stond terug."}
        assert desk.post(f"/werk/meldingen/{report.pk}/notitie/", told).status_code == 302
    assert desk.get("/werk/meldingen/").status_code == 200
    assert trace.breaks() == []


def test_a_clock_that_goes_back_makes_nobody_wait_for_ever():
    quota, pressure = Quota(3, 60.0), Pressure()
    today = timezone.localdate()
    for _ in range(6):
        quota.ask("een", now=10_000.0)
        pressure.ask("a", now=10_000.0, today=today)
    assert quota.ask("een", now=6_400.0) == 0
    assert pressure.ask("a", now=6_400.0, today=today) == 0
