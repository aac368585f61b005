"""`baken work`: do what waits in the queue."""

import argparse
from typing import Any

from baken.config import start


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
    worker.run()
    return 0


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
