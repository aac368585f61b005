"""`baken evaluate`: how good the assessment is on labelled notes, and where it was wrong."""

import argparse
import sys
from pathlib import Path

from baken.assessment.assess import assess
from baken.assessment.observation import Assessment, Status
from baken.catalogue import load
from baken.catalogue.items import CONTRACT_TYPES
from baken.evaluation.annotated import BadNote, Labelled, notes_in
from baken.evaluation.measure import Figure, Pair, figures


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("folder", type=Path, help="map met gelabelde notities (.txt)")
    parser.add_argument("--draws", type=int, default=200, help="aantal trekkingen voor de intervallen")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="toon ook de N ergste fouten")


def run(args: argparse.Namespace) -> int:
    """Print one line a figure: name, share, interval, number of cases; then the worst mistakes. Ends with 2 without notes."""
    try:
        notes = list(notes_in(args.folder))
    except BadNote as why:
        sys.stderr.write(f"baken evaluate: {why}\n")
        return 2
    if not notes:
        sys.stderr.write(f"baken evaluate: geen notities gevonden in {args.folder}\n")
        return 2
    pairs = [(note, assess(note.note, load())) for note in notes]
    sys.stdout.write(f"{len(notes)} notities, inhoud {load().version}\n")
    for figure in figures(pairs, CONTRACT_TYPES, draws=args.draws):
        sys.stdout.write(f"{line_of(figure)}\n")
    for note, answer in sorted(pairs, key=badness, reverse=True)[: args.worst]:
        sys.stdout.write(f"\n{told(note, answer)}\n")
    return 0


def line_of(figure: Figure) -> str:
    """One figure in words."""
    if figure.value is None:
        return f"{figure.name:26} -"
    interval = f"{figure.low:.3f}-{figure.high:.3f}" if figure.low is not None else ""
    return f"{figure.name:26} {figure.value:.3f}  {interval:13} n={figure.count}"


def badness(pair: Pair) -> float:
    """How bad a mistake is: a missed high concern and a false accusation first, then wrong indicators."""
    note, answer = pair
    order = {"none": 0, "low": 1, "high": 2}
    wrong = len(note.indicators() ^ set(answer.affirmed))
    return 10 * abs(order[note.concern] - order[answer.concern]) + wrong


def told(note: Labelled, answer: Assessment) -> str:
    """One mistake: the note, what it has and what was found."""
    missed = sorted(note.indicators() - set(answer.affirmed))
    false = [
        f"{seen.indicator} ({seen.evidence})"
        for seen in answer.observations
        if seen.status is Status.AFFIRMED and seen.indicator not in note.indicators()
    ]
    return (
        f"[{note.setting}, {note.kind}] {note.concern} -> {answer.concern}\n  {note.text}\n"
        f"  gemist: {', '.join(missed) or '-'}\n  te veel: {', '.join(false) or '-'}"
    )
