"""Finding the words of all patterns in one walk over a text.

Every element of every pattern gets a number. A word form is looked up once: as it stands, by its stem, by how it begins
or ends, and, from six letters on, with one typing error. What is found is remembered per word form.
"""

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from baken.assessment.pattern import Element, nested
from baken.assessment.words import TOKEN, Words, plain, stem
from baken.catalogue import Catalogue

TYPO_FROM = 6
REMEMBERED = 50_000
COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq,
    "any": lambda number, limit: True,
}  # fmt: skip
NUMBER_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "one": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "twenty": 20,
}  # fmt: skip
Span = tuple[int, int]
Start = tuple[int, tuple[str, ...]]  # the number of an element, and the stems of the words that must follow


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """The elements that a word or phrase is: their numbers, the same as bits of one number, and those that are meaning classes."""

    numbers: frozenset[int]
    bits: int
    classes: tuple[int, ...]


# The elements that a form is (None: none), and, by the stem of the next word, those that it begins.
Known = tuple[Elements | None, dict[str, list[tuple[tuple[str, ...], Elements]]]]
UNKNOWN: Known = (None, {})
Standing = list[tuple[int, int, Elements]]  # first word, one past the last word, what it is


def number_in(form: str) -> float | None:
    """The number that a word form is or says, or None."""
    if form[0].isdigit():
        try:
            return float(form.replace(",", "."))
        except ValueError:  # a digit of another script
            return None
    return NUMBER_WORDS.get(form)


def less_one(form: str) -> list[str]:
    """The form with each of its letters left out in turn: two forms one typing error apart share one."""
    return [form[:index] + form[index + 1 :] for index in range(len(form))]


class Vocabulary:
    """Every element of the patterns, and how to find it."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.classes = classes
        self.numbers: dict[Element, int] = {}
        self.exact: dict[str, list[Start]] = defaultdict(list)
        self.begins: dict[str, list[int]] = defaultdict(list)
        self.ends: dict[str, list[int]] = defaultdict(list)
        self.compared: list[tuple[int, str, float]] = []
        self._typos: dict[str, set[str]] = defaultdict(set)  # a form less one letter -> forms
        self._seen: dict[str, Known] = {}
        self._made: dict[frozenset[int], Elements] = {}  # most numbers are the same elements
        self._last: tuple[Words | None, Standing] = (None, [])
        self.groups = {self.number_of(Element(group=name)): name for name in classes}

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
                self._learn_any(number, phrase)
            self._seen.clear()
            self._made.clear()
            self._last = (None, [])
        return self.numbers[key]

    def _learn_any(self, number: int, phrase: str) -> None:
        """A phrase of a group may be a meaning class or a number itself. Raises KeyError for a class that does not exist."""
        element = nested(phrase)
        if element is None:
            self._learn(number, phrase)
        elif element.compare:
            self.compared.append((number, element.compare, element.limit))
        else:
            for each in self.classes[element.group]:
                self._learn(number, each)

    def _learn(self, number: int, phrase: str) -> None:
        """A phrase is cut into words as a text is, so that `24/7` and `'s nachts` are found as they are written."""
        if " " not in phrase and phrase.endswith("*"):
            self.begins[plain(phrase[:-1])].append(number)
            return
        if " " not in phrase and phrase.startswith("*"):
            self.ends[plain(phrase[1:])].append(number)
            return
        words = [plain(word) for word in TOKEN.findall(phrase.replace("*", "")) if word[0].isalnum()]
        if not words:
            return
        first, *rest = words
        self.exact[stem(first)].append((number, tuple(stem(word) for word in rest)))
        if len(first) >= TYPO_FROM and first not in self._typos.get(first, ()):
            for variant in (first, *less_one(first)):
                self._typos[variant].add(first)

    def known(self, form: str) -> Known:
        """Which elements this word form is, and which it can begin."""
        known = self._seen.get(form)
        if known is None:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            known = self._seen[form] = self._grouped(form)
        return known

    def _grouped(self, form: str) -> Known:
        longer: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for number, rest in self._look_up(form):
            longer[rest].add(number)
        if not longer:
            return UNKNOWN
        alone = longer.pop((), None)
        by_next: dict[str, list[tuple[tuple[str, ...], Elements]]] = defaultdict(list)
        for rest, numbers in longer.items():
            by_next[rest[0]].append((rest, self._elements(numbers)))
        return self._elements(alone) if alone else None, dict(by_next)

    def _elements(self, numbers: set[int]) -> Elements:
        key = frozenset(numbers)
        if key not in self._made:
            self._made[key] = Elements(key, bits_of(key), tuple(sorted(key & self.groups.keys())))
        return self._made[key]

    def _look_up(self, form: str) -> list[Start]:
        value = number_in(form)
        found: list[Start] = list(self.exact.get(stem(form), ()))
        if value is not None:
            found += [(number, ()) for number, compare, limit in self.compared if COMPARE[compare](value, limit)]
        for length in range(2, len(form) + 1):
            found += [(number, ()) for number in self.begins.get(form[:length], ())]
            found += [(number, ()) for number in self.ends.get(form[-length:], ())]
        if not found and len(form) >= TYPO_FROM:
            found = self._one_typo(form)
        return found

    def _one_typo(self, form: str) -> list[Start]:
        """One letter too many, too few, wrong or swapped, not in the first letter."""
        for variant in (form, *less_one(form)):
            for known in sorted(self._typos.get(variant, ())):
                if known[0] == form[0] and abs(len(known) - len(form)) <= 1:
                    return list(self.exact[stem(known)])
        return []

    def found_in(self, words: Words) -> Standing:
        """What stands where, in the order of the text. The last text is remembered."""
        last, standing = self._last  # read at once: another thread may put its own text there
        if last is not words:
            standing = self._found_in(words)
            self._last = (words, standing)
        return standing

    def _found_in(self, words: Words) -> Standing:
        found: Standing = []
        stems, seen = words.stems, self._seen
        for index, form in enumerate(words.forms):
            alone, longer = seen.get(form) or self.known(form)
            if alone:
                found.append((index, index + 1, alone))
            if longer and index + 1 < len(stems):
                for rest, elements in longer.get(stems[index + 1], ()):
                    end = index + 1 + len(rest)
                    if len(rest) == 1 or tuple(stems[index + 1 : end]) == rest:
                        found.append((index, end, elements))
        return found


def bits_of(numbers: Iterable[int]) -> int:
    """The numbers as bits of one number: whether all of some are there is then one comparison."""
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


@cache
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """The words of all patterns and meaning classes, of both languages, made once."""
    return Vocabulary({slug: item.words.nl + item.words.en for slug, item in catalogue.lexicon.items()})
