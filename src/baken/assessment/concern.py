"""How much a whole text looks like a note of concern: a linear model over words, word pairs and parts of words.

Each distinct word counts once, with its parts; the sum is divided by the length of the whole, so that long notes count as short ones.
"""

from collections.abc import Collection
from math import sqrt

import numpy as np

from baken.assessment.features import Event, grams
from baken.assessment.weights import Weights
from baken.assessment.words import Words

KINDS = ("w:", "n:", "b:")
REMEMBERED = 50_000


def features_of(words: Words, events: list[Event]) -> tuple[set[str], set[str]]:
    """The features that count by themselves, and the forms of which the parts count."""
    alone = {name for _, name in events if name.startswith(KINDS)}
    return alone, {words.forms[place] for place, name in events if name.startswith("w:")}


class Concern:
    """Reads with the weights of the package; what the parts of a word say is remembered per form."""

    def __init__(self, weights: Weights) -> None:
        self.numbers, self.bias = weights.concern_features, weights.concern_bias
        self.types_bias = weights.types_bias
        # One row a feature: what it says of concern, its square for the length, and what it says of each type.
        rows = [weights.concern[:, None], weights.concern_squares[:, None], weights.types]
        self.nothing = len(self.numbers)  # the number of what is no feature: a row of zeros
        self.rows = np.vstack([np.hstack(rows), np.zeros(2 + weights.types.shape[1])]).astype(np.float64)
        self._forms: dict[str, int] = {}
        self._parts = np.zeros((REMEMBERED, self.rows.shape[1]))

    def of(self, numbers: np.ndarray, forms: Collection[str]) -> tuple[float, np.ndarray]:
        """From the distinct features that count by themselves and the distinct forms: the concern and the types.

        Concern above 0: more like a note of concern than not. Types: how much it looks like notes about each of CONTRACT_TYPES, and of danger now; well below 0: not at all.
        """
        if len(self._forms) > REMEMBERED // 2:
            self._forms.clear()
        known = [self._forms.get(form) or self._form(form) for form in forms]
        told = self.rows[numbers].sum(0) + self._parts[known].sum(0)
        length = sqrt(max(float(told[1]), 1e-12))
        return float(told[0]) / length + self.bias, told[2:] / length + self.types_bias

    def _form(self, form: str) -> int:
        """The row of a form, from 1 on; 0, which says nothing, where one text holds more forms than are remembered."""
        row = len(self._forms) + 1
        if row >= REMEMBERED:
            return 0
        self._forms[form] = row
        known = [self.numbers[part] for part in grams(form) if part in self.numbers]
        self._parts[row] = self.rows[known].sum(0)
        return row
