"""Where a pattern stands in a text: its parts close together, each row of elements in its order."""

from bisect import bisect_left
from dataclasses import dataclass

from baken.assessment.vocabulary import Span
from baken.assessment.words import Words

WINDOW = 14  # words from the first to the last
AT_MOST = 40  # places of one pattern in one text
Spans = dict[int, list[Span]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of one indicator in numbers: rows of (element, gap before it), and elements that must not be near."""

    indicator: str
    rows: tuple[tuple[tuple[int, int], ...], ...]
    without: tuple[int, ...]
    anchor: int = 0  # the row with the rarest element: where the search begins

    @property
    def all(self) -> tuple[int, ...]:
        """Every element that the rule speaks of."""
        return (*self.needed, *self.without)

    @property
    def needed(self) -> tuple[int, ...]:
        """Every element that must be in the text."""
        return tuple(number for row in self.rows for number, _ in row)


def places(rule: Rule, spans: Spans, words: Words) -> list[frozenset[int]]:
    """The words of each place where the rule is fulfilled, at most one a sentence."""
    rows = [_row(row, spans, words.sentences) for row in rule.rows]
    if not all(rows):
        return []
    found: list[frozenset[int]] = []
    last = -1
    for way in rows[rule.anchor]:
        sentence = words.sentences[way[0]]
        if sentence == last:
            continue
        used = _around(way, rows, rule.anchor)
        if used and not _near(rule.without, spans, words, used):
            found.append(frozenset(used))
            last = sentence
            if len(found) >= AT_MOST:
                break
    return found


def _around(anchor: Span, rows: list[list[Span]], skip: int) -> set[int] | None:
    """The words of `anchor` and of the nearest way of each other row, when they lie in one window and do not overlap.

    Rows that can stand in few ways choose first: what they need is not taken by a row that has another way.
    """
    used = set(range(*anchor))
    for number, ways in sorted(enumerate(rows), key=lambda row: len(row[1])):
        if number != skip:
            fitting = [way for way in _candidates(ways, anchor[0]) if used.isdisjoint(range(*way))]
            if not fitting:
                return None
            nearest = min(fitting, key=lambda way: _width(used, way))
            if _width(used, nearest) > WINDOW:
                return None
            used.update(range(*nearest))
    return used


def _width(used: set[int], way: Span) -> int:
    return max(max(used), way[1] - 1) - min(min(used), way[0])


def _candidates(ways: list[Span], place: int) -> list[Span]:
    """The ways nearest to `place`, on both sides."""
    index = bisect_left(ways, (place, 0))
    return ways[max(0, index - 2) : index + 3]


def _row(row: tuple[tuple[int, int], ...], spans: Spans, sentences: list[int]) -> list[Span]:
    """Every way in which the elements of one row stand one after another in one sentence, as (first, past the last)."""
    ways = spans[row[0][0]]
    for number, gap in row[1:]:
        after = spans[number]
        longer = []
        for first, past in ways:
            index = bisect_left(after, (past, 0))
            if index < len(after) and after[index][0] <= past + gap:
                end = after[index][1]
                if sentences[first] == sentences[end - 1]:
                    longer.append((first, end))
        ways = longer
    return ways


def _near(without: tuple[int, ...], spans: Spans, words: Words, used: set[int]) -> bool:
    """Whether something that must not be there stands in the sentences of the place."""
    first, last = words.sentences[min(used)], words.sentences[max(used)]
    return any(first <= words.sentences[start] <= last for number in without for start, _ in spans.get(number, ()))
