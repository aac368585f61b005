"""S20: Baken talks with no other machine, not in these tests and not while it runs, unless a setting names one."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof.office import NOTHING_WAITS, Office
from tests.proof.test_anonymous import TOLD
from tests.silence import NotSilent, far, wanted

ELSEWHERE = "192.0.2.1"  # an address for documentation: nobody lives there


@pytest.mark.parametrize(
    ("host", "away"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), (None, False), (ELSEWHERE, True), ("example.org", True)],
)  # fmt: skip
def test_what_is_another_machine(host, away):
    assert far(host) is away


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_a_test_cannot_connect_to_another_machine(kind):
    with socket.socket(socket.AF_INET, kind) as line, pytest.raises(NotSilent):
        line.connect((ELSEWHERE, 443))


def test_a_test_cannot_look_a_name_up_or_send_a_message():
    with pytest.raises(NotSilent):
        socket.getaddrinfo("example.org", 443)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line, pytest.raises(NotSilent):
        line.sendto(b"?", (ELSEWHERE, 53))


def test_a_line_within_this_machine_is_let_through():
    assert wanted("socket.connect", (None, "/run/een.socket")) is None
    assert wanted("open", ("/etc/hosts",)) is None


@pytest.fixture
def overheard(tmp_path):
    """An office of which every Python process writes down to whom it speaks, and what was written so far."""
    office = Office(tmp_path / "data", workers=2)
    heard = tmp_path / "heard"
    office.environment |= {"PYTHONPATH": str(Path(__file__).parent / "eavesdrop"), "BAKEN_HEARD": str(heard)}
    return office, lambda: heard.read_text().split("\n")


@pytest.mark.slow
def test_a_running_office_speaks_to_nobody(overheard):
    office, heard = overheard
    office.start()
    page = office.post("/melden/", **TOLD)
    assert "meldcode" in page  # an urgent one: the mail about it waits in the queue
    assert office.post("/check/uitkomst/", text="paspoort")
    for path in (
        "/",
        "/overzicht/",
        "/zoeken/?q=loods",
        "/werkplekken/police/kaart.pdf",
        "/aanmelden/",
        "/melding/",
    ):
        assert office.get(path)
    office.until(NOTHING_WAITS, "0")
    office.kill()
    assert list((office.data / "mail").iterdir())
    lines = heard()
    assert lines.count("start") >= 2  # the server (its workers are copies of it) and the queue were listened to
    assert set(lines) == {"start", ""}


@pytest.mark.slow
def test_whoever_speaks_is_heard(overheard):
    office, heard = overheard
    code = f"import socket; socket.create_connection(('{ELSEWHERE}', 443), timeout=1)"
    told = subprocess.run([sys.executable, "-c", code], env=office.environment, capture_output=True, text=True)
    assert "NotSilent" in told.stderr
    assert f"socket.getaddrinfo {ELSEWHERE}" in heard()
