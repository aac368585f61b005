"""`baken assess`: one JSON object a line in, one a line out (CONTRACTS.md)."""

import argparse
import json
import multiprocessing
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from baken.assessment.stream import BadLine, answers, one
from baken.catalogue import load


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--lang", choices=["nl", "en"], default="nl", help="taal van de uitleg")
    parser.add_argument("--jobs", type=int, default=1, help="aantal processen")
    parser.add_argument("--explain", action="store_true", help="leesbare tekst in plaats van JSON")


def _in_process(numbered: tuple[int, str], language: str) -> dict[str, Any] | BadLine | str | None:
    answer = one(numbered, load(), language)
    return str(answer) if isinstance(answer, BadLine) else answer


def _answers(args: argparse.Namespace) -> Iterator[Any]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if args.jobs <= 1:
        yield from answers(sys.stdin, load(), language=args.lang)
        return
    load()
    with multiprocessing.get_context("fork").Pool(args.jobs) as pool:
        yield from pool.imap(partial(_in_process, language=args.lang), enumerate(sys.stdin, start=1), chunksize=64)


def readable(answer: dict[str, Any]) -> str:
    """The answer for people: concern, then each type with its reasons, then what is unknown."""
    told = [f"{answer['id']}: {answer['concern']}{' ACUUT' if answer['acute'] else ''}"]
    for each in answer["types"]:
        told.append(f"  {each['type']}: {each['indication']}")
        told += [f"    - {reason}" for reason in each["reasons"]]
    told += [
        f"  ({seen['status']}) {seen['indicator']}: {seen['evidence'] or 'x'}" for seen in answer["observations"]
    ]
    return "\n".join([*told, *(f"  ? {line}" for line in answer["unknown"])])


def run(args: argparse.Namespace) -> int:
    """Answer every line; a wrong one gets one line on standard error and the command ends with 2."""
    wrong = False
    for answer in _answers(args):
        if answer is None:
            continue
        if isinstance(answer, BadLine | str):
            wrong = True
            sys.stderr.write(f"{answer}\n")
            continue
        sys.stdout.write((readable(answer) if args.explain else json.dumps(answer, ensure_ascii=False)) + "\n")
        sys.stdout.flush()
    return 2 if wrong else 0
