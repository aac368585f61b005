"""Finding the words of all patterns in one walk over a sentence.

Every element of every pattern gets a number. A word of the text is looked up once: as it stands, by its stem, by how
it begins or ends, and, from six letters on, with one typing error. What is found is remembered per word form.
"""

import operator
from collections import defaultdict
from collections.abc import Callable, Mapping

from rapidfuzz.distance import OSA

from baken.assessment.pattern import Element
from baken.assessment.words import Word, plain, stem

TYPO_FROM = 6
COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq,
    "any": lambda number, limit: True,
}  # fmt: skip
NUMBER_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "two": 2,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
Span = tuple[int, int]


class Vocabulary:
    """Every element of the patterns, and how to find it."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.classes = classes
        self.numbers: dict[Element, int] = {}
        self.exact: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        self.begins: dict[str, list[int]] = defaultdict(list)
        self.ends: dict[str, list[int]] = defaultdict(list)
        self.compared: list[tuple[int, str, float]] = []
        self._forms: dict[int, list[str]] = defaultdict(list)
        self._seen: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}

    def number_of(self, element: Element) -> int:
        """The number of an element; the same words in another pattern have the same number.

        Raises KeyError for a meaning class that does not exist.
        """
        key = Element(element.phrases, element.group, element.compare, element.limit)
        if key not in self.numbers:
            number = self.numbers[key] = len(self.numbers)
            if key.compare:
                self.compared.append((number, key.compare, key.limit))
            for phrase in self.classes[key.group] if key.group else key.phrases:
                self._learn(number, phrase)
        return self.numbers[key]

    def _learn(self, number: int, phrase: str) -> None:
        if phrase.endswith("*"):
            self.begins[plain(phrase[:-1])].append(number)
            return
        if phrase.startswith("*"):
            self.ends[plain(phrase[1:])].append(number)
            return
        first, *rest = [plain(word) for word in phrase.replace("-", " ").split()] or [""]
        if not first:
            return
        self.exact[stem(first)].append((number, tuple(stem(word) for word in rest)))
        if len(first) >= TYPO_FROM:
            self._forms[len(first)].append(first)

    def _starts(self, form: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Which elements can begin with this word form."""
        if form not in self._seen:
            found = list(self.exact.get(stem(form), ()))
            for length in range(3, len(form) + 1):
                found += [(number, ()) for number in self.begins.get(form[:length], ())]
                found += [(number, ()) for number in self.ends.get(form[-length:], ())]
            if not found and len(form) >= TYPO_FROM:
                found = self._one_typo(form)
            if len(self._seen) > 200_000:
                self._seen.clear()
            self._seen[form] = tuple(found)
        return self._seen[form]

    def _one_typo(self, form: str) -> list[tuple[int, tuple[str, ...]]]:
        for length in (len(form), len(form) - 1, len(form) + 1):
            for known in self._forms.get(length, ()):
                if known[0] == form[0] and OSA.distance(known, form, score_cutoff=1) <= 1:
                    return list(self.exact[stem(known)])
        return []

    def spans(self, words: list[Word]) -> dict[int, list[Span]]:
        """Where each element stands in this sentence, as (first word, one past the last word)."""
        found: dict[int, list[Span]] = defaultdict(list)
        stems = [stem(word.form) for word in words]
        for index, word in enumerate(words):
            value = word.number if word.number is not None else NUMBER_WORDS.get(word.form)
            if value is not None:
                for number, compare, limit in self.compared:
                    if COMPARE[compare](value, limit):
                        found[number].append((index, index + 1))
            for number, rest in self._starts(word.form):
                end = index + 1 + len(rest)
                if not rest or tuple(stems[index + 1 : end]) == rest:
                    found[number].append((index, end))
        return found
