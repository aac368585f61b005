"""`baken register`: the processing register and the facts for a DPIA, made from the code."""

import argparse
import json
import sys

from baken.config import start


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--json", action="store_true", help="als JSON")


def run(args: argparse.Namespace) -> int:
    """Print every kind of personal data with its purpose, ground, term, fields and readers, and then the facts."""
    start.awake()
    from baken.oversight import register

    told = register.as_json()
    if args.json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return 0
    for row in told["records"]:
        sys.stdout.write(
            "\n".join(
                [f"{row['model']}: {row['what']}", *(f"  {name}: {value}" for name, value in row.items()), ""]
            )
        )
    for name, value in told["facts"].items():
        sys.stdout.write(f"{name}: {value}\n")
    return 0
