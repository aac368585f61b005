"""Text to findings: which indicators a text speaks of, and where."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from baken.assessment.matching import Rule, Spans, places
from baken.assessment.pattern import Element, Pattern, nested, parse
from baken.assessment.vocabulary import Vocabulary
from baken.assessment.words import Words, words_of
from baken.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Finding:
    """An indicator read in a text, from word `first` up to and including word `last`; `used` are the words it rests on."""

    indicator: str
    first: int
    last: int
    used: frozenset[int]
    by: str = "pattern"


class Recogniser:
    """All patterns of one language, ready to read texts."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        classes = {
            slug: tuple(dict.fromkeys(item.words.say(language) + item.words.say("nl")))
            for slug, item in catalogue.lexicon.items()
        }
        self.vocabulary = Vocabulary(classes)
        self.rules: dict[int, list[tuple[frozenset[int], Rule]]] = defaultdict(list)
        for indicator in catalogue.current:
            for source in indicator.patterns.say(language):
                self._learn(indicator.slug, parse(source))
        for group in classes:
            self.vocabulary.number_of(Element(group=group))
        self.anchors = self.rules.keys()

    def _learn(self, indicator: str, pattern: Pattern) -> None:
        number_of = self.vocabulary.number_of
        rows = tuple(tuple((number_of(element), element.gap) for element in row) for row in pattern.parts)
        without = tuple(number_of(element) for element in pattern.without)
        sizes = [self._words_of(row[0]) for row in pattern.parts]
        anchor = sizes.index(min(sizes))
        rule = Rule(indicator, rows, without, anchor)
        self.rules[rows[anchor][0][0]].append((frozenset(rule.needed), rule))

    def _words_of(self, element: Element) -> int:
        """About how many words an element can be: the search begins at the rarest."""
        if element.compare:
            return 20
        inner = [nested(phrase) for phrase in element.phrases]
        classes = [element.group, *(each.group for each in inner if each)]
        return len(element.phrases) + sum(len(self.vocabulary.classes[name]) for name in classes if name)

    def read(self, text: str) -> tuple[Words, list[Finding]]:
        """The words of `text` and every finding in them."""
        words = words_of(text)
        return words, self.findings(words)

    def findings(self, words: Words) -> list[Finding]:
        """Every finding, one a sentence and indicator (the shortest), in the order of the text."""
        found: dict[tuple[int, str], Finding] = {}
        for finding in self.by_pattern(words):
            key = (words.sentences[finding.first], finding.indicator)
            known = found.get(key)
            if known is None or finding.last - finding.first < known.last - known.first:
                found[key] = finding
        return sorted(found.values(), key=lambda f: (f.first, f.indicator))

    def speaks_of(self, group: str, text: str) -> bool:
        """Whether a word of this meaning class stands in the text."""
        number = self.vocabulary.number_of(Element(group=group))
        return any(number in numbers for _, _, numbers in self.vocabulary.found_in(words_of(text)))

    def by_pattern(self, words: Words) -> list[Finding]:
        """Every place where a pattern stands."""
        standing = self.vocabulary.found_in(words)
        here = set().union(*{numbers for _, _, numbers in standing})
        rules = [rule for anchor in here & self.anchors for needed, rule in self.rules[anchor] if needed <= here]
        if not rules:
            return []
        spans = _spans(standing, {number for rule in rules for number in rule.all})
        return [
            Finding(rule.indicator, min(used), max(used), used)
            for rule in rules
            for used in places(rule, spans, words)
        ]


def _spans(standing: list[tuple[int, int, frozenset[int]]], wanted: set[int]) -> Spans:
    """Where each wanted element stands, in the order of the text."""
    spans: Spans = {}
    for first, past, numbers in standing:
        for number in numbers & wanted:
            spans.setdefault(number, []).append((first, past))
    return spans


@cache
def recogniser(catalogue: Catalogue, language: str) -> Recogniser:
    """The reader of one language, made once."""
    return Recogniser(catalogue, language)
