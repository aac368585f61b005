"""S15: an anonymous report leaves nothing of the computer and no time, in no table, no log and no file."""

import re
import urllib.request

import pytest
from django.db import connection
from django.test import Client

from baken.signals.models import Report
from baken.signals.tests.make import STORY
from tests.proof.office import NOTHING_WAITS, Office

SAID, NUMBER = "kanarie-7f3a", "203.0.113.77"
ACUTE = "Iemand zit nu opgesloten in de kelder en roept om hulp. " + STORY
TOLD = {
    "step": "check",
    "go": "send",
    "story": ACUTE,
    "municipality": "havenstad",
    "who": "anonymous",
    "form": "f" * 32,
}
HEADERS = {
    "User-Agent": f"Mozilla {SAID}",
    "Referer": f"https://{SAID}.example/",
    "Accept-Language": f"nl,{SAID}",
    "X-Forwarded-For": NUMBER,
    "X-Real-IP": NUMBER,
    "Forwarded": f"for={NUMBER}",
    "From": f"{SAID}@example.org",
    "Cookie": f"iets={SAID}",
}


def everything_stored():
    """Every row of every table, as (table, row)."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            yield from ((table, repr(each)) for each in cursor.fetchall())


def test_no_table_and_no_log_knows_the_computer_or_the_time(cast, caplog, capfd):
    before = set(everything_stored())
    browser = Client(headers=HEADERS, REMOTE_ADDR=NUMBER)
    assert browser.post("/melden/", TOLD).status_code == 200
    browser.get("/bestaat-niet/")
    browser.post("/melden/bewaard/", {"secret": TOLD["form"], "last": "12"})
    assert Report.objects.get().urgency == "acute"
    added = sorted(set(everything_stored()) - before)
    assert {table for table, _ in added} >= {
        "signals_report",
        "privacy_trace",
        "django_tasks_database_dbtaskresult",
    }
    kept = repr(added) + caplog.text + "".join(capfd.readouterr())
    assert [word for word in (SAID, NUMBER, "paspoorten", TOLD["form"]) if word in kept] == []
    moments = re.findall(r"datetime\.datetime\(\d+, \d+, \d+, [^)]*\)|\d\d:\d\d:\d\d", repr(added))
    assert moments
    assert [
        each for each in moments if not re.search(r"2[23], 0\)$|2[23]:00:00|9999", each)
    ] == []  # midnight, or never


@pytest.mark.slow
def test_no_file_knows_the_computer_and_the_queue_forgets(tmp_path):
    office = Office(tmp_path / "data")
    office.start()
    request = urllib.request.Request(
        f"{office.address}/melden/", "&".join(f"{k}={v}" for k, v in TOLD.items()).encode(), HEADERS
    )
    assert "meldcode" in urllib.request.urlopen(request, timeout=10).read().decode()
    office.until(NOTHING_WAITS, "0")
    office.kill()
    files = [path for path in (tmp_path / "data").rglob("*") if path.is_file() and "static" not in path.parts]
    whole = b"\n".join(path.read_bytes() for path in files)
    assert any(path.name == "baken.sqlite3" for path in files)
    assert [word for word in (SAID, NUMBER, "opgesloten") if word.encode() in whole] == []
