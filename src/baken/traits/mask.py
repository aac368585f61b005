"""What is personal data in a text, so that it can be masked in one go: traits of people, dates of birth and BSN.

Wider than `find`: to hide too much can be put right, to show too much cannot. Firms are no people and stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from baken.traits import birth, bsn, iban
from baken.traits.find import find
from baken.traits.letters import plain
from baken.traits.trait import Kind

_SHOWN = frozenset({Kind.COMPANY})
_CHILD_TODAY = (
    "2025"  # a full date up to this year may be somebody's birthday; a later one is a date of something else
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text to mask (af te schermen), and what it is: a kind of trait, `birth` or `bsn`."""

    start: int
    end: int
    what: str


def _spans(text: str) -> Iterator[Span]:
    for trait in find(text):
        if trait.kind not in _SHOWN:
            yield Span(trait.start, trait.end, trait.kind)
    read = plain(text)
    for born in birth.dates(read):
        if born.called or born.value < _CHILD_TODAY:
            yield Span(born.start, born.end, "birth")
    for start, end in bsn.spans(read):
        yield Span(start, end, "bsn")
    for match in iban.CANDIDATE.finditer(read):  # one with a typing mistake is somebody's account all the same
        if match.group()[4:].replace(" ", "")[:4].isalpha() and match.group()[:2].isupper():
            yield Span(*match.span(), "iban")


def spans_to_mask(text: str) -> tuple[Span, ...]:
    """Every stretch of personal data in the order of the text; those that touch or overlap are one."""
    merged: list[Span] = []
    for span in sorted(_spans(text), key=lambda each: (each.start, -each.end)):
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Span(last.start, max(last.end, span.end), last.what)
        else:
            merged.append(span)
    return tuple(merged)
