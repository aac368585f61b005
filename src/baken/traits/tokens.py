"""What of a trait is compared, as exact tokens: two reports share something when one asks for what the other stores.

A trait that is partly known (an address without postcode, a name with initials) must meet the whole one, but two whole ones
that differ must not meet through the part they share. So a whole one stores its part marked `whole` and asks only for
parts of others that are not whole. Tokens are exact, so that a keyed blind index can hold them.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from baken.traits import names
from baken.traits.house import parts
from baken.traits.trait import Kind, Strength, Trait

_DOB = re.compile(r" ([12][0-9]{3}-[0-9]{2}-[0-9]{2})$")
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"kh|ch|gh", "g"), (r"ph", "f"), (r"th", "t"), (r"sh|sch|sz|sj|cz|ts|z", "s"), (r"w", "v"), (r"ck|c|q", "k"), (r"[aeiouyj]+", "a"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SHORT_NAME = 5  # shorter names sound like too many others


class Token(NamedTuple):
    """A text that is compared exactly, how sure a link on it is, whether it makes a link alone, and why in a Dutch sentence."""

    kind: Kind
    text: str
    strength: Strength
    why: str
    weak: bool = False


class Tokens(NamedTuple):
    """What a trait leaves to be found by later ones (stored), and what it looks for among earlier ones (asked)."""

    stored: tuple[Token, ...]
    asked: tuple[Token, ...]


def _same(trait: Trait, why: str) -> Tokens:
    token = Token(trait.kind, trait.value, trait.strength, why)
    return Tokens((token,), (token,))


Marked = tuple[Token, tuple[str, ...], tuple[str, ...]]


def _met(tokens: list[Marked]) -> Tokens:
    """Tokens with the marks under which they are stored and asked."""
    stored = tuple(token._replace(text=f"{token.text}|{mark}") for token, marks, _ in tokens for mark in marks)
    asked = tuple(token._replace(text=f"{token.text}|{mark}") for token, _, marks in tokens for mark in marks)
    return Tokens(stored, asked)


def _plate(trait: Trait, _: str) -> Tokens:
    country, _, signs = trait.value.rpartition(" ")
    sure = Token(trait.kind, signs, Strength.CERTAIN, "Hetzelfde kenteken staat in beide meldingen.")
    maybe = sure._replace(
        strength=Strength.PROBABLE,
        why="Hetzelfde kenteken staat in beide meldingen; van een van de twee is het land niet bekend.",
    )
    if country == "?":
        return _met([(maybe, ("?",), ("?", "whole"))])
    return _met([(sure, (country,), (country,)), (maybe, ("whole",), ("?",))])


def _handle(trait: Trait, _: str) -> Tokens:
    platform, _, name = trait.value.partition(":")
    alone = Token(
        trait.kind,
        (name or platform).lstrip("@"),
        Strength.POSSIBLE,
        "Dezelfde accountnaam staat in beide meldingen; het kan op een ander platform zijn.",
    )
    if not name:
        return Tokens((alone,), (alone,))
    account = Token(trait.kind, trait.value, Strength.PROBABLE, "Hetzelfde account staat in beide meldingen.")
    return Tokens((account, alone), (account, alone))


def _address(trait: Trait, municipality: str) -> Tokens:
    known = parts(trait.value)
    street, house = known.street.replace(" ", ""), " ".join(filter(None, (known.number, known.addition)))
    if not known.number:
        why = "Dezelfde straat of postcode, zonder huisnummer, staat in beide meldingen."
        return _met(
            [(Token(trait.kind, street or known.code, Strength.POSSIBLE, why, weak=True), ("alone",), ("alone",))]
        )
    mine, theirs = ("whole",) if known.code else ("part",), ("part",) if known.code else ("part", "whole")
    tokens: list[Marked] = []
    if known.code:
        why = "Dezelfde postcode met hetzelfde huisnummer staat in beide meldingen."
        tokens.append((Token(trait.kind, f"{known.code} {house}", Strength.PROBABLE, why), ("code",), ("code",)))
    if street:
        why = "Dezelfde straat met hetzelfde huisnummer staat in beide meldingen"
        here = Token(
            trait.kind, f"{street} {house} {municipality}", Strength.PROBABLE, f"{why}, in dezelfde gemeente."
        )
        anywhere = Token(
            trait.kind, f"{street} {house}", Strength.POSSIBLE, f"{why}; de plaats is niet bij beide bekend."
        )
        tokens += [(here, mine, theirs)] if municipality else []
        tokens.append((anywhere, mine, theirs))
    return _met(tokens)


def sound(word: str) -> str:
    """A name as it is heard, roughly, so that Youssef and Yusuf meet. For a suggestion only."""
    for pattern, put in _SOUNDS if len(word) >= _SHORT_NAME else ():
        word = pattern.sub(put, word)
    return word


def name_parts(value: str) -> tuple[str, str, str]:
    """First name or initial, last name without particles, and date of birth of a normalised name; empty what is not known."""
    born = _DOB.search(value)
    words = (value[: born.start()] if born else value).split()
    borders = [place for place, word in enumerate(words) if word in names.PARTICLES and 0 < place < len(words) - 1]
    last = words[borders[-1] + 1 :] if borders else words[-1:] if len(words) > 1 else []
    return words[0] if words else "", " ".join(last), born[1] if born else ""


def _person(trait: Trait, _: str) -> Tokens:
    first, last, born = name_parts(trait.value)
    if not last:
        why = "Dezelfde voornaam of achternaam staat in beide meldingen."
        return _met([(Token(trait.kind, first, Strength.POSSIBLE, why, weak=True), ("alone",), ("alone",))])
    tokens: list[Marked] = []
    mine, theirs = ("born",) if born else ("",), ("",) if born else ("", "born")
    if born:
        why = "Dezelfde achternaam, voorletter en geboortedatum staan in beide meldingen."
        tokens.append((Token(trait.kind, f"{first[0]} {last} {born}", Strength.PROBABLE, why), ("dob",), ("dob",)))
    whole = len(first) > 1
    initials = Token(
        trait.kind,
        f"{first[0]} {last}",
        Strength.POSSIBLE,
        "Dezelfde achternaam en voorletter staan in beide meldingen; dat hebben meer mensen.",
    )
    others = ("i",) if whole else ("i", "w")
    tokens.append(
        (
            initials,
            tuple(("w" if whole else "i") + mark for mark in mine),
            tuple(o + mark for o in others for mark in theirs),
        )
    )
    if whole:
        why = "Dezelfde naam staat in beide meldingen; meer mensen kunnen zo heten."
        tokens.append(
            (Token(trait.kind, " ".join(sorted([first, *last.split()])), Strength.POSSIBLE, why), mine, theirs)
        )
        why = "Een naam die bijna zo klinkt staat in beide meldingen; het kan dezelfde naam in een andere spelling zijn."
        heard = " ".join(sorted(map(sound, [first, *last.split()])))
        tokens.append((Token(trait.kind, f"~{heard}", Strength.POSSIBLE, why), mine, theirs))
    return _met(tokens)


_SAME: dict[Kind, str] = {
    Kind.PHONE: "Hetzelfde telefoonnummer staat in beide meldingen.",
    Kind.EMAIL: "Hetzelfde e-mailadres staat in beide meldingen.",
    Kind.IBAN: "Hetzelfde rekeningnummer staat in beide meldingen.",
    Kind.KVK: "Hetzelfde KvK-nummer staat in beide meldingen; bij een bedrijf horen meer mensen.",
    Kind.DOCUMENT: "Hetzelfde documentnummer staat in beide meldingen.",
    Kind.COMPANY: "Dezelfde bedrijfsnaam staat in beide meldingen; bedrijven kunnen gelijk heten.",
    Kind.NICKNAME: "Dezelfde bijnaam staat in beide meldingen; die kan van een ander zijn.",
}
_OWN: dict[Kind, Callable[[Trait, str], Tokens]] = {
    Kind.PLATE: _plate,
    Kind.HANDLE: _handle,
    Kind.ADDRESS: _address,
    Kind.PERSON: _person,
}


def tokens_of(trait: Trait, municipality: str = "") -> Tokens:
    """What of this trait is compared. The municipality makes a street and number surer."""
    own = _OWN.get(trait.kind)
    return own(trait, municipality) if own else _same(trait, _SAME[trait.kind])


def asked_of(traits: tuple[Trait, ...], municipality: str = "") -> Iterator[tuple[Trait, Token]]:
    """Every token that these traits look for, with its trait."""
    for trait in traits:
        for token in tokens_of(trait, municipality).asked:
            yield trait, token
