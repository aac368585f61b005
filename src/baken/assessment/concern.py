"""How much a whole text looks like a note of concern: a linear model over words, word pairs and parts of words.

Each distinct word counts once, with its parts; the sum is divided by the length of the whole, so that long notes count as short ones.
"""

from math import sqrt

import numpy as np

from baken.assessment.features import Event, Features, grams
from baken.assessment.weights import Weights
from baken.assessment.words import Words
from baken.catalogue.items import CONTRACT_TYPES

KINDS = ("w:", "n:", "b:")
REMEMBERED = 100_000


def features_of(words: Words, events: list[Event]) -> tuple[set[str], set[str]]:
    """The features that count by themselves, and the forms of which the parts count."""
    alone = {name for _, name in events if name.startswith(KINDS)}
    return alone, {words.forms[place] for place, name in events if name.startswith("w:")}


class Concern:
    """Reads with the weights of the package; what a word and its parts say is remembered per form."""

    def __init__(self, features: Features, weights: Weights) -> None:
        self.features, self.weights = features, weights
        self.numbers, self.bias = weights.concern_features, weights.concern_bias
        self.values, self.squares = weights.concern.tolist(), weights.concern_squares.tolist()
        self._forms: dict[str, tuple[float, float]] = {}
        self._types: dict[str, np.ndarray] = {}

    def of(self, words: Words, events: list[Event]) -> float:
        """Above 0: more like a note of concern than not."""
        alone, forms = features_of(words, events)
        said = length = 0.0
        for name in alone:
            number = self.numbers.get(name)
            if number is not None:
                said += self.values[number]
                length += self.squares[number]
        for form in forms:
            value, square = self._forms.get(form) or self._form(form)
            said += value
            length += square
        return said / sqrt(length) + self.bias if length else self.bias

    def types_of(self, words: Words) -> dict[str, float]:
        """How much the text looks like notes about each type of exploitation; well below 0: not at all."""
        alone, forms = features_of(words, self.features.events(words))
        known = [self.numbers[name] for name in alone if name in self.numbers]
        parts = [self._parts(form) for form in forms]
        if not known and not parts:
            return {}
        squares = self.weights.concern_squares[known].sum() + sum(self._forms[form][1] for form in forms)
        said = self.weights.types[known].sum(0) + np.sum(parts, axis=0)
        scores = said / max(float(np.sqrt(squares)), 1e-6) + self.weights.types_bias
        return dict(zip(CONTRACT_TYPES, scores.tolist(), strict=True))

    def _parts(self, form: str) -> np.ndarray:
        """What the parts of a word say of each type."""
        if form not in self._types:
            if len(self._types) >= REMEMBERED:
                self._types.clear()
            known = [self.numbers[part] for part in grams(form) if part in self.numbers]
            self._types[form] = self.weights.types[known].sum(0)
        if form not in self._forms:
            self._form(form)
        return self._types[form]

    def _form(self, form: str) -> tuple[float, float]:
        known = [self.numbers[part] for part in grams(form) if part in self.numbers]
        if len(self._forms) >= REMEMBERED:
            self._forms.clear()
        found = self._forms[form] = (sum(self.values[n] for n in known), sum(self.squares[n] for n in known))
        return found
