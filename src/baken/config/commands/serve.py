"""`baken serve`: start for real use."""

import argparse
import sys

from baken.config import server, start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--host", default="127.0.0.1", help="adres (zet er een proxy met TLS voor)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2, help="aantal processen")


def run(args: argparse.Namespace) -> int:
    """Bring tables and files up to date, then serve with a worker beside it. Refuses to start as a demo."""
    start.ready()
    from django.conf import settings

    if settings.DEMO:
        start.stop("BAKEN_DEMO staat aan. Voor gebruik: zet die instelling uit. Voor de demo: `baken demo`.")
    if not start.port_is_free(args.host, args.port):
        start.stop(f"poort {args.port} is al in gebruik. Kies een andere met --port.")
    start.tables()
    start.files()
    say_first_run()
    with server.worker():
        server.serve(args.host, args.port, workers=args.workers)
    return 0


def say_first_run() -> None:
    """On the screen only, and only while there is no municipality: where to begin, and the set-up code."""
    from baken.accounts import access, first_run

    if not access.municipalities().exists():
        sys.stdout.write(f"Er is nog geen gemeente. Open /welkom/ en gebruik de opstartcode {first_run.code()}\n")
        sys.stdout.flush()
