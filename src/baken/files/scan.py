"""The virus scanner (ClamAV): one question to its service, over a socket, with its INSTREAM command (man clamd).

Off when `BAKEN_CLAMD` is empty. When it is on and does not answer, nothing is accepted: a file that was not looked at
counts as one that may harm.
"""

import socket

from django.conf import settings

PIECE = 64 * 1024
SECONDS = 30
LONGEST_ANSWER = 4_096


class Unreachable(RuntimeError):
    """The scanner is on and gave no answer that can be trusted."""


def is_on() -> bool:
    """Whether this installation scans."""
    return bool(settings.CLAMD)


def is_clean(content: bytes) -> bool:
    """Whether the scanner finds nothing in it. Raises Unreachable."""
    pieces = (content[at : at + PIECE] for at in range(0, len(content), PIECE))
    answer = _ask([b"zINSTREAM\0", *(len(each).to_bytes(4, "big") + each for each in pieces), bytes(4)])
    if answer.endswith(" FOUND"):
        return False
    if answer == "stream: OK":
        return True
    raise Unreachable


def answers() -> bool:
    """Whether the scanner is there (for `baken doctor`)."""
    try:
        return _ask([b"zPING\0"]) == "PONG"
    except Unreachable:
        return False


def _ask(parts: list[bytes]) -> str:
    try:
        with _connect() as line:
            for part in parts:
                line.sendall(part)
            return _answer(line)
    except (OSError, ValueError):
        raise Unreachable from None


def _connect() -> socket.socket:
    """A connection to `BAKEN_CLAMD`: the path of a socket, or host:port."""
    if settings.CLAMD.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(SECONDS)
        try:
            line.connect(settings.CLAMD)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = settings.CLAMD.rpartition(":")
    return socket.create_connection((host, int(port)), SECONDS)


def _answer(line: socket.socket) -> str:
    told = b""
    while b"\0" not in told and len(told) < LONGEST_ANSWER:
        piece = line.recv(LONGEST_ANSWER)
        if not piece:
            break
        told += piece
    return told.split(b"\0")[0].decode("utf-8", "replace").strip()
