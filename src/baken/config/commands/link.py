"""`baken link`: one report a line in, the links with the reports before it out (CONTRACTS.md)."""

import argparse
import json
import sys

from baken.traits.stream import BadLine, answers


def add(parser: argparse.ArgumentParser) -> None:
    """This command has no words of its own."""


def run(args: argparse.Namespace) -> int:
    """Write every link at once; a wrong line gets one line on standard error and the command ends with 2."""
    wrong = False
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for answer in answers(sys.stdin):
        if isinstance(answer, BadLine):
            wrong = True
            sys.stderr.write(f"{answer}\n")
            continue
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 2 if wrong else 0
