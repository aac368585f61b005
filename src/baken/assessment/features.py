"""What the statistical reader looks at: words, numbers, meaning classes, and words that stand together.

It never sees names or origins: words that name a country, people, language, religion or looks, and capitalised words
inside a sentence that are no ordinary words, are left out before anything is counted.
"""

from baken.assessment.pattern import Element
from baken.assessment.vocabulary import Vocabulary, number_in
from baken.assessment.words import Words
from baken.catalogue import Catalogue

SMALL = frozenset(
    "de het een en of in op van voor met aan bij te ze zij hij haar hem zijn is was er dat die dit als dan ook nog wel om naar uit "
    "over door zo maar wordt heeft had zich mij ik je we the a an and or of in on to for with at by he she they it is was his her him "
    "their that this has had be are as".split()
)
MASKED = "origin"  # the meaning class of words that are left out
LIMITS = (1, 3, 6, 12, 17, 24, 60)
GRAMS = (3, 4)
Event = tuple[int, str]  # the place of a word, and a feature that stands there


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
        classes = {slug: item.words.nl + item.words.en for slug, item in catalogue.lexicon.items()}
        self.vocabulary = Vocabulary(classes)
        self.names = {self.vocabulary.number_of(Element(group=slug)): slug for slug in classes}
        self._last: tuple[Words | None, list[Event]] = (None, [])
        self._stood: tuple[Words | None, list[tuple[int, int, frozenset[int]]]] = (None, [])
        self.masked = self.vocabulary.number_of(Element(group=MASKED))

    def events(self, words: Words) -> list[Event]:
        """Every feature of the text with its place, in the order of the text. The last text is remembered."""
        if self._last[0] is not words:
            self._last = (words, self._events(words))
        return self._last[1]

    def standing(self, words: Words) -> list[tuple[int, int, frozenset[int]]]:
        """Where each meaning class stands. The last text is remembered."""
        if self._stood[0] is not words:
            self._stood = (words, self.vocabulary.found_in(words))
        return self._stood[1]

    def _events(self, words: Words) -> list[Event]:
        standing = self.standing(words)
        hidden = {
            index for first, past, numbers in standing if self.masked in numbers for index in range(first, past)
        }
        known = {first for first, _, _ in standing}
        kept = [index for index in range(len(words)) if index not in hidden and not _name(words, index, known)]
        classes = [
            (past - 1, f"c:{self.names[number]}")
            for first, past, numbers in standing
            if first not in hidden
            for number in numbers
        ]
        return sorted([*_single(words, kept), *_pairs(words, kept), *classes])


def _name(words: Words, index: int, known: set[int]) -> bool:
    """A word with a capital inside a sentence that no meaning class knows."""
    if index == 0 or words.sentences[index] != words.sentences[index - 1] or index in known:
        return False
    return words.text[words.starts[index]].isupper()


def _single(words: Words, kept: list[int]) -> list[Event]:
    found = []
    for index in kept:
        form = words.forms[index]
        value = number_in(form)
        if value is not None:
            found.append((index, number_feature(value)))
        if value is None or not form[0].isdigit():
            found.append((index, f"w:{words.stems[index]}"))
    return found


def _pairs(words: Words, kept: list[int]) -> list[Event]:
    """Two words in a row, and two words of content with small ones between, each at the place of the last."""
    found = []
    before = content = ""
    for index in kept:
        stem, small = words.stems[index], words.forms[index] in SMALL
        if before:
            found.append((index, f"b:{before}_{stem}"))
        if content and content != before and not small:
            found.append((index, f"b:{content}_{stem}"))
        before = stem
        if not small:
            content = stem
    return found
