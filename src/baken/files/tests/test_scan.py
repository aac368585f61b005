"""The virus scanner: what it finds is refused, and when it does not answer nothing is accepted."""

import socketserver
import threading

import pytest

from baken.files import scan
from baken.files.accept import Refused, accept
from baken.files.tests.make import picture, upload, wav

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"  # the harmless word every scanner knows


class Clamd(socketserver.StreamRequestHandler):
    """Speaks as clamd does: `zPING`, and `zINSTREAM` with pieces that say how long they are."""

    says: bytes | None = None

    def handle(self):
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zPING\0":
            self.wfile.write(self.says or b"PONG\0")
            return
        whole = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            whole += self.rfile.read(size)
        type(self).heard = whole
        found = b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in whole else b"stream: OK\0"
        self.wfile.write(found if self.says is None else self.says)


@pytest.fixture(params=["tcp", "unix"])
def clamd(request, settings, tmp_path):
    kind = {"tcp": socketserver.TCPServer, "unix": socketserver.UnixStreamServer}[request.param]
    where = ("127.0.0.1", 0) if request.param == "tcp" else str(tmp_path / "clamd.ctl")
    handler = type("Handler", (Clamd,), {})
    with kind(where, handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMD = f"127.0.0.1:{server.server_address[1]}" if request.param == "tcp" else where
        yield handler
        server.shutdown()


def test_without_a_scanner_a_file_is_kept_and_known_as_not_scanned(settings):
    assert scan.is_on() is False
    assert accept(upload(picture())).scanned is False


def test_a_clean_file_is_kept_and_the_scanner_saw_all_of_it(clamd):
    large = wav(bytes(range(256)) * 1_000)
    assert accept(upload(large)).scanned is True
    assert clamd.heard == large
    assert scan.answers() is True


def test_what_the_scanner_finds_is_refused(clamd):
    with pytest.raises(Refused, match=r"iets schadelijks in “a\.wav”"):
        accept(upload(wav(EICAR), "a.wav"))


@pytest.mark.parametrize(
    "says", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK", b"\xff" * 9_000, b"OK\0"]
)
def test_an_answer_that_is_no_clear_yes_is_a_no(clamd, says):
    clamd.says = says
    if says == b"stream: OK":  # all there, only the connection closed instead of a zero
        assert accept(upload(picture())).scanned
        return
    with pytest.raises(Refused, match="De viruscontrole werkt nu niet"):
        accept(upload(picture()))


@pytest.mark.parametrize("nowhere", ["/nergens/clamd.ctl", "127.0.0.1:1", "127.0.0.1:99999"])
def test_a_scanner_that_is_away_lets_nothing_through(settings, nowhere):
    settings.CLAMD = nowhere
    with pytest.raises(Refused, match="werkt nu niet"):
        accept(upload(picture()))
    assert scan.answers() is False
