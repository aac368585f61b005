"""Hiding a stretch of a text and showing it again, with what was recognised kept in its right place. Pure.

An observation is the stored dict of a finding: `start`, `end` (code points, or None for a tick) and `evidence`.
"""

from typing import Any, NamedTuple

Seen = list[dict[str, Any]]


class Hidden(NamedTuple):
    """What a label stands for: the words, and which edges of findings lay inside them (number, from, until)."""

    words: str
    touched: list[tuple[int, int | None, int | None]]


def hide_at(text: str, seen: Seen, start: int, end: int, label: str) -> tuple[str, Seen, Hidden]:
    """The text with `label` for `text[start:end]`, the findings in their new place, and what is needed to go back."""
    new, last, shift = text[:start] + label + text[end:], start + len(label), len(label) - (end - start)
    moved: Seen = []
    touched: list[tuple[int, int | None, int | None]] = []
    for number, each in enumerate(seen):
        if each["start"] is None:
            moved.append(each)
            continue
        begins, ends = (place - start if start < place < end else None for place in (each["start"], each["end"]))
        if (begins, ends) != (None, None):
            touched.append((number, begins, ends))
        first = _after(each["start"], end, shift) if begins is None else start
        until = _after(each["end"], end, shift) if ends is None else last
        moved.append({**each, "start": first, "end": until, "evidence": new[first:until]})
    return new, moved, Hidden(text[start:end], touched)


def show_at(text: str, seen: Seen, start: int, label: str, hidden: Hidden) -> tuple[str, Seen]:
    """The way back: the words in place of the label, and every finding as it was."""
    new, end = text[:start] + hidden.words + text[start + len(label) :], start + len(label)
    shift = len(hidden.words) - len(label)
    inside = {number: (first, until) for number, first, until in hidden.touched}
    moved: Seen = []
    for number, each in enumerate(seen):
        if each["start"] is None:
            moved.append(each)
            continue
        first, until = inside.get(number, (None, None))
        begin = _after(each["start"], end, shift) if first is None else start + first
        close = _after(each["end"], end, shift) if until is None else start + until
        moved.append({**each, "start": begin, "end": close, "evidence": new[begin:close]})
    return new, moved


def _after(place: int, end: int, shift: int) -> int:
    """Where a place is when what ended at `end` became longer or shorter."""
    return place + shift if place >= end else place
