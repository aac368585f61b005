"""`baken content lint` and `baken content compile`."""

import argparse
import sys
from pathlib import Path

from baken.catalogue.files import CONTENT, raw_items
from baken.catalogue.lint import lint


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument(
        "what", choices=["lint", "compile"], help="lint: controleer; compile: leg klaar voor een snelle start"
    )
    parser.add_argument("--folder", type=Path, default=CONTENT, help="map met inhoud")
    parser.add_argument("--quiet", action="store_true", help="alleen fouten, geen tips")


def run(args: argparse.Namespace) -> int:
    """Print one line a finding: kind, file, field, what. Ends with 2 when there is an error, 0 when there are only hints."""
    if args.what == "compile":
        raw_items(args.folder)
        return 0
    findings = lint(args.folder)
    errors = [finding for finding in findings if finding.is_error]
    for finding in errors if args.quiet else findings:
        sys.stdout.write(f"{finding}\n")
    sys.stderr.write(f"{len(errors)} fouten, {len(findings) - len(errors)} tips\n")
    return 2 if errors else 0
