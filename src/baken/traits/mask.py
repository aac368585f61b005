"""What is personal data in a text, so that it can be masked in one go: traits of people, dates of birth and BSN.

Wider than `find`: to hide too much can be put right, to show too much cannot. Firms are no people and stay.
"""

import re
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


# Country, check digits and bank; then groups with a digit in each, of which there are seven or more together.
_NUMBER = re.compile(
    r"[A-Za-z]{2} ?[0-9]{2}(?:[ .\-]{0,2}[A-Za-z]){4}"
    r"(?=(?:[ .\-]{0,2}[A-Za-z]{0,4}[0-9]){7})(?:[A-Za-z0-9]|[ .\-]{1,2}(?=[A-Za-z]{0,4}[0-9]))+"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text to mask (af te schermen), and what it is: a kind of trait, `birth` or `bsn`."""

    start: int
    end: int
    what: str


def _accounts(text: str) -> Iterator[Span]:
    """Bank accounts with a typing mistake too: they are somebody's all the same. Words after the number stay."""
    right = {each.start for each in iban.found(text)}  # `find` has these
    for match in iban.CANDIDATE.finditer(text):
        signs = re.sub(r"[ .\-]", "", match.group())
        number = _NUMBER.match(text, match.start(), match.end())
        if number and match.start() not in right and signs[:2].isupper() and signs[4:8].isalpha():
            yield Span(*number.span(), "iban")


def _spans(text: str) -> Iterator[Span]:
    read = plain(text)
    yield from (Span(each.start, each.end, each.kind) for each in find(text) if each.kind not in _SHOWN)
    yield from (Span(*place, "bsn") for place in bsn.spans(read))
    yield from _accounts(read)
    for born in birth.dates(read):
        if born.called or born.value < _CHILD_TODAY:
            yield Span(born.start, born.end, "birth")


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
