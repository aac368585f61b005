"""Which database, and how safely SQLite writes.

SQLite 3.7.0 to 3.51.2 can lose a WAL-reset race with two connections (fixed in 3.51.3, and in 3.50.7 and
3.44.6). A fixed library opens in WAL; any other in TRUNCATE. Both with synchronous=FULL, so that an
acknowledged report survives a power cut, and with secure_delete, so that what is erased is gone.
"""

import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url

FIXED_BRANCHES = {(3, 44): 6, (3, 50): 7}
FIXED_SINCE = (3, 51, 3)


def journal_mode(version: tuple[int, ...]) -> str:
    """`WAL` when this SQLite version has the WAL-reset fix, otherwise `TRUNCATE`."""
    if version >= FIXED_SINCE:
        return "WAL"
    patch = FIXED_BRANCHES.get((version[0], version[1]))
    return "WAL" if patch is not None and version[2] >= patch else "TRUNCATE"


def pragmas(mode: str) -> str:
    """What every connection says first: the journal, a full sync at each commit, and no remains of what is erased."""
    return f"PRAGMA journal_mode={mode};PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;PRAGMA cache_size=-16000;"


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings for a SQLite file at `path`."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": pragmas(journal_mode(sqlite3.sqlite_version_info)),
        },
        "TEST": {"NAME": None},
    }


def databases(url: str, data: Path) -> dict[str, Any]:
    """Django's DATABASES: PostgreSQL (or another) when `url` is given, else SQLite in the data folder."""
    if not url:
        return {"default": sqlite(data / "baken.sqlite3")}
    if url.startswith("sqlite:///"):
        return {"default": sqlite(Path(url.removeprefix("sqlite:///")))}
    return {"default": dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))}
