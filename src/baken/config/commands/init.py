"""`baken init`: the first municipality and its first administrator, or one more municipality."""

import argparse
import sys

from baken.config import start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--region", required=True, help="naam van de regio")
    parser.add_argument("--municipality", required=True, help="naam van de gemeente")
    parser.add_argument("--email", required=True, help="e-mailadres van de beheerder")
    parser.add_argument("--name", required=True, help="naam van de beheerder")


def run(args: argparse.Namespace) -> int:
    """Make them, and print the one-time link with which the administrator sets a password and a second factor."""
    start.ready(make_key=True)
    start.tables()
    import baken.accounts.services as services

    try:
        link = services.begin(region=args.region, municipality=args.municipality, email=args.email, name=args.name)
    except services.NotPossible as why:
        sys.stderr.write(f"baken init: {why}\n")
        return 2
    sys.stdout.write(
        f"{args.municipality} is gemaakt. Open deze link om het account van de beheerder te maken:\n{link}\n"
    )
    return 0
