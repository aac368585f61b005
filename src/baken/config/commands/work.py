"""`baken work`: do what waits in the queue."""

import argparse
import threading
import time
from typing import Any

import structlog

from baken.config import start

LOOK_SECONDS = 60


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--once", action="store_true", help="doe wat er nu staat en stop")


def run(args: argparse.Namespace) -> int:
    """Run the worker of django-tasks on the database queue, until it is stopped. It reminds people each morning."""
    start.ready()
    from baken.oversight import tasks
    from baken.triage import reminders

    reminders.plan()
    tasks.ensure()
    worker = _worker(batch=args.once)
    worker.configure_signals()
    if args.once:
        _look_for_links()
    else:
        threading.Thread(target=_keep_looking, daemon=True).start()
    worker.run()
    return 0


def _keep_looking() -> None:
    """Look for links with what came in, and give older reports their tokens, once a minute."""
    while True:
        _look_for_links()
        time.sleep(LOOK_SECONDS)


def _look_for_links() -> None:
    """One round. A busy database is no reason to stop: the next round goes on where this one was."""
    from django.db import DatabaseError, connections

    from baken.links import finding

    try:
        finding.catch_up()
    except DatabaseError as error:
        structlog.get_logger().warning("links not looked up", error=type(error).__name__)
    finally:
        connections.close_all()


def _worker(*, batch: bool) -> Any:
    """A worker that forgets what succeeded: when it ran would tell when an anonymous report came in."""
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker
    from django_tasks_db.models import DBTaskResult

    class Forgetful(Worker):  # type: ignore[misc]  # django-tasks-db has no types
        def run_task(self, db_task_result: Any) -> None:
            super().run_task(db_task_result)
            DBTaskResult.objects.successful().filter(pk=db_task_result.pk).delete()

    return Forgetful(
        queue_names=["default"],
        excluded_queue_names=[],
        interval=1,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
