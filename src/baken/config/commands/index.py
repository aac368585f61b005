"""`baken index`: give reports their tokens that came before the ground to compare them, or that have older rules."""

import argparse
import sys

from baken.config import start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--municipality", default="", help="alleen deze gemeente (haar naam in de adressen)")


def run(args: argparse.Namespace) -> int:
    """Go on where it stopped last time, until every report is done; then look for links. Ends with 2 for an unknown place."""
    start.ready()
    from baken.accounts import access
    from baken.links import finding

    places = [each for each in access.municipalities() if args.municipality in ("", each.slug)]
    if not places:
        sys.stderr.write(f"baken index: de gemeente {args.municipality} is er niet\n")
        return 2
    for place in places:
        done = 0
        while some := finding.give_tokens(place):
            done += some
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{place.name}: {done}")
        while finding.look_up(place.pk, most=finding.A_ROUND):
            pass
        sys.stdout.write(f"{place.name}\t{done}\n")
    return 0
