"""Getting ready to run: Django, the master key, the tables, the static files. Each step says plainly what is wrong."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn


def stop(sentence: str) -> NoReturn:
    """End with one clear sentence on standard error, and exit code 2."""
    sys.stderr.write(f"baken: {sentence}\n")
    raise SystemExit(2)


def awake() -> None:
    """Wake Django up and nothing else."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    import django

    django.setup()


def ready(*, make_key: bool = False) -> None:
    """Wake Django up, with a data folder that can be written to and a master key. `make_key`: create a missing one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    import django
    from django.conf import settings

    data: Path = settings.DATA
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe = data / ".schrijfproef"
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError as error:
        stop(
            f"de map {data} is niet te gebruiken ({error.strerror}). Kies een andere met BAKEN_DATA, of maak ruimte."
        )
    django.setup()
    if not settings.MASTER_KEY_FILE.exists():
        if not make_key:
            stop(
                f"de hoofdsleutel {settings.MASTER_KEY_FILE} ontbreekt. Maak haar met `baken init`, of zet de oude terug."
            )
        from baken.privacy import master

        master.create(settings.MASTER_KEY_FILE)


def tables() -> None:
    """Bring the database up to date."""
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        stop(f"de database is niet bij te werken: {error}")


def files() -> None:
    """Put the static files where the server finds them, when they changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    built = settings.HOUSE / "ui" / "built"
    if not built.is_dir():
        stop("de vormgeving is nog niet gebundeld. Doe eerst: make prepare")
    mark = settings.STATIC_ROOT / ".van"
    state = f"{settings.VERSION} {max(path.stat().st_mtime_ns for path in built.rglob('*'))}"
    if mark.exists() and mark.read_text() == state:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(state)


def port_is_free(host: str, port: int) -> bool:
    """Whether nothing listens on that port yet."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
