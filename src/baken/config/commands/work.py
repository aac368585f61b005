"""`baken work`: do what waits in the queue."""

import argparse

from baken.config import start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--once", action="store_true", help="doe wat er nu staat en stop")


def run(args: argparse.Namespace) -> int:
    """Run the worker of django-tasks on the database queue."""
    start.ready()
    from django.core.management import call_command

    call_command("db_worker", batch=args.once, verbosity=0)
    return 0
