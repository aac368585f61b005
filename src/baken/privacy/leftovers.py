"""What lies around beside the records: tasks that failed, sessions that ended, mail in a folder. A fixed, short term."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django_tasks_db.models import DBTaskResult

DAYS = 30


def sweep(now: datetime, *, dry_run: bool = False) -> int:
    """Remove finished tasks and mails of more than DAYS ago and every session that ended; gives how many."""
    before = now - timedelta(days=DAYS)
    rows = [DBTaskResult.objects.filter(finished_at__lt=before), Session.objects.filter(expire_date__lt=now)]
    mails = [path for path in settings.EMAIL_FILE_PATH.glob("*.log") if path.stat().st_mtime < before.timestamp()]
    count: int = sum(each.count() for each in rows) + len(mails)
    if not dry_run:
        for each in rows:
            each.delete()
        for path in mails:
            path.unlink(missing_ok=True)
    return count


def wipe() -> bool:
    """Leave no remains in the write-ahead log of SQLite; False when something was in the way and it must be done again.

    The pages of the database itself were overwritten at once (secure_delete).
    """
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not (busy and busy[0])
