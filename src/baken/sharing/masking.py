"""What is hidden in a text before it leaves, and where. Pure: the same text and choices give the same result.

Everything that `traits` finds is hidden unless it is needed: also where the same value stands once more, and the separate
parts of a hidden name. What is hidden leaves a label, so that the length of a name tells nothing.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from baken.catalogue.text import Text
from baken.traits import Kind, find, spans_to_mask

LABELS = {
    "person": Text("[naam]", "[name]"),
    "phone": Text("[telefoonnummer]", "[phone number]"),
    "email": Text("[e-mailadres]", "[e-mail address]"),
    "plate": Text("[kenteken]", "[number plate]"),
    "iban": Text("[rekeningnummer]", "[account number]"),
    "kvk": Text("[KvK-nummer]", "[company number]"),
    "address": Text("[adres]", "[address]"),
    "document": Text("[documentnummer]", "[document number]"),
    "handle": Text("[account]", "[account]"),
    "company": Text("[bedrijf]", "[company]"),
    "nickname": Text("[bijnaam]", "[nickname]"),
    "birth": Text("[geboortedatum]", "[date of birth]"),
    "bsn": Text("[burgerservicenummer]", "[citizen service number]"),
    "word": Text("[afgeschermd]", "[masked]"),
}
_LABEL = re.compile("|".join(re.escape(said) for each in LABELS.values() for said in (each.nl, each.en)))
ROUNDS = 6  # hiding one thing can make another recognisable; this often is looked again


class Found(NamedTuple):
    """A piece of personal data somewhere in the texts: what it is, and how it was written."""

    what: str
    value: str

    @property
    def key(self) -> str:
        """How a form says that this one is needed."""
        return f"{self.what}:{_plain(self.value)}"


class Stretch(NamedTuple):
    """A place in a text that is hidden."""

    start: int
    end: int
    what: str


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


def _spans(text: str) -> Iterator[Stretch]:
    labels = [match.span() for match in _LABEL.finditer(text)]
    spans = [(each.start, each.end, each.what) for each in spans_to_mask(text)]
    spans += [(each.start, each.end, each.kind) for each in find(text) if each.kind == Kind.COMPANY]
    for start, end, what in spans:
        if not any(start < last and first < end for first, last in labels):
            yield Stretch(start, end, str(what))
        elif remains := _beside(start, end, labels):
            yield from (Stretch(*place, str(what)) for place in remains if _has_letters(text, place))


def _beside(start: int, end: int, labels: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a stretch that lie outside the labels."""
    places, at = [], start
    for first, last in labels:
        if first < end and last > start:
            places.append((at, max(at, first)))
            at = max(at, last)
    return [*places, (at, max(at, end))]


def _has_letters(text: str, place: tuple[int, int]) -> bool:
    return any(sign.isalnum() for sign in text[slice(*place)])


def findings(texts: Iterable[str]) -> tuple[Found, ...]:
    """The personal data in these texts, each once, in the order of reading."""
    found: dict[str, Found] = {}
    for text in texts:
        for span in _spans(text):
            each = Found(span.what, text[span.start : span.end])
            found.setdefault(each.key, each)
    return tuple(found.values())


def _everywhere(value: str, *, exact: bool = False) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in value.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", 0 if exact else re.IGNORECASE)


def _patterns(found: Iterable[Found], words: Iterable[str]) -> list[tuple[re.Pattern[str], str]]:
    patterns = [(_everywhere(word), "word") for word in words if word.strip()]
    for each in found:
        patterns.append((_everywhere(each.value), each.what))
        if each.what in ("person", "nickname"):
            parts = re.findall(r"\w{3,}", each.value)
            patterns += [(_everywhere(part, exact=True), each.what) for part in parts if part[0].isupper()]
    return patterns


def stretches(
    text: str, found: Iterable[Found], *, needed: Collection[str] = (), words: Iterable[str] = ()
) -> list[Stretch]:
    """Where `text` must be hidden: `found` (unless needed) wherever it stands, and `words`; none overlap."""
    hidden = [each for each in found if each.key not in needed]
    kept = [span for span in _spans(text) if Found(span.what, text[span.start : span.end]).key in needed]
    labels = [match.span() for match in _LABEL.finditer(text)]
    places = [span for span in _spans(text) if span not in kept]
    for pattern, what in _patterns(hidden, words):
        for start, end in (match.span() for match in pattern.finditer(text)):
            inside = any(start >= each.start and end <= each.end for each in kept)
            if not inside and not any(start < last and first < end for first, last in labels):
                places.append(Stretch(start, end, what))
    return _merged(places)


def _merged(places: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for place in sorted(places, key=lambda each: (each.start, -each.end)):
        if merged and place.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, place.end))
        elif place.start < place.end:
            merged.append(place)
    return merged


def hide(text: str, places: Iterable[Stretch], language: str = "nl") -> str:
    """The text with a label in the place of each stretch."""
    parts, at = [], 0
    for place in places:
        parts += [text[at : place.start], LABELS[place.what].say(language)]
        at = place.end
    return "".join([*parts, text[at:]])


def masked(
    texts: Iterable[str], *, needed: Collection[str] = (), words: Collection[str] = (), language: str = "nl"
) -> tuple[str, ...]:
    """The texts as they may leave, with labels in this language. Looks again until nothing is found that is not needed."""
    now = tuple(texts)
    found = findings(now)
    for _round in range(ROUNDS):
        places = [stretches(text, found, needed=needed, words=words) for text in now]
        if not any(places):
            break
        now = tuple(hide(text, each, language) for text, each in zip(now, places, strict=True))
        found = (*found, *findings(now))
    return now
