"""S5: nothing personal can be read in any file; a control run without encryption proves that the search would find it.

R3: a SQLite library with the WAL-reset bug never opens in WAL.
"""

import base64
import urllib.parse

import pytest

from baken.config.database import journal_mode
from tests.proof.office import FULL, Office

CANARIES = 1000 if FULL else 40
FILL = """
from baken.accounts.models import Municipality
from baken.signals import services
from baken.signals.told import Told
from baken.accounts.models import User
place = Municipality.objects.get(slug="havenstad")
amina = User.objects.get(email__startswith="amina")
for number in range(COUNT):
    def said(what): return f"kanarie-{what}-{number:04d}-zeldzaam"
    told = Told(form=f"formulier-{number:04d}-" + "q" * 16, story=said("verhaal"), place=said("plek"), moment=said("moment"),
                name=said("naam"), contact=said("contact"), safe_contact=said("veilig"))
    report = services.receive_report(place, told).report
    services.add_message(report, text=said("bericht"), form=f"bericht-{number:04d}-" + "q" * 16, by=amina)
    services.add_note(report, text=said("notitie"), by=amina)
"""
FIELDS = ["verhaal", "plek", "moment", "naam", "contact", "veilig", "bericht", "notitie"]


def shapes(text):
    """How a value could be written: plain, UTF-16, hex, base64 (three offsets), URL, reversed."""
    raw = text.encode()
    for offset in range(3):
        yield base64.b64encode(b"\0" * offset + raw)[4:-4]
    yield from (raw, text.encode("utf-16-le"), raw.hex().encode(), urllib.parse.quote(text).encode(), raw[::-1])


def found_in(folder):
    whole = b"\n".join(
        path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and "static" not in path.parts
    )
    said = [f"kanarie-{field}-{number:04d}-zeldzaam" for field in FIELDS for number in range(CANARIES)]
    return [text for text in said if any(shape in whole for shape in shapes(text))], len(said)


@pytest.mark.slow
def test_a_copy_of_the_files_shows_nothing_and_the_search_would_find_it(tmp_path):
    office = Office(tmp_path / "data")
    office.start()
    office.ask(f"COUNT = {CANARIES}\n{FILL}")
    office.kill()
    seen, wanted = found_in(tmp_path / "data")
    assert seen == []

    control = tmp_path / "control"
    control.mkdir()
    said = [f"kanarie-{field}-{number:04d}-zeldzaam" for field in FIELDS for number in range(CANARIES)]
    (control / "open.txt").write_text("\n".join(said))
    assert len(found_in(control)[0]) == wanted


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"), ((3, 44, 5), "TRUNCATE"), ((3, 44, 6), "WAL"), ((3, 45, 0), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"), ((3, 50, 7), "WAL"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL"), ((3, 52, 0), "WAL"),
    ],
)  # fmt: skip
def test_only_a_mended_library_opens_in_wal(version, mode):
    assert journal_mode(version) == mode


def test_the_database_is_opened_in_the_mode_of_its_library(db):
    import sqlite3

    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("deze proef gaat over SQLite")
    options = connection.settings_dict["OPTIONS"]["init_command"]
    assert f"journal_mode={journal_mode(sqlite3.sqlite_version_info)}" in options
    assert "synchronous=FULL" in options
    assert "secure_delete=ON" in options
