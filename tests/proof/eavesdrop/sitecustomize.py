"""Loaded by every Python process that runs with this folder on its path: writes down, and refuses, whoever is spoken to."""

import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
HEARD = os.open(os.environ["BAKEN_HEARD"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
_wanted: Any = None


def _write_down(event: str, arguments: tuple[Any, ...]) -> None:
    if _wanted is not None and event.startswith("socket.") and (host := _wanted(event, arguments)):
        os.write(HEARD, f"{event} {host}\n".encode())


sys.addaudithook(_write_down)
from tests.silence import wanted as _wanted  # noqa: E402 (its own hook refuses, and must come second)

os.write(HEARD, b"start\n")
