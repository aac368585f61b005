"""A real office for the proofs: its own data folder, a real server, killed and started again."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

FULL = os.environ.get("BAKEN_PROOF") == "full"


NOTHING_WAITS = """
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
print(DBTaskResult.objects.exclude(run_after__gt=timezone.now()).count())
"""  # what is planned for the night stays


class Office:
    """A running Baken in `data`, filled as the demo. `kill` stops everything at once, without a chance to finish.

    With `workers` it runs as for real use (`baken serve`), otherwise as the demo. `database`: another one than SQLite.
    """

    def __init__(self, data: Path, workers: int = 0, database: str = "") -> None:
        self.data, self.workers = data, workers
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "BAKEN_DATA": str(data), "BAKEN_DEMO": "ja", "BAKEN_PROOF": ""}
        self.environment |= {"DATABASE_URL": database} if database else {}
        if workers:
            self.ask("from baken.config import start; start.ready(make_key=True); start.tables()\n"
                     "from baken.home import demo; demo.fill()")  # fmt: skip
            self.environment["BAKEN_DEMO"] = "nee"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, before: Callable[[], None] | None = None) -> None:
        """Start the server and wait until it answers. `before` runs in the new process, to limit it."""
        kind = ["serve", "--workers", str(self.workers)] if self.workers else ["demo", "--no-browser"]
        words = [sys.executable, "-m", "baken.config.cli", *kind, "--port", str(self.port)]
        self.process = subprocess.Popen(
            words,
            env=self.environment,
            start_new_session=True,
            preexec_fn=before,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/gezond", timeout=2)
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("de server kwam niet op")

    def kill(self) -> None:
        """kill -9 of the server and all its processes."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def post(self, path: str, **fields: str) -> str | None:
        """The page that answers, or None when the answer did not come."""
        body = urllib.parse.urlencode(fields).encode()
        try:
            with urllib.request.urlopen(f"{self.address}{path}", body, timeout=10) as answer:
                return str(answer.read().decode())
        except (OSError, http.client.HTTPException, ValueError):  # also an answer that stopped halfway
            return None

    def send(self, path: str, file: bytes, **fields: str) -> str | None:
        """The page that answers a form with one file, or None when the answer did not come; also an honest refusal."""
        edge = "grens-van-de-proef"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        about = 'name="attachments"; filename="opname.wav"\r\nContent-Type: audio/wav'
        parts.append(f"--{edge}\r\nContent-Disposition: form-data; {about}\r\n\r\n")
        body = "".join(parts).encode() + file + f"\r\n--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        try:
            with urllib.request.urlopen(
                urllib.request.Request(f"{self.address}{path}", body, kind), timeout=20
            ) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as refused:
            return str(refused.read().decode())
        except (OSError, http.client.HTTPException, ValueError):
            return None

    def get(self, path: str) -> bytes:
        """A page."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=10) as answer:
            return bytes(answer.read())

    def ask(self, code: str, before: Callable[[], None] | None = None) -> str:
        """Run Python code with this office's database, and give what it prints. `before` limits the process."""
        ready = (
            "import os;os.environ['DJANGO_SETTINGS_MODULE']='baken.config.settings';import django;django.setup()\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", ready + code],
            env=self.environment,
            capture_output=True,
            text=True,
            preexec_fn=before,
        )
        assert told.returncode == 0, told.stderr[-600:]
        return told.stdout

    def until(self, code: str, answer: str) -> None:
        """Wait until `code` prints `answer`, at most half a minute."""
        end = time.monotonic() + 30
        while self.ask(code).strip() != answer:
            assert time.monotonic() < end, code
