"""P1: a public page in CPU time, queries and size, beside a page of Wagtail in turns.

Wagtail is installed from PyPI in an environment of its own that is thrown away; without network that part is left out,
and the output says so.
"""

import gzip
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.ask import ask, environ

PAGES = {
    "home": "/",
    "overview": "/overzicht/",
    "a sign": "/signalen/gen-locked-in/",
    "check": "/check/aankruisen/?werkplek=police",
}
TURNS, EACH = 10, 40
WAGTAIL = Path(__file__).with_name("wagtail_page.py")


def _cpu(application: Any, path: str, times: int) -> float:
    """Milliseconds of CPU of one request."""
    began = time.process_time()
    for _ in range(times):
        ask(application, environ(path))
    return (time.process_time() - began) * 1000 / times


def _first(application: Any, path: str) -> float:
    """The same of a page that is not remembered yet."""
    from baken.ui import public

    took = []
    for _ in range(20):
        public.forget_pages()
        took.append(_cpu(application, path, 1))
    return statistics.median(took)


def _queries(application: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from baken.ui import public

    public.forget_pages()
    with CaptureQueriesContext(connection) as seen:
        ask(application, environ(path))
    return len(seen)


def _size(application: Any, path: str, static: Path) -> float:
    """kB of the page with all it loads, as it goes over the line (packed)."""
    asked = environ(path)
    body = b"".join(application(asked, lambda status, headers: None))
    size, html = len(body), gzip.decompress(body).decode()
    for name in set(re.findall(r'(?:href|src)="/static/([^"]+)"', html)):
        packed = static / f"{name}.gz"
        size += (packed if packed.exists() else static / name).stat().st_size
    return size / 1024


class _Wagtail:
    """A process with a Wagtail site that answers each number on a line with the CPU time of so many requests."""

    def __init__(self, folder: Path) -> None:
        python = folder / "venv/bin/python"
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "wagtail"]
        subprocess.run(pip, check=True, capture_output=True, timeout=300)
        self.process = subprocess.Popen(
            [str(python), str(WAGTAIL), str(folder / "site")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.about = json.loads(self._line())

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def cpu(self, times: int) -> float:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{times}\n")
        self.process.stdin.flush()
        return float(self._line())


def report(application: Any, data: Path) -> None:
    """Print one line a page."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            peer = _Wagtail(Path(folder))
        except (subprocess.SubprocessError, OSError, ValueError) as error:
            peer = None
            print(f"\nP1: without Wagtail, which could not be installed ({type(error).__name__})")
        mine: dict[str, list[float]] = {name: [] for name in PAGES}
        theirs: list[float] = []
        for _ in range(TURNS):
            for name, path in PAGES.items():
                mine[name].append(_cpu(application, path, EACH))
            theirs += [peer.cpu(EACH)] if peer else []
        if peer:
            peer.process.kill()
            print(f"\nP1: a page of Wagtail {peer.about['version']}: {statistics.median(theirs):.2f} ms CPU, "
                  f"{peer.about['queries']} queries, {peer.about['kb']:.1f} kB of HTML")  # fmt: skip
        print(
            f"{'public page':24} {'CPU ms':>7} {'first ms':>9} {'of Wagtail':>11} {'queries':>8} {'kB all in':>10}"
        )
        for name, path in PAGES.items():
            middle = statistics.median(mine[name])
            share = f"1/{statistics.median(theirs) / middle:.1f}" if theirs else "-"
            line = f"{name:24} {middle:7.2f} {_first(application, path):9.2f} {share:>11} {_queries(application, path):8}"
            print(f"{line} {_size(application, path, data / 'static'):10.1f}")
