"""R2: the power goes while reports are written. Every acknowledged report is there afterwards, and the file is whole.

The statements are those of the real write path, recorded while `receive_report` ran, with the pragmas of
`baken.config.database`. They are replayed on a disk that loses power, and what is left is opened with the SQLite that
Python brings. The control writes without a full sync and must lose reports: so the test sees what it looks for.
"""

import random
import sqlite3

import apsw
import pytest
from django.db import connection

from baken.config.database import pragmas
from baken.signals.models import Report
from baken.signals.tests.make import make_report, make_sound
from tests.proof.disk import Disk, PowerCut
from tests.proof.office import FULL

pytestmark = pytest.mark.slow
REPORTS, CUTS, CONTROL = (120, 2_000, 200) if FULL else (24, 200, 60)
NAME = "baken.sqlite3"


@pytest.fixture
def office(cast, transactional_db, tmp_path):
    """The database before the reports, and what writing each of them said to the database: (id, statements)."""
    make_report(cast.havenstad, form="de-eerste-maakt-de-sleutel")
    first = tmp_path / "before.sqlite3"
    with sqlite3.connect(first) as copy:
        connection.connection.backup(copy)
    copy.close()
    written = []
    for number in range(REPORTS):
        said = []
        connection.connection.set_trace_callback(said.append)
        report = make_report(cast.havenstad, form=f"stroom-{number:020d}", files=[make_sound()])
        connection.connection.set_trace_callback(None)
        begin, end = said.index("BEGIN IMMEDIATE"), said.index("COMMIT")
        written.append((report.pk.hex, said[begin : end + 1]))
    return first.read_bytes(), written


def one_cut(number, before, written, says, folder):
    """Write until the power goes; the ids that were acknowledged."""
    chance = random.Random(number)
    disk = Disk(f"schijf-{number}", chance, {NAME: before})
    acknowledged, last = [], chance.randrange(len(written))
    db = apsw.Connection(NAME, vfs=f"schijf-{number}")
    try:
        list(db.execute("PRAGMA locking_mode=EXCLUSIVE;" + says))
        if number % 2:  # half of the time the log is emptied often, so that the power also goes halfway that
            list(db.execute("PRAGMA wal_autocheckpoint=40"))
        for place, (report, statements) in enumerate(written):
            if place == last:
                disk.cut_after(chance.randrange(60))
            for statement in statements:
                list(db.execute(statement))
            acknowledged.append(report)
        disk.cut()
    except PowerCut:
        pass
    disk.off = True
    db.close(True)
    folder.mkdir()
    disk.remains(folder)
    return acknowledged


def look(folder, acknowledged):
    """With the ordinary library: is the file whole, and which acknowledged reports are not there with their trace?"""
    db = sqlite3.connect(folder / NAME)
    try:
        whole = db.execute("PRAGMA integrity_check").fetchone()[0]
        there = {row[0] for row in db.execute("SELECT id FROM signals_report")}
        there &= {
            row[0] for row in db.execute("SELECT report_id FROM signals_reportfile WHERE length(content) > size")
        }
        traced = {
            row[0].replace("-", "")
            for row in db.execute("SELECT record FROM privacy_trace WHERE verb = 'received'")
        }
    except sqlite3.DatabaseError:
        return "stuk", acknowledged
    finally:
        db.close()
    return whole, [each for each in acknowledged if each not in there or each not in traced]


def cuts(count, office, says, tmp_path):
    """(acknowledged, lost, broken files) over `count` cuts."""
    before, written = office
    total = lost = broken = 0
    for number in range(count):
        folder = tmp_path / f"na-{number}"
        acknowledged = one_cut(number, before, written, says, folder)
        whole, gone = look(folder, acknowledged)
        total, lost, broken = total + len(acknowledged), lost + len(gone), broken + (whole != "ok")
        for path in folder.iterdir():
            path.unlink()
    return total, lost, broken


@pytest.mark.parametrize("mode", ["TRUNCATE", "WAL"])
def test_no_acknowledged_report_is_lost_when_the_power_goes(office, tmp_path, mode):
    total, lost, broken = cuts(CUTS, office, pragmas(mode), tmp_path)
    print(
        f"R2: {mode}, {CUTS} stroomstoringen, {total} bevestigde meldingen, {lost} kwijt, {broken} bestanden stuk"
    )
    assert (lost, broken) == (0, 0)
    assert total >= (100_000 if FULL else 1_000)


@pytest.mark.parametrize(("mode", "sync"), [("WAL", "NORMAL"), ("TRUNCATE", "OFF")])
def test_without_a_full_sync_this_test_sees_losses(office, tmp_path, mode, sync):
    says = pragmas(mode).replace("synchronous=FULL", f"synchronous={sync}")
    total, lost, _ = cuts(CONTROL, office, says, tmp_path)
    print(f"R2: {mode} met {sync}, {CONTROL} stroomstoringen, {total} bevestigde meldingen, {lost} kwijt")
    assert lost > 0
    assert Report.objects.count() == REPORTS + 1
