"""What the statistical reader looks at: words, parts of words, meaning classes, and what stands together.

It never sees names or origins: words that name a country, people, language, religion or looks, and capitalised words
inside a sentence that are no ordinary words, are left out before anything is counted.
"""

from collections.abc import Iterator

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
GRAMS = (3, 4, 5)
PAIR_WITHIN = 8  # words between two meaning classes that count as standing together
LIMITS = (1, 3, 6, 12, 17, 24, 60)
PART = 0.35  # a part of a word weighs less than a word
Event = tuple[int, str]


def _number_feature(value: float) -> str:
    return f"n:{next((limit for limit in LIMITS if value <= limit), 'more')}"


class Features:
    """Takes a text apart into features. One for all languages: a class holds the words of both."""

    def __init__(self, catalogue: Catalogue) -> None:
        classes = {slug: item.words.nl + item.words.en for slug, item in catalogue.lexicon.items()}
        self.vocabulary = Vocabulary(classes)
        self.names = {self.vocabulary.number_of(Element(group=slug)): slug for slug in classes}

    def of_form(self, form: str, stem: str) -> list[tuple[str, float]]:
        """The features of one word by itself, with their weight."""
        value = number_in(form)
        if value is not None and form[0].isdigit():
            return [(_number_feature(value), 1.0)]
        framed = f"<{form}>"
        parts = {framed[i : i + size] for size in GRAMS for i in range(len(framed) - size + 1)}
        found = [(f"w:{stem}", 1.0), *((f"g:{part}", PART) for part in sorted(parts))]
        return found if value is None else [*found, (_number_feature(value), 1.0)]

    def kept(self, words: Words) -> list[int]:
        """The places of the words that may count: no origins, no names."""
        hidden: set[int] = set()
        for first, past, numbers in self.vocabulary.found_in(words):
            if any(self.names[number] == MASKED for number in numbers):
                hidden.update(range(first, past))
        return [index for index in range(len(words)) if index not in hidden and not self._name(words, index)]

    def _name(self, words: Words, index: int) -> bool:
        """A word with a capital inside a sentence that no meaning class knows."""
        begins = index == 0 or words.sentences[index] != words.sentences[index - 1]
        first = words.text[words.starts[index]]
        return not begins and first.isupper() and not any(self.vocabulary.known(words.forms[index]))

    def together(self, words: Words, kept: list[int]) -> Iterator[Event]:
        """What stands together, each at the place of its last word: two words in a row, and two meaning classes."""
        before = last_content = ""
        for index in kept:
            stem = words.stems[index]
            if before:
                yield index, f"b:{before}_{stem}"
            if last_content and last_content != before and words.forms[index] not in SMALL:
                yield index, f"b:{last_content}_{stem}"
            before = stem
            if words.forms[index] not in SMALL:
                last_content = stem
        yield from self._classes(words, set(kept))

    def _classes(self, words: Words, kept: set[int]) -> Iterator[Event]:
        recent: list[tuple[int, str]] = []
        for first, past, numbers in self.vocabulary.found_in(words):
            if first not in kept:
                continue
            recent = [(place, name) for place, name in recent if first - place <= PAIR_WITHIN]
            for name in sorted(self.names[number] for number in numbers):
                yield past - 1, f"c:{name}"
                for _, other in recent:
                    if other != name:
                        yield past - 1, f"p:{min(name, other)}+{max(name, other)}"
                recent.append((first, name))
