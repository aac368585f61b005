"""Every kind together: one trait for a stretch of text; the surest and then the longest wins."""

from bisect import bisect_left
from collections.abc import Callable, Iterator

from baken.traits import address, company, document, email, handle, iban, kvk, nickname, person, phone, plate
from baken.traits.letters import plain
from baken.traits.trait import Found, Kind, Trait

Rule = tuple[Callable[[str], Iterator[Found]], Callable[[str], str | None]]
# In the order in which they win when nothing else decides.
RULES: dict[Kind, Rule] = {
    Kind.IBAN: (iban.found, iban.normalise),
    Kind.EMAIL: (email.found, email.normalise),
    Kind.DOCUMENT: (document.found, document.normalise),
    Kind.PLATE: (plate.found, plate.normalise),
    Kind.PHONE: (phone.found, phone.normalise),
    Kind.KVK: (kvk.found, kvk.normalise),
    Kind.HANDLE: (handle.found, handle.normalise),
    Kind.ADDRESS: (address.found, address.normalise),
    Kind.COMPANY: (company.found, company.normalise),
    Kind.NICKNAME: (nickname.found, nickname.normalise),
    Kind.PERSON: (person.found, person.normalise),
}
_ORDER = {kind: place for place, kind in enumerate(RULES)}
LONGEST = 1_000_000  # code points that are read; a report is never longer


def _candidates(text: str) -> list[tuple[Kind, Found]]:
    read = plain(text[:LONGEST])
    return [(kind, each) for kind, (found, _) in RULES.items() for each in found(read)]


def _before(candidate: tuple[Kind, Found]) -> tuple[int, int, int, int]:
    kind, found = candidate
    return -found.strength.rank, found.start - found.end, _ORDER[kind], found.start


def apart(candidates: list[tuple[Kind, Found]]) -> list[tuple[Kind, Found]]:
    """Those that do not overlap, in the order of the text: the surest first, then the longest."""
    kept: list[tuple[int, int, Kind, Found]] = []
    for kind, found in sorted(candidates, key=_before):
        at = bisect_left(kept, (found.start, found.end))
        after = at < len(kept) and kept[at][0] < found.end
        before = at > 0 and kept[at - 1][1] > found.start
        if not (after or before):
            kept.insert(at, (found.start, found.end, kind, found))
    return [(kind, found) for _, _, kind, found in kept]


def find(text: str) -> tuple[Trait, ...]:
    """All traits of a text in order, none overlapping, each with its place in the text as received."""
    return tuple(
        Trait(kind, found.value, found.start, found.end, text[found.start : found.end], found.strength)
        for kind, found in apart(_candidates(text))
    )


def normalise(kind: Kind | str, raw: str) -> str | None:
    """One value in the form in which it is compared, or None when it is no such thing. Twice is the same as once."""
    return RULES[Kind(kind)][1](raw)
