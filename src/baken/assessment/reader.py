"""The statistical reader: how much a text looks like notes with each indicator, and like notes of concern at all.

A linear model over words, numbers, meaning classes and word pairs, so that every score is a sum over words that can be shown.
It raises or lowers confidence; it never decides alone (see `judge.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from threading import Lock

import numpy as np

from baken.assessment.concern import Concern
from baken.assessment.features import Features, Key
from baken.assessment.undisturbed import undisturbed
from baken.assessment.vocabulary import TYPO_FROM, less_one
from baken.assessment.weights import Weights, load
from baken.assessment.words import Words
from baken.catalogue import Catalogue
from baken.catalogue.items import CONTRACT_TYPES

WINDOW, STEP = 12, 3  # words a window holds, and from one window to the next
LIKELY = 12  # indicators that are looked at closely
LONGEST_EVIDENCE = 12  # words
ENOUGH = 700.0  # what the words of a text say together; of the notes to measure with one in a hundred says less than 1,600
COUNTS = 0.25  # a word belongs to the evidence when it says at least this part of what the best word says
ACUTE = "acute"
REMEMBERED = 100_000
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


@dataclass(frozen=True)
class Reading:
    """What the reader says of one text: `concern` above 0 when it looks more like a note of concern than not.

    `types`: how much it looks like notes about each type, and (ACUTE) of danger now; well below 0: not at all. `says_enough`:
    it has so many words of meaning that the reader may point at something by itself; a few words look like anything.
    """

    concern: float
    types: Mapping[str, float]
    candidates: tuple[Candidate, ...]
    says_enough: bool = False

    @cached_property
    def order(self) -> list[str]:
        """The indicators of the candidates, likeliest first by note and window together."""
        return [each.indicator for each in sorted(self.candidates, key=lambda each: -(each.note + each.window))]

    @cached_property
    def _windows(self) -> list[tuple[float, str]]:
        return sorted(((each.window, each.indicator) for each in self.candidates), reverse=True)[:2]

    def best_but(self, indicator: str) -> float:
        """The best window of another indicator than this one; -1 when there is none."""
        return next((window for window, name in self._windows if name != indicator), -1.0)


class Reader:
    """Reads with the weights of the package."""

    def __init__(self, catalogue: Catalogue, weights: Weights) -> None:
        self.features = Features(catalogue)
        self.weights, self.concern = weights, Concern(weights)
        self._typos: dict[str, str] = {}
        for name in weights.features:
            if name.startswith("w:") and len(name) - 2 >= TYPO_FROM:
                for variant in less_one(name[2:]):
                    self._typos.setdefault(variant, name)
        self.nothing = len(weights.features)  # the number of what is no feature
        self._known: dict[Key, int] = {}
        self._numbers = np.full((REMEMBERED, 2), self.nothing, np.int64)
        self._heard = np.zeros(REMEMBERED, np.int64)
        self._last: tuple[Words | None, Reading | None] = (None, None)
        self._lock = Lock()

    def read(self, words: Words) -> Reading:
        """The concern of the text, its types and its likeliest indicators, likeliest first. The last text is remembered."""
        last, reading = self._last
        if last is not words or reading is None:
            with self._lock:  # what is remembered of words is shared by all threads
                reading = self._read(words)
            self._last = (words, reading)
        return reading

    def _read(self, words: Words) -> Reading:
        places, keys, forms = self.features.keys(words)
        rows = np.array([self._known.get(key) or self._learn(key) for key in keys], np.int64)
        concern, types = self.concern.of(np.unique(self._heard[rows]), forms)
        leaning = dict(zip((*CONTRACT_TYPES, ACUTE), types.tolist(), strict=True))
        at, numbers = np.array(places, np.int64), self._numbers[rows]
        said = numbers[:, 0] != self.nothing
        if not said.any():
            return Reading(concern, leaning, ())
        more = numbers[:, 1] != self.nothing
        at, numbers = np.concatenate([at[said], at[more]]), np.concatenate([numbers[said, 0], numbers[more, 1]])
        order = np.argsort(at, kind="stable")
        enough = float(self.weights.squares[np.unique(numbers)].sum()) >= ENOUGH
        return Reading(concern, leaning, self._candidates(len(words), at[order], numbers[order]), enough)

    def _learn(self, key: Key) -> int:
        """The row, from 1 on, that remembers what a key is: one or two features, and what concern counts."""
        if len(self._known) + 2 > REMEMBERED:
            self._known.clear()
        name = self.features.name(key)
        row = self._known[key] = len(self._known) + 1
        found = (*self._look_up(name), self.nothing, self.nothing)
        self._numbers[row] = found[:2]
        self._heard[row] = self.concern.numbers.get(name, self.concern.nothing)
        return row

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

    def _candidates(self, length: int, places: np.ndarray, numbers: np.ndarray) -> tuple[Candidate, ...]:
        """For each likely indicator the window that says most, and the words in it that count."""
        weights = self.weights
        once, which = np.unique(numbers, return_inverse=True)
        told = weights.indicators[once].astype(np.float32)
        length_around = float(np.sqrt(weights.around_squares[once].sum())) or 1.0
        biases = (
            weights.biases + weights.around[once].sum(0, dtype=np.float32) / length_around
        )  # what the whole text speaks of
        note = told.sum(0) / float(np.sqrt(weights.squares[once].sum())) + biases
        likely = np.argsort(-note, kind="stable")[:LIKELY]
        at, begins = np.unique(places, return_index=True)  # the words that say anything
        said = np.add.reduceat(told[:, likely][which], begins)  # word x indicator
        squares = np.add.reduceat(weights.squares[numbers], begins)
        starts = np.arange(0, max(1, length - WINDOW + STEP), STEP)
        begin, end = np.searchsorted(at, starts), np.searchsorted(at, starts + WINDOW)
        total = np.vstack([np.zeros((1, said.shape[1]), np.float32), np.cumsum(said, 0)])
        summed = np.concatenate([[0.0], np.cumsum(squares)])
        lengths = np.sqrt(np.maximum(summed[end] - summed[begin], 1e-6))
        scores = (total[end] - total[begin]) / lengths[:, None] + biases[likely]
        best = scores.argmax(0)
        chosen = _words_that_count(at, said, begin[best], end[best])
        windows, notes = scores[best, np.arange(len(likely))].tolist(), note[likely].tolist()
        return tuple(
            Candidate(weights.labels[label], notes[i], windows[i], chosen[i][0], chosen[i][-1], chosen[i])
            for i, label in enumerate(likely.tolist())
            if chosen[i]
        )


def _words_that_count(
    places: np.ndarray, said: np.ndarray, begin: np.ndarray, end: np.ndarray
) -> list[tuple[int, ...]]:
    """For each column of `said` the words from `begin` to `end` that speak for the indicator, at most LONGEST_EVIDENCE."""
    rows = begin[:, None] + np.arange(WINDOW)
    inside = rows < end[:, None]
    rows = np.where(inside, rows, 0)
    values = np.where(inside, said[rows, np.arange(said.shape[1])[:, None]], 0.0)
    most = values.max(1, keepdims=True)
    counts = (values >= COUNTS * most) & (values > 0)
    return [
        tuple(place for place, counted in zip(line, mask, strict=True) if counted)[:LONGEST_EVIDENCE]
        for line, mask in zip(places[rows].tolist(), counts.tolist(), strict=True)
    ]


@cache
def reader(catalogue: Catalogue) -> Reader:
    """The reader of the package, made once."""
    with undisturbed():
        return Reader(catalogue, load())
