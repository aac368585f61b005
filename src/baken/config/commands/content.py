"""`baken content lint`, `compile`, and `try`: how well the patterns of an indicator read."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from baken.assessment.recogniser import recogniser
from baken.assessment.words import words_of
from baken.catalogue import load
from baken.catalogue.files import CONTENT, raw_items
from baken.catalogue.lint import lint
from baken.evaluation.annotated import Labelled, notes_in


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("what", choices=["lint", "compile", "try"], help="lint: controleer; compile: leg klaar voor een snelle start; try: probeer de patronen van signalen")  # fmt: skip
    parser.add_argument("indicators", nargs="*", help="bij try: de ids van signalen")
    parser.add_argument("--folder", type=Path, default=CONTENT, help="map met inhoud")
    parser.add_argument("--notes", type=Path, help="bij try: map met notities met labels")
    parser.add_argument("--quiet", action="store_true", help="alleen fouten, geen tips")


def run(args: argparse.Namespace) -> int:
    """Print one line a finding: kind, file, field, what. Ends with 2 when there is an error, 0 when there are only hints."""
    if args.what == "compile":
        raw_items(args.folder)
        return 0
    if args.what == "try":
        return _try(args)
    findings = lint(args.folder)
    errors = [finding for finding in findings if finding.is_error]
    for finding in errors if args.quiet else findings:
        sys.stdout.write(f"{finding}\n")
    sys.stderr.write(f"{len(errors)} fouten, {len(findings) - len(errors)} tips\n")
    return 2 if errors else 0


def _try(args: argparse.Namespace) -> int:
    known = load(args.folder).indicators
    wrong = [slug for slug in args.indicators if slug not in known]
    if wrong or not args.indicators:
        sys.stderr.write(f"baken content try: noem signalen die er zijn{': niet ' + wrong[0] if wrong else ''}\n")
        return 2
    notes = list(notes_in(args.notes)) if args.notes else []
    for slug in args.indicators:
        for line in [*examples(slug, args.folder), *in_notes(slug, notes, args.folder)]:
            sys.stdout.write(f"{slug}\t{line}\n")
    return 0


def found_by_pattern(text: str, language: str, folder: Path) -> set[str]:
    """The indicators whose patterns stand in the text."""
    return {each.indicator for each in recogniser(load(folder), language).by_pattern(words_of(text))}


def examples(slug: str, folder: Path) -> Iterator[str]:
    """Wordings that the patterns miss, and innocent sentences that they find."""
    item = load(folder).indicators[slug]
    for language in ("nl", "en"):
        for text in item.wordings.say(language):
            if slug not in found_by_pattern(text, language, folder):
                yield f"gemist voorbeeld\t{text}"
        for text in item.counter.say(language):
            if slug in found_by_pattern(text, language, folder):
                yield f"onterecht voorbeeld\t{text}"


def in_notes(slug: str, notes: list[Labelled], folder: Path) -> Iterator[str]:
    """How many labelled notes with the sign are found, which are missed, and where it is found without being there."""
    having = [note for note in notes if any(mark.indicator == slug for mark in note.marks)]
    found = [note for note in notes if slug in found_by_pattern(note.text, note.language, folder)]
    if notes:
        yield f"notities\t{len([n for n in having if n in found])} van {len(having)} gevonden, {len([n for n in found if n not in having])} ten onrechte"  # fmt: skip
    for note in having:
        if note not in found:
            words = " / ".join(note.text[m.start : m.end] for m in note.marks if m.indicator == slug)
            yield f"gemist\t{words}\t({note.text[:160]})"
    for note in found:
        if note not in having:
            yield f"ten onrechte\t{note.text[:200]}"
