"""Search in what we know (pure): forgives typing errors and knows synonyms."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz import fuzz, process

from baken.catalogue import Catalogue
from baken.catalogue.items import Item
from baken.knowledge.synonyms import SYNONYMS

SHORTEST = 2
ALIKE = 78  # of 100: how alike a word must be to a word of a page
ENOUGH = 47  # of 200: how much a page must be worth
MOST = 12  # results a kind
TELLING = ("summary", "explanation", "why", "truth")
KINDS = ("types", "groups", "indicators", "settings", "misconceptions")


@dataclass(frozen=True, eq=False)
class Entry:
    """One page that can be found: the kind, the item, and its words."""

    kind: str
    item: Item
    title: str
    words: tuple[str, ...]
    title_words: frozenset[str]


def _plain(text: str) -> tuple[str, ...]:
    kept = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return tuple(word for word in kept.split() if len(word) >= SHORTEST)


def _entry(kind: str, item: Any, language: str) -> Entry:
    heading = getattr(item, "title", None) or item.claim
    title = heading.say(language)
    also = item.also.say(language) if hasattr(item, "also") else ()
    told = [getattr(item, field).say(language) for field in TELLING if getattr(item, field, None)]
    said = item.wordings.say(language) if kind == "indicators" else ()
    words = _plain(" ".join([title, *also, *told, *said]))
    return Entry(kind, item, title, tuple(dict.fromkeys(words)), frozenset(_plain(" ".join([title, *also]))))


@cache
def entries(catalogue: Catalogue, language: str) -> tuple[Entry, ...]:
    """Every page that can be found, in the order of the kinds."""
    return tuple(
        _entry(kind, item, language)
        for kind in KINDS
        for item in getattr(catalogue, kind).values()
        if not item.retired
    )


def _meant(query: str) -> list[tuple[str, ...]]:
    """The words as typed, and the words of every synonym that is (nearly) in them."""
    plain = " ".join(_plain(query))
    ways = [_plain(query)]
    for known, meant in SYNONYMS.items():
        if known in plain or fuzz.ratio(known, plain) >= 85:
            ways.append(_plain(meant))
    return [way for way in ways if way]


def _worth(entry: Entry, word: str) -> float:
    """How well one word fits: 0 to 200, twice as much when it stands in the title."""
    best = process.extractOne(word, entry.words, scorer=fuzz.ratio, score_cutoff=ALIKE)
    inside = len(word) > 3 and any(word in known for known in entry.title_words)
    if best is None:
        return 180 if inside else 0
    return max(float(best[1]), 90) * 2 if inside or best[0] in entry.title_words else float(best[1])


def _score(entry: Entry, wanted: tuple[str, ...]) -> float:
    return sum(_worth(entry, word) for word in wanted) / len(wanted)


def search(catalogue: Catalogue, query: str, language: str) -> dict[str, list[Entry]]:
    """What was found, best first, at most MOST of a kind; kinds without results are left out."""
    ways = _meant(query[:100])
    worth = {
        entry: max((_score(entry, way) for way in ways), default=0.0) for entry in entries(catalogue, language)
    }
    best = sorted((entry for entry in worth if worth[entry] >= ENOUGH), key=lambda entry: -worth[entry])
    found = {kind: [entry for entry in best if entry.kind == kind][:MOST] for kind in KINDS}
    return {kind: hits for kind, hits in found.items() if hits}
