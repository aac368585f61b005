"""What the statistical reader looks at: words, numbers, meaning classes, and words that stand together.

It never sees names or origins: words that name a country, people, language, religion or looks, and capitalised words
inside a sentence that are no ordinary words, are left out before anything is counted. So are codes: an account or a plate.
"""

import re
from collections.abc import Iterator

from baken.assessment.pattern import Element
from baken.assessment.vocabulary import Standing, number_in, vocabulary
from baken.assessment.words import SMALL, Words
from baken.catalogue import Catalogue

MASKED = "origin"  # the meaning class of words that are left out
LIMITS = (1, 3, 6, 12, 17, 24, 60)
GRAMS = (3, 4)
REMEMBERED = 50_000
CODE = re.compile(r"(?=.*\d)(?=.*[^\W\d]).{6,}|\d{5,}")  # an account, plate or phone number says nothing by itself
Event = tuple[int, str]  # the place of a word, and a feature that stands there
Key = str | int | tuple[str, str]  # a stem or the size of a number, a meaning class, or two stems


def number_feature(value: float) -> str:
    """Numbers count by their size: 4 and 5 are alike, 5 and 50 are not."""
    return f"n:{next((limit for limit in LIMITS if value <= limit), 'more')}"


def grams(form: str) -> set[str]:
    """The parts of three and four letters of a word, with its edges: they see inflection, compounds and typing errors."""
    framed = f"<{form}>"
    return {f"g:{framed[at : at + size]}" for size in GRAMS for at in range(len(framed) - size + 1)}


class Features:
    """Takes a text apart into features. One for all languages: a class holds the words of both."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.vocabulary = vocabulary(catalogue)
        self.names = {number: f"c:{slug}" for number, slug in self.vocabulary.groups.items()}
        self.masked = self.vocabulary.number_of(Element(group=MASKED))
        self._forms: dict[str, tuple[str, bool]] = {}
        self._classes: tuple[Words | None, tuple[list[int], list[str]]] = (None, ([], []))
        self._masked_in: tuple[Words | None, set[int]] = (None, set())

    def events(self, words: Words) -> list[Event]:
        """Every feature of the text with its place, in the order of the text."""
        return sorted((place, self.name(key)) for place, key in zip(*self.keys(words)[:2], strict=True))

    def name(self, key: Key) -> str:
        """The name of a feature: `w:` a word, `n:` a number, `b:` two words, `c:` a meaning class."""
        if isinstance(key, int):
            return self.names[key]
        if isinstance(key, tuple):
            return f"b:{key[0]}_{key[1]}"
        return key if key.startswith("n:") else f"w:{key}"

    def keys(self, words: Words) -> tuple[list[int], list[Key], set[str]]:
        """The same without names, for speed: the places, a key at each, and the distinct forms that are words."""
        standing = self.vocabulary.found_in(words)
        hidden, known = self._hidden(standing)
        kept = [
            index
            for index, form in enumerate(words.forms)
            if index not in hidden and not _name(words, index, known) and not CODE.fullmatch(form)
        ]
        places, keys, forms = self._single(words, kept)
        for place, pair in _pairs(words, kept):
            places.append(place)
            keys.append(pair)
        for first, past, elements in standing:
            if elements.classes and first not in hidden:
                places.extend([past - 1] * len(elements.classes))
                keys.extend(elements.classes)
        return places, keys, forms

    def _single(self, words: Words, kept: list[int]) -> tuple[list[int], list[Key], set[str]]:
        places: list[int] = []
        keys: list[Key] = []
        forms: set[str] = set()
        for index in kept:
            form = words.forms[index]
            size, word = self._forms.get(form) or self._form(form)
            if size:
                places.append(index)
                keys.append(size)
            if word:
                places.append(index)
                keys.append(words.stems[index])
                forms.add(form)
        return places, keys, forms

    def classes(self, words: Words) -> tuple[list[int], list[str]]:
        """Where a meaning class stands, and which, in the order of the text. The last text is remembered."""
        last, classes = self._classes  # read at once: another thread may put its own text there
        if last is not words:
            standing = self.vocabulary.found_in(words)
            told = [(first, self.names[number]) for first, _, elements in standing for number in elements.classes]
            classes = ([first for first, _ in told], [name for _, name in told])
            self._classes = (words, classes)
        return classes

    def masked_in(self, words: Words) -> set[int]:
        """The places of the words that nothing may look at: they name an origin. The last text is remembered."""
        last, masked = self._masked_in  # read at once: another thread may put its own text there
        if last is not words:
            masked = self._hidden(self.vocabulary.found_in(words))[0]
            self._masked_in = (words, masked)
        return masked

    def speaks_of(self, group: str, words: Words) -> bool:
        """Whether a word of this meaning class stands in the text. Raises KeyError for a class that does not exist."""
        number = self.vocabulary.number_of(Element(group=group))
        return any(number in elements.classes for _, _, elements in self.vocabulary.found_in(words))

    def _hidden(self, standing: Standing) -> tuple[set[int], set[int]]:
        """The words that are left out, and those that a class or pattern knows."""
        hidden: set[int] = set()
        known: set[int] = set()
        for first, past, elements in standing:
            if elements.classes:
                known.add(first)
                if self.masked in elements.classes:
                    hidden.update(range(first, past))
        return hidden, known

    def _form(self, form: str) -> tuple[str, bool]:
        """The size when it is a number, and whether it is a word."""
        if len(self._forms) >= REMEMBERED:
            self._forms.clear()
        value = number_in(form)
        size = number_feature(value) if value is not None else ""
        found = self._forms[form] = (size, not size or not form[0].isdigit())
        return found


def _pairs(words: Words, kept: list[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Two words in a row, and two words of content with small ones between, each at the place of the last."""
    before = content = ""
    for index in kept:
        stem = words.stems[index]
        if before:
            yield index, (before, stem)
        if words.forms[index] not in SMALL:
            if content and content != before:
                yield index, (content, stem)
            content = stem
        before = stem


def _name(words: Words, index: int, known: set[int]) -> bool:
    """A word with a capital inside a sentence that no meaning class knows."""
    return (
        words.text[words.starts[index]].isupper()
        and index > 0
        and words.sentences[index] == words.sentences[index - 1]
        and index not in known
    )
