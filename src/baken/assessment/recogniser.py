"""Text to findings: which indicators a text speaks of, and where."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from baken.assessment.pattern import Pattern, parse
from baken.assessment.vocabulary import Span, Vocabulary
from baken.assessment.words import Word, sentences, stem, words_of
from baken.catalogue import Catalogue

WINDOW = 14
TRIES = 200
FEWEST = 3  # content words of a wording that must be there
SMALL = frozenset(
    "de het een en of in op van voor met aan bij te ze zij hij haar hem zijn is was er dat die dit als dan ook nog wel om naar uit "
    "over door zo maar niet geen wordt heeft had kan mag moet zich mij ik je we the a an and or of in on to for with at by he she "
    "they it is was his her him their that this has had not no be are as".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An indicator read in one sentence: the words `first` up to `last` of `sentence` (a list of words)."""

    indicator: str
    first: int
    last: int
    sentence: int
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Rule:
    indicator: str
    parts: tuple[tuple[tuple[int, int], ...], ...]  # rows of (element number, gap before)
    without: tuple[int, ...]


class Recogniser:
    """All patterns and wordings of one language, ready to read texts."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        classes = {
            slug: item.words.say(language) + item.words.say("nl") for slug, item in catalogue.lexicon.items()
        }
        self.vocabulary = Vocabulary(classes)
        self.rules: dict[int, list[_Rule]] = defaultdict(list)
        self.wordings: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for indicator in catalogue.current:
            for source in indicator.patterns.say(language):
                self._learn(indicator.slug, parse(source))
            for wording in indicator.wordings.say(language):
                self._remember(indicator.slug, wording)

    def _learn(self, indicator: str, pattern: Pattern) -> None:
        number_of = self.vocabulary.number_of
        parts = tuple(tuple((number_of(element), element.gap) for element in row) for row in pattern.parts)
        rule = _Rule(indicator, parts, tuple(number_of(element) for element in pattern.without))
        self.rules[parts[0][0][0]].append(rule)

    def _remember(self, indicator: str, wording: str) -> None:
        content = frozenset(stem(word.form) for word in words_of(wording) if word.form not in SMALL)
        if len(content) >= FEWEST:
            self.wordings[min(content, key=lambda s: (-len(s), s))].append((indicator, content))

    def read(self, text: str) -> tuple[list[list[Word]], list[Finding]]:
        """The sentences of `text` and every finding in them, one a sentence and indicator."""
        rows = sentences(words_of(text))
        found: dict[tuple[int, str], Finding] = {}
        for number, words in enumerate(rows):
            for finding in self._read_sentence(words, number):
                key = (number, finding.indicator)
                known = found.get(key)
                if known is None or finding.last - finding.first < known.last - known.first:
                    found[key] = finding
        return rows, sorted(found.values(), key=lambda f: (f.sentence, f.first))

    def _read_sentence(self, words: list[Word], number: int) -> list[Finding]:
        spans = self.vocabulary.spans(words)
        found = []
        for element in list(spans):
            for rule in self.rules.get(element, ()):
                place = _place(rule, spans)
                if place is not None:
                    used = frozenset(place)
                    found.append(Finding(rule.indicator, min(used), max(used), number, used))
        return found + self._by_wording(words, number)

    def _by_wording(self, words: list[Word], number: int) -> list[Finding]:
        stems = [stem(word.form) for word in words]
        found = []
        for key in set(stems) & self.wordings.keys():
            for indicator, content in self.wordings[key]:
                places = [index for index, each in enumerate(stems) if each in content]
                covered = len({stems[index] for index in places})
                if covered >= max(FEWEST, 0.8 * len(content)) and places[-1] - places[0] <= WINDOW:
                    found.append(Finding(indicator, places[0], places[-1], number, frozenset(places)))
        return found


def _place(rule: _Rule, spans: dict[int, list[Span]]) -> set[int] | None:
    """The words that fulfil the rule, closest together, or None."""
    if any(number in spans for number in rule.without):
        return None
    rows = []
    for row in rule.parts:
        places = _row(row, spans)
        if not places:
            return None
        rows.append(places)
    best: set[int] | None = None
    for choice in islice(product(*rows), TRIES):
        used = set().union(*choice)
        apart = len(used) == sum(len(each) for each in choice)
        width = max(used) - min(used)
        if apart and width <= WINDOW and (best is None or width < max(best) - min(best)):
            best = used
    return best


def _row(row: tuple[tuple[int, int], ...], spans: dict[int, list[Span]]) -> list[set[int]]:
    """Every way in which the elements of one part stand one after another."""
    ways: list[tuple[set[int], int]] = [(set(range(*span)), span[1]) for span in spans.get(row[0][0], ())]
    for number, gap in row[1:]:
        ways = [
            (used | set(range(start, end)), end)
            for used, last in ways
            for start, end in spans.get(number, ())
            if last <= start <= last + gap
        ][:TRIES]
    return [used for used, _ in ways]


@cache
def recogniser(catalogue: Catalogue, language: str) -> Recogniser:
    """The reader of one language, made once."""
    return Recogniser(catalogue, language)
