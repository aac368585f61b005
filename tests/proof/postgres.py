"""A PostgreSQL of our own for as long as it is needed, where it is installed."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres(folder: Path) -> Iterator[str | None]:
    """The address of a PostgreSQL of our own in `folder`; None where it is not installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not programs:
        yield None
        return
    here = programs[-1].parent
    data, socket = folder / "pg", folder / "socket"
    for each in (data, socket):
        each.mkdir()
    as_who: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL does not run as root
        as_who = ["runuser", "-u", "postgres", "--"]
        folder.chmod(0o711)
        subprocess.run(["chown", "postgres", data, socket], check=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    subprocess.run([*as_who, here / "initdb", "-D", data, "-A", "trust", "-U", "baken"], **quiet)
    words = f"-k {socket} -c listen_addresses='' -c shared_buffers=256MB"
    subprocess.run([*as_who, here / "pg_ctl", "-D", data, "-o", words, "-w", "start"], **quiet)
    try:
        yield f"postgres://baken@{str(socket).replace('/', '%2F')}/postgres"
    finally:
        subprocess.run([*as_who, here / "pg_ctl", "-D", data, "-m", "fast", "stop"], **quiet)
