"""`baken purge`: destroy what retention asks, with a register without content."""

import argparse
import sys

from baken.config import start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--dry-run", action="store_true", help="tel alleen, verwijder niets")


def run(args: argparse.Namespace) -> int:
    """Print one line a municipality and kind: name, kind, number. What no municipality confirmed stays."""
    start.ready()
    from django.utils import timezone

    from baken.oversight import purge
    from baken.privacy import leftovers

    for gone in purge.purge(timezone.localdate(), dry_run=args.dry_run):
        where = gone.municipality.name if gone.municipality else "alle gemeenten"
        if gone.kind == purge.FAILED:
            sys.stderr.write(f"{where}: {gone.count} konden niet weg, en staan er nog helemaal\n")
            continue
        sys.stdout.write(f"{where}\t{gone.kind}\t{gone.count}\n")
    if swept := leftovers.sweep(timezone.now(), dry_run=args.dry_run):
        sys.stdout.write(f"alle gemeenten\ttechnical\t{swept}\n")
    if args.dry_run:
        sys.stderr.write("proef: er is niets verwijderd\n")
    elif not leftovers.wipe():
        sys.stderr.write("het logbestand van de database was in gebruik: doe dit nog eens als er niemand werkt\n")
    return 0
