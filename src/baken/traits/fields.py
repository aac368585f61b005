"""Traits of a report: of its text and of its fields. The name of a field says what it holds; the reporter's own is no lead."""

import re
from collections.abc import Iterator, Mapping

from baken.traits import birth
from baken.traits.compare import Rid, Told
from baken.traits.find import find, normalise
from baken.traits.letters import latin, plain
from baken.traits.trait import Kind, Strength, Trait

_KINDS = {
    Kind.PHONE: "phone telephone tel telefoon telefoonnummer mobile mobiel gsm whatsapp",
    Kind.EMAIL: "email mail emailadres",
    Kind.PLATE: "plate kenteken plates licenseplate",
    Kind.IBAN: "iban account rekening rekeningnummer bank",
    Kind.KVK: "kvk kvknummer coc",
    Kind.ADDRESS: "address adres location locatie",
    Kind.PERSON: "person persoon name naam suspect verdachte victim slachtoffer",
    Kind.DOCUMENT: "document passport paspoort documentnummer",
    Kind.HANDLE: "handle account instagram insta snapchat snap telegram tiktok facebook username",
    Kind.COMPANY: "company bedrijf bedrijfsnaam employer werkgever firma",
    Kind.NICKNAME: "nickname bijnaam alias",
}
_KIND_OF = {word: kind for kind, words in reversed(_KINDS.items()) for word in words.split()}
_OWN = re.compile(r"(?:contact|reporter|melder|own)(?:_|-|$)", re.IGNORECASE)
_BORN = frozenset("dob birth birthdate born geboren geboortedatum birthday".split())
_STREET, _NUMBER, _CODE = (
    frozenset({"street", "straat"}),
    frozenset({"number", "huisnummer", "housenumber", "nr"}),
    frozenset({"postcode", "postalcode", "zip"}),
)
_PLATFORMS = frozenset("instagram snapchat telegram tiktok facebook".split())
_STRENGTHS = {Kind.KVK: Strength.PROBABLE, Kind.COMPANY: Strength.POSSIBLE, Kind.NICKNAME: Strength.POSSIBLE}


def _word(name: str) -> str:
    return re.split(r"[_\-. ]", name.lower())[-1]


def _strength(kind: Kind, value: str) -> Strength:
    if kind is Kind.PERSON:
        return Strength.PROBABLE if value[-1:].isdigit() else Strength.POSSIBLE
    if kind is Kind.ADDRESS:
        return Strength.PROBABLE
    if kind is Kind.HANDLE:
        return Strength.POSSIBLE if value.startswith("@") else Strength.PROBABLE
    return _STRENGTHS.get(kind, Strength.CERTAIN)


def _called(name: str, written: str) -> Trait | None:
    """What a field holds, by its name: there a number needs no word before it."""
    kind = _KIND_OF.get(_word(name))
    if kind is None:
        return None
    raw = (
        f"{_word(name)}: {written}"
        if kind is Kind.HANDLE and _word(name) in _PLATFORMS and ":" not in written
        else written
    )
    value = normalise(kind, raw) or normalise(kind, written)
    return Trait(kind, value, 0, len(written), written, _strength(kind, value)) if value else None


def _together(fields: Mapping[str, str]) -> dict[str, str]:
    """Fields that are one trait, put together: name with date of birth, street with number and postcode."""
    by_word = {_word(name): written for name, written in fields.items() if not _OWN.match(name)}
    street, number, code = (
        next((by_word[word] for word in words if word in by_word), "") for words in (_STREET, _NUMBER, _CODE)
    )
    put = dict(fields)
    if number and (street or code):
        put["address"] = f"{street} {number}, {code}" if street else f"{code} {number}"
    born = next((birth.normalise(plain(by_word[word])) for word in _BORN if word in by_word), None)
    names = [name for name in fields if _KIND_OF.get(_word(name)) is Kind.PERSON and not _OWN.match(name)]
    if born and len(names) == 1:
        put[names[0]] = f"{fields[names[0]]} {born}"
    return put


def _of_field(name: str, written: str) -> Iterator[Trait]:
    called = _called(name, written)
    if called:
        yield called
    for trait in find(written):
        if called is None or trait.kind is not called.kind or (not called.value and trait.value):
            yield trait


def told(rid: Rid, text: str, fields: Mapping[str, str], municipality: str = "") -> Told:
    """The traits of one report, and which of them are the reporter's own."""
    traits = list(find(text))
    own: set[tuple[Kind, str]] = set()
    for name, written in _together(fields).items():
        found = list(_of_field(name, written))
        if _OWN.match(name):
            own |= {(each.kind, each.value) for each in found}
        else:
            traits += found
    return Told(rid, tuple(traits), latin(municipality), frozenset(own))
