"""Text to findings: which indicators a text speaks of, and where."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from baken.assessment.matching import Rule, Spans, places
from baken.assessment.pattern import Element, Pattern, nested, parse
from baken.assessment.vocabulary import Vocabulary
from baken.assessment.words import Words, words_of
from baken.catalogue import Catalogue

WINDOW = 14
FEWEST = 3  # content words of a wording that must be there
SMALL = frozenset(
    "de het een en of in op van voor met aan bij te ze zij hij haar hem zijn is was er dat die dit als dan ook nog wel om naar uit "
    "over door zo maar niet geen wordt heeft had kan mag moet zich mij ik je we the a an and or of in on to for with at by he she "
    "they it is was his her him their that this has had not no be are as".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An indicator read in a text, from word `first` up to and including word `last`; `used` are the words it rests on."""

    indicator: str
    first: int
    last: int
    used: frozenset[int]
    by: str = "pattern"


class Recogniser:
    """All patterns and wordings of one language, ready to read texts."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        classes = {
            slug: tuple(dict.fromkeys(item.words.say(language) + item.words.say("nl")))
            for slug, item in catalogue.lexicon.items()
        }
        self.vocabulary = Vocabulary(classes)
        self.rules: dict[int, list[tuple[frozenset[int], Rule]]] = defaultdict(list)
        self.wordings: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for indicator in catalogue.current:
            for source in indicator.patterns.say(language):
                self._learn(indicator.slug, parse(source))
            for wording in indicator.wordings.say(language):
                self._remember(indicator.slug, wording)
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

    def _remember(self, indicator: str, wording: str) -> None:
        content = _content(words_of(wording))
        if len(content) >= FEWEST:
            self.wordings[min(content, key=lambda s: (-len(s), s))].append((indicator, content))

    def read(self, text: str) -> tuple[Words, list[Finding]]:
        """The words of `text` and every finding in them, one a sentence and indicator, in the order of the text."""
        words = words_of(text)
        found: dict[tuple[int, str], Finding] = {}
        for finding in [*self.by_pattern(words), *self._by_wording(words)]:
            key = (words.sentences[finding.first], finding.indicator)
            known = found.get(key)
            if known is None or finding.last - finding.first < known.last - known.first:
                found[key] = finding
        return words, sorted(found.values(), key=lambda f: (f.first, f.indicator))

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

    def _by_wording(self, words: Words) -> list[Finding]:
        stems = words.stems
        found = []
        for key in set(stems) & self.wordings.keys():
            middle = stems.index(key)
            near = range(max(0, middle - WINDOW), min(len(stems), middle + WINDOW + 1))
            for indicator, content in self.wordings[key]:
                used = [index for index in near if stems[index] in content]
                covered = len({stems[index] for index in used})
                if covered >= max(FEWEST, 0.8 * len(content)) and used[-1] - used[0] <= WINDOW:
                    found.append(Finding(indicator, used[0], used[-1], frozenset(used)))
        return found


def _spans(standing: list[tuple[int, int, frozenset[int]]], wanted: set[int]) -> Spans:
    """Where each wanted element stands, in the order of the text."""
    spans: Spans = {}
    for first, past, numbers in standing:
        for number in numbers & wanted:
            spans.setdefault(number, []).append((first, past))
    return spans


def _content(words: Words) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem for form, stem in zip(words.forms, words.stems, strict=True) if form not in SMALL)


@cache
def recogniser(catalogue: Catalogue, language: str) -> Recogniser:
    """The reader of one language, made once."""
    return Recogniser(catalogue, language)
