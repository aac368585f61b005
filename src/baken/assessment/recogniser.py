"""Text to findings: which indicators a text speaks of, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from baken.assessment.matching import Rule, Spans, places
from baken.assessment.pattern import Pattern, parse, spelled_out
from baken.assessment.undisturbed import undisturbed
from baken.assessment.vocabulary import Elements, Standing, bits_of, vocabulary
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
        self.vocabulary = vocabulary(catalogue)
        self.rules: dict[int, list[tuple[int, Rule]]] = defaultdict(list)
        rules = [
            self._rule(indicator.slug, parse(source))
            for indicator in catalogue.current
            for told in indicator.patterns.say(language)
            for source in spelled_out(told)
        ]
        often = self._often(catalogue, language)
        for rule in rules:
            anchor = min(range(len(rule.rows)), key=lambda row: min(often[number] for number, _ in rule.rows[row]))
            rarest = min(rule.needed, key=lambda number: often[number])
            self.rules[rarest].append((bits_of(rule.needed), replace(rule, anchor=anchor)))
        self.anchors = bits_of(self.rules)

    def _often(self, catalogue: Catalogue, language: str) -> Counter[int]:
        """In how many wordings of the content each element stands: the search begins at the rarest."""
        told = (text for item in catalogue.current for text in item.wordings.say(language))
        standing: Counter[Elements] = Counter()
        for text in told:
            standing.update({each for _, _, each in self.vocabulary.found_in(words_of(text))})
        often: Counter[int] = Counter()
        for elements, times in standing.items():
            for number in elements.numbers:
                often[number] += times
        return often

    def _rule(self, indicator: str, pattern: Pattern) -> Rule:
        number_of = self.vocabulary.number_of
        rows = tuple(tuple((number_of(element), element.gap) for element in row) for row in pattern.parts)
        without = tuple(number_of(element) for element in pattern.without)
        return Rule(indicator, rows, without)

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

    def by_pattern(self, words: Words) -> list[Finding]:
        """Every place where a pattern stands."""
        standing = self.vocabulary.found_in(words)
        rules = list(self._possible(standing))
        if not rules:
            return []
        spans = _spans(standing, {number for rule in rules for number in rule.all})
        return [
            Finding(rule.indicator, min(used), max(used), used)
            for rule in rules
            for used in places(rule, spans, words)
        ]

    def _possible(self, standing: Standing) -> Iterator[Rule]:
        """The rules of which every element is in the text."""
        here = 0
        for elements in {elements for _, _, elements in standing}:
            here |= elements.bits
        anchors = here & self.anchors
        while anchors:
            lowest = anchors & -anchors
            for needed, rule in self.rules[lowest.bit_length() - 1]:
                if needed & here == needed:
                    yield rule
            anchors ^= lowest


def _spans(standing: Standing, wanted: set[int]) -> Spans:
    """Where each wanted element stands, in the order of the text."""
    spans: Spans = {}
    bits = bits_of(wanted)
    for first, past, elements in standing:
        if elements.bits & bits:
            for number in elements.numbers & wanted:
                spans.setdefault(number, []).append((first, past))
    return spans


@cache
def recogniser(catalogue: Catalogue, language: str) -> Recogniser:
    """The reader of one language, made once."""
    with undisturbed():
        return Recogniser(catalogue, language)
