"""Search in what we know (pure): forgives typing errors and knows synonyms."""

from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from baken.catalogue import Catalogue
from baken.catalogue.items import Item
from baken.knowledge.synonyms import SYNONYMS

SHORTEST = 2
ALIKE = 78  # of 100: how alike a word must be to a word of a page
MOST = 12  # results a kind
KINDS = ("types", "groups", "indicators", "settings", "misconceptions")


@dataclass(frozen=True)
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


@cache
def entries(catalogue: Catalogue, language: str) -> tuple[Entry, ...]:
    """Every page that can be found, in the order of the kinds."""
    found = []
    for kind in KINDS:
        for item in getattr(catalogue, kind).values():
            if item.retired:
                continue
            heading = getattr(item, "title", None) or item.claim
            title = heading.say(language)
            more = [*item.also.say(language)] if hasattr(item, "also") else []
            for field in ("summary", "explanation", "why", "truth"):
                if getattr(item, field, None):
                    more.append(getattr(item, field).say(language))
            more += item.wordings.say(language) if kind == "indicators" else []
            words = _plain(" ".join([title, *more]))
            titled = frozenset(
                _plain(" ".join([title, *(item.also.say(language) if hasattr(item, "also") else [])]))
            )
            found.append(Entry(kind, item, title, tuple(dict.fromkeys(words)), titled))
    return tuple(found)


def _meant(query: str) -> list[tuple[str, ...]]:
    """The words as typed, and the words of every synonym that is (nearly) in them."""
    plain = " ".join(_plain(query))
    ways = [_plain(query)]
    for known, meant in SYNONYMS.items():
        if known in plain or fuzz.ratio(known, plain) >= 85:
            ways.append(_plain(meant))
    return [way for way in ways if way]


def _score(entry: Entry, wanted: tuple[str, ...]) -> float:
    total = 0.0
    for word in wanted:
        best = process.extractOne(word, entry.words, scorer=fuzz.ratio, score_cutoff=ALIKE)
        inside = any(word in known for known in entry.title_words) if len(word) > 3 else False
        if best is None and not inside:
            continue
        alike = max(best[1] if best else 0, 90 if inside else 0)
        total += alike * (2 if inside or (best and best[0] in entry.title_words) else 1)
    return total / len(wanted)


def search(catalogue: Catalogue, query: str, language: str) -> dict[str, list[Entry]]:
    """What was found, best first, at most MOST of a kind; kinds without results are left out."""
    scored: list[tuple[float, Entry]] = []
    ways = _meant(query[:100])
    for entry in entries(catalogue, language):
        score = max((_score(entry, way) for way in ways), default=0.0)
        if score >= ALIKE * 0.6:
            scored.append((score, entry))
    scored.sort(key=lambda pair: -pair[0])
    found: dict[str, list[Entry]] = {}
    for kind in KINDS:
        of_kind = [entry for _, entry in scored if entry.kind == kind][:MOST]
        if of_kind:
            found[kind] = of_kind
    return found
