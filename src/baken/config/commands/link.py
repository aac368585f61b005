"""`baken link`: one report a line in, the links with the reports before it out (CONTRACTS.md)."""

import argparse
import json
import sys
from typing import Any

from baken.traits.stream import BadLine, answers


def add(parser: argparse.ArgumentParser) -> None:
    """This command has no words of its own."""


def line_of(link: dict[str, Any]) -> str:
    """The link as JSON; half a sign (a lone surrogate) in an id cannot be written as UTF-8, and stays escaped."""
    line = json.dumps(link, ensure_ascii=False)
    return line if line.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in line) else json.dumps(link)


def run(args: argparse.Namespace) -> int:
    """Write every link at once; a wrong line gets one line on standard error and the command ends with 2."""
    wrong = False
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for answer in answers(sys.stdin):
        if isinstance(answer, BadLine):
            wrong = True
            sys.stderr.write(f"{answer}\n")
            continue
        sys.stdout.write(line_of(answer) + "\n")
        sys.stdout.flush()
    return 2 if wrong else 0
