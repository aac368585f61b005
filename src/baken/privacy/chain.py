"""The chain: each line is sealed together with the one before it. Pure; the key lies outside the database."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple


class Line(NamedTuple):
    """What one trace line says; `at` is None for what anonymous people do, `origin` is empty for lines from before it was kept."""

    number: int
    on: date
    at: datetime | None
    actor: str
    municipality: str
    verb: str
    kind: str
    record: str
    why: str
    origin: str = ""
    result: str = ""


def seal(line: Line, before: str, key: bytes) -> str:
    """The seal (64 hex digits) of `line`, given the seal of the line before it."""
    moment = line.at.timestamp() if line.at else ""
    words = line[3:] if line.origin else line[3:9]
    parts = [before, line.number, line.on.isoformat(), moment, *words]
    if line.origin:
        parts.insert(0, "six elements")  # so that no line can pass for one of before
    text = "\x1f".join(str(part) for part in parts)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def mark(edge: str, line: tuple[int, str], key: bytes) -> str:
    """What shows that the house itself says that the chain starts after, or ends with (`edge`), this line (number, seal).

    Empty for line 0: a chain that nothing was cut from, or that has no line yet.
    """
    text = f"{edge}\x1f{line[0]}\x1f{line[1]}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest() if line[0] else ""


def breaks(
    lines: Iterable[tuple[Line, str]], end: tuple[int, str], key: bytes, start: tuple[int, str] = (0, "")
) -> list[int]:
    """The numbers of the lines that do not fit: changed, removed, moved, or cut off at the end.

    `start` is the number and the seal of the last line that went because its term was over.
    """
    wrong, expected, before = [], start[0] + 1, start[1]
    for line, stored in lines:
        if line.number != expected or not hmac.compare_digest(seal(line, before, key), stored):
            wrong.append(line.number)
        before, expected = stored, line.number + 1
    if end != (expected - 1, before):
        wrong.append(expected)
    return wrong
