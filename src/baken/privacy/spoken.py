"""What a room calls its records, and what happens to them, for who reads the trace. Rooms say it; this room knows none."""

from dataclasses import dataclass, field, replace

from django.utils.functional import Promise

Words = dict[str, "str | Promise"]


@dataclass(frozen=True)
class Spoken:
    """A kind of record in words: its name, each verb, each reason (`why`), and the letter before its number (C-1A2B3C)."""

    name: "str | Promise" = ""
    verbs: Words = field(default_factory=dict)
    whys: Words = field(default_factory=dict)
    letter: str = ""


_kinds: dict[str, Spoken] = {}


def say(kind: str, spoken: Spoken) -> None:
    """Called by a room in its `apps.py`: this is how its records stand in the trace. What another room said before stays."""
    known = _kinds.get(kind, Spoken())
    _kinds[kind] = replace(spoken, verbs=known.verbs | spoken.verbs, whys=known.whys | spoken.whys)


def also(kind: str, verbs: Words, whys: Words | None = None) -> None:
    """Called by a room further on: this too is done with records of that kind, for these reasons."""
    known = _kinds.get(kind, Spoken())
    _kinds[kind] = replace(known, verbs=known.verbs | verbs, whys=known.whys | (whys or {}))


def of(kind: str) -> Spoken:
    """How this kind is spoken of; empty words for a kind that no room told of."""
    return _kinds.get(kind, Spoken())


def verbs() -> Words:
    """Everything that is said to be done with any kind of record."""
    found: Words = {}
    for spoken in _kinds.values():
        found |= spoken.verbs
    return found
