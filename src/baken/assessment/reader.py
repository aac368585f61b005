"""The statistical reader: how much a text looks like notes with each indicator, and like notes of concern at all.

A linear model over words, numbers, meaning classes and word pairs, so that every score is a sum over words that can be shown.
It raises or lowers confidence; it never decides alone (see `judge.py`).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from baken.assessment.concern import Concern
from baken.assessment.features import Event, Features
from baken.assessment.vocabulary import TYPO_FROM, less_one
from baken.assessment.weights import Weights, load
from baken.assessment.words import Words
from baken.catalogue import Catalogue

WINDOW, STEP = 12, 3  # words a window holds, and from one window to the next
LIKELY = 12  # indicators that are looked at closely
LONGEST_EVIDENCE = 12  # words
COUNTS = 0.25  # a word belongs to the evidence when it says at least this part of what the best word says
PART_FROM = 5  # letters of a part of an unknown word that is a word by itself


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that the text looks like: as a whole (`note`), and most in the words `first` to `last` (`window`)."""

    indicator: str
    note: float
    window: float
    first: int
    last: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of one text: `concern` above 0 when it looks more like a note of concern than not."""

    concern: float
    candidates: tuple[Candidate, ...]


class Reader:
    """Reads with the weights of the package."""

    def __init__(self, catalogue: Catalogue, weights: Weights) -> None:
        self.features = Features(catalogue)
        self.weights, self.concern = weights, Concern(self.features, weights)
        self._typos: dict[str, str] = {}
        for name in weights.features:
            if name.startswith("w:") and len(name) - 2 >= TYPO_FROM:
                for variant in less_one(name[2:]):
                    self._typos.setdefault(variant, name)
        self._known: dict[str, tuple[int, ...]] = {}

    def read(self, words: Words) -> Reading:
        """The concern of the text and its likeliest indicators, likeliest first."""
        weights, events = self.weights, self.features.events(words)
        concern = self.concern.of(words, events)
        places, numbers = self._numbers(events)
        if not len(numbers):
            return Reading(concern, ())
        once = np.unique(numbers)
        note = weights.indicators[once].sum(0) / float(np.sqrt(weights.squares[once].sum())) + weights.biases
        likely = np.argsort(-note, kind="stable")[:LIKELY]
        said = weights.indicators[numbers][:, likely]
        return Reading(concern, self._candidates(words, places, numbers, note, likely, said))

    def _numbers(self, events: list[Event]) -> tuple[np.ndarray, np.ndarray]:
        places, numbers = [], []
        known = self._known
        for place, name in events:
            found = known.get(name)
            if found is None:
                found = known[name] = self._look_up(name)
            for number in found:
                places.append(place)
                numbers.append(number)
        if len(known) > 100_000:
            known.clear()
        return np.asarray(places, np.int64), np.asarray(numbers, np.int64)

    def _look_up(self, name: str) -> tuple[int, ...]:
        """The number of a feature; for an unknown word that of the word it was meant to be, or of the parts it is made of."""
        features = self.weights.features
        if name in features:
            return (features[name],)
        if not name.startswith("w:") or len(name) - 2 < TYPO_FROM:
            return ()
        word = name[2:]
        for variant in (word, *less_one(word)):
            meant = self._typos.get(variant) or (f"w:{variant}" if variant != word else "")
            if meant in features:
                return (features[meant],)
        begins = next((features[f"w:{word[:n]}"] for n in range(len(word) - 2, PART_FROM - 1, -1) if f"w:{word[:n]}" in features), None)  # fmt: skip
        ends = next((features[f"w:{word[n:]}"] for n in range(2, len(word) - PART_FROM + 1) if f"w:{word[n:]}" in features), None)  # fmt: skip
        return tuple(number for number in (begins, ends) if number is not None)

    def _candidates(
        self, words: Words, places: np.ndarray, numbers: np.ndarray, note: np.ndarray, likely: np.ndarray, said: np.ndarray
    ) -> tuple[Candidate, ...]:  # fmt: skip
        starts = np.arange(0, max(1, len(words) - WINDOW + STEP), STEP)
        begin, end = np.searchsorted(places, starts), np.searchsorted(places, starts + WINDOW)
        total = np.vstack([np.zeros((1, said.shape[1]), np.float32), np.cumsum(said, 0)])
        length = np.concatenate([[0.0], np.cumsum(self.weights.squares[numbers])])
        lengths = np.sqrt(np.maximum(length[end] - length[begin], 1e-6))
        scores = (total[end] - total[begin]) / lengths[:, None] + self.weights.biases[likely]
        best = scores.argmax(0)
        found = []
        for column, label in enumerate(likely):
            row = int(best[column])
            span = slice(int(begin[row]), int(end[row]))
            chosen = _words_that_count(places[span], said[span, column])
            if chosen:
                name = self.weights.labels[int(label)]
                window = float(scores[row, column])
                found.append(Candidate(name, float(note[label]), window, chosen[0], chosen[-1], chosen))
        return tuple(found)


def _words_that_count(places: np.ndarray, said: np.ndarray) -> tuple[int, ...]:
    """The words of a window that speak for the indicator, at most LONGEST_EVIDENCE from the first to the last."""
    by_word: dict[int, float] = {}
    for place, value in zip(places.tolist(), said.tolist(), strict=True):
        by_word[place] = by_word.get(place, 0.0) + value
    most = max(by_word.values(), default=0.0)
    if most <= 0:
        return ()
    return tuple(sorted(place for place, value in by_word.items() if value >= COUNTS * most))[:LONGEST_EVIDENCE]


@cache
def reader(catalogue: Catalogue) -> Reader:
    """The reader of the package, made once."""
    return Reader(catalogue, load())
