"""R6: the disk is full while people report with recordings. A real server whose files may not grow any further.

Who is told that the report was received finds it back, whole; who is not hears it honestly, with the text still there; and
once there is room again, everything works.
"""

import json
import resource
import urllib.request

import pytest

from baken.files.tests.make import wav
from tests.proof.office import Office

pytestmark = pytest.mark.slow
STORY, ROOM, TRIES = "Verzonnen melding {}: iemand durft niet weg.", 6_000_000, 12
CHECK = """
import json
from django.db import connection
from baken.privacy import trace
from baken.signals.models import Report, ReportFile
with connection.cursor() as cursor:
    whole = cursor.execute("PRAGMA integrity_check").fetchone()[0]
files = {each.report.story: len(each.content) for each in ReportFile.objects.all() if each.name == "opname.wav"}
print(json.dumps([files, whole, trace.breaks(), Report.objects.count() - len(files)]))
"""


def tell(office, number):
    """Report with a recording of 900 kB; the page that answers."""
    told = {"step": "check", "go": "send", "municipality": "havenstad", "who": "anonymous"}
    return office.send(
        "/melden/", wav(bytes([number]) * 900_000), story=STORY.format(number), form=f"vol-{number:020d}", **told
    )


def test_a_full_disk_is_told_honestly_and_takes_nothing_that_was_acknowledged(tmp_path):
    office = Office(tmp_path / "data", workers=1)
    before = json.loads(office.ask(CHECK))[3]
    limit = (office.data / "baken.sqlite3").stat().st_size + ROOM
    office.start(before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    pages = [tell(office, number) for number in range(TRIES)]
    received = [number for number, page in enumerate(pages) if page and "meldcode" in page]
    honest = [number for number, page in enumerate(pages) if page and "er is niets verstuurd" in page]
    assert received
    assert honest
    assert sorted(received + honest) == list(range(TRIES))
    assert all(STORY.format(number) in pages[number] for number in honest)
    assert urllib.request.urlopen(f"{office.address}/gezond", timeout=5).status == 200
    office.kill()
    files, whole, breaks, more = json.loads(office.ask(CHECK))
    assert sorted(files) == sorted(STORY.format(number) for number in received)
    assert all(size > 900_000 for size in files.values())
    assert (whole, breaks, more) == ("ok", [], before)
    office.start()
    assert all("meldcode" in tell(office, number) for number in honest)
    office.kill()
    print(f"R6: {len(received)} meldingen met opname bevestigd, {len(honest)} eerlijk geweigerd, 0 kwijt")
