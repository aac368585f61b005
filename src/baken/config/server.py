"""The web server (granian, WSGI) and, beside it, the worker for what waits in the queue."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def worker() -> Iterator[None]:
    """A process that sends waiting mail; stopped together with the server."""
    process = subprocess.Popen([sys.executable, "-m", "baken.config.cli", "work"])
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def serve(host: str, port: int, *, workers: int = 1, threads: int = 4) -> None:
    """Serve until somebody stops it. No access log: what people look at is nobody's business."""
    from granian import Granian
    from granian.constants import Interfaces

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    Granian(
        "baken.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        log_level="warning",
    ).serve()
