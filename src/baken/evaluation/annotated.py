"""Notes with labels, as `corpus/` and `evaluation/` hold them: written by people's hand, marked by people's eye.

A note begins with a head, `@ setting | lang | kind | concern | types | flags`, and holds marks `[indicator|the words]`,
with `!`, `?`, `<` or `~` before the indicator where the sign is denied, imagined, over, or about somebody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from baken.assessment.observation import Note, Status

MARK = re.compile(r"\[([!?<~]?)([a-z0-9+-]+)\|([^\[\]|]*)\]")
STATUS = {
    "": Status.AFFIRMED, "!": Status.NEGATED, "?": Status.HYPOTHETICAL, "<": Status.PAST, "~": Status.OTHER_PERSON,
}  # fmt: skip


class BadNote(ValueError):
    """A labelled note that cannot be read: file, head and reason."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One indicator that stands in the text at code points `start` to `end`."""

    indicator: str
    start: int
    end: int
    status: Status


@dataclass(frozen=True, slots=True)
class Labelled:
    """A note and what a careful reader finds in it. `kind`: sign, plain (nothing) or trap (only looks like a sign)."""

    text: str
    setting: str
    language: str
    kind: str
    concern: str
    types: frozenset[str]
    flags: frozenset[str]
    marks: tuple[Mark, ...]

    @property
    def note(self) -> Note:
        """The note as somebody would type it, without its labels."""
        return Note(self.text, setting=self.setting)

    def indicators(self, status: Status = Status.AFFIRMED) -> frozenset[str]:
        """The indicators marked with this status."""
        return frozenset(mark.indicator for mark in self.marks if mark.status is status)


def _text_and_marks(body: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks, last = "", [], 0
    for found in MARK.finditer(body):
        text += body[last : found.start()]
        start = len(text)
        text += found[3]
        marks += [Mark(slug, start, len(text), STATUS[found[1]]) for slug in found[2].split("+")]
        last = found.end()
    return text + body[last:], tuple(marks)


def labelled(block: str, place: str = "") -> Labelled:
    """One note from its head and text. Raises BadNote."""
    head, _, body = block.partition("\n")
    fields = [field.strip() for field in head.removeprefix("@").split("|")]
    if not head.startswith("@") or len(fields) != 6 or not body.strip():
        raise BadNote(f"{place}: {head!r} is geen kop met zes velden en een tekst")
    setting, language, kind, concern, types, flags = fields
    text, marks = _text_and_marks(body)
    return Labelled(text, setting, language, kind, concern, _set(types), _set(flags), marks)


def _set(field: str) -> frozenset[str]:
    return frozenset(each.strip() for each in field.split(",")) - {"-", ""}


def notes_in(folder: Path) -> Iterator[Labelled]:
    """Every note of every `.txt` file below `folder`, in the order of names. Raises BadNote."""
    for path in sorted(folder.rglob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            yield labelled(block, path.name)
