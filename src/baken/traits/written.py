"""A normalised value as people write it: 12-BCD-3, 06 12345678, Dorpsstraat 12 a, 1234 AB. For the eye only, never to compare."""

import re

import phonenumbers

from baken.traits.house import parts
from baken.traits.names import PARTICLES
from baken.traits.plate import SIDE_CODES
from baken.traits.trait import Kind

_GROUPS = {code.replace("-", ""): [len(each) for each in code.split("-")] for code in SIDE_CODES}
_SMALL = PARTICLES | frozenset("van de den der het ten ter te 's 't op aan in en la du bij".split())
_BORN = re.compile(r"(.+) ([0-9]{4})-([0-9]{2})-([0-9]{2})")


def written(kind: str, value: str) -> str:
    """The value of a trait of this kind as people write it; a value of no known form stays as it is."""
    way = _WAYS.get(Kind(kind))
    return way(value) if way and value else value


def _plate(value: str) -> str:
    country, _, signs = value.rpartition(" ")
    lengths = _GROUPS.get(re.sub("[A-Z]", "A", re.sub("[0-9]", "9", signs)))
    if country or lengths is None:
        return f"{signs} ({country})" if country not in ("", "?") else signs
    first, second, _last = lengths
    return "-".join((signs[:first], signs[first : first + second], signs[first + second :]))


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    ours = number.country_code == 31
    form = phonenumbers.PhoneNumberFormat.NATIONAL if ours else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)


def _capitals(text: str) -> str:
    """Words with a capital; small words keep none, except in front; one letter alone is an initial."""
    said = [
        word if place and word in _SMALL else f"{word.upper()}." if len(word) == 1 and word.isalpha() else _capital(word)
        for place, word in enumerate(text.split())
    ]  # fmt: skip
    return " ".join(said)


def _capital(word: str) -> str:
    return "-".join(each[:1].upper() + each[1:] for each in word.split("-"))


def _person(value: str) -> str:
    born = _BORN.fullmatch(value)
    return f"{_capitals(born[1])} ({born[4]}-{born[3]}-{born[2]})" if born else _capitals(value)


def _address(value: str) -> str:
    known = parts(value)
    code = f"{known.code[:4]} {known.code[4:]}".strip()
    house = " ".join(filter(None, (_capitals(known.street), known.number, known.addition)))
    if not known.street:
        return " ".join(filter(None, (code, house))) or value
    return f"{house}, {code}" if code else house


def _iban(value: str) -> str:
    return " ".join(value[start : start + 4] for start in range(0, len(value), 4))


def _handle(value: str) -> str:
    platform, _, name = value.rpartition(":")
    return f"@{name} ({platform})" if platform else name


_WAYS = {
    Kind.PLATE: _plate, Kind.PHONE: _phone, Kind.PERSON: _person, Kind.ADDRESS: _address, Kind.IBAN: _iban,
    Kind.HANDLE: _handle, Kind.COMPANY: _capitals, Kind.NICKNAME: _capitals,
}  # fmt: skip
