"""Phone numbers (telefoonnummers) in any notation, as E.164: +31612345678.

Certain: a number is given out once. A number that no plan knows but that is written like a mobile one is probable.
Emergency, service and information numbers (112, 0800, 0900, 14 plus area code) are no trait: they point at nobody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from baken.traits import spoken
from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

_SEP = r"[ ._*\-/()]{0,3}"
DUTCH = re.compile(
    rf"(?<![\w+])(?:\(?(?:\+|00){_SEP}31\)?{_SEP}(?:\(0\)|0)?|31(?={_SEP}6)|\(?[0Oo])((?:{_SEP}[0-9]){{9}})(?![0-9])"
)
ABROAD = re.compile(rf"(?<![\w+])(?:\+|00){_SEP}([1-9](?:{_SEP}[0-9]){{6,14}})(?![0-9])")
CUED = re.compile(
    rf"\b(?:tel(?:efoon)?(?:nummer|nr)?|mob(?:iel)?|belt?|bellen|gsm|whats ?app|app|wa\.me|signal|viber)\b[^0-9+\n]{{0,15}}((?:[1-9])(?:{_SEP}[0-9]){{8,12}})(?![0-9])",
    re.IGNORECASE,
)
_NATIONAL = 9  # digits of a Dutch number after 0 or +31
_FREE_OR_SHARED = {
    phonenumbers.PhoneNumberType.TOLL_FREE,
    phonenumbers.PhoneNumberType.PREMIUM_RATE,
    phonenumbers.PhoneNumberType.SHARED_COST,
    phonenumbers.PhoneNumberType.UAN,
}


@lru_cache(maxsize=10_000)
def _known(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) not in {*_FREE_OR_SHARED, phonenumbers.PhoneNumberType.UNKNOWN}


def _of(digits: str) -> tuple[str, Strength] | None:
    """The number of digits with the country in front: certain when a plan knows it, probable when only its form fits."""
    number = f"+{digits}"
    if _known(number):
        return number, Strength.CERTAIN
    if digits.startswith("316") and len(digits) == 2 + _NATIONAL:
        return number, Strength.PROBABLE
    return None


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _dutch(text: str) -> Iterator[Found]:
    for match in DUTCH.finditer(text):
        if known := _of("31" + _digits(match[1])):
            yield Found(*match.span(), *known)


def _abroad(text: str) -> Iterator[Found]:
    """Foreign numbers; digits after the number that belong to something else are let go, group by group."""
    for match in ABROAD.finditer(text):
        end = match.end()
        for _ in range(4):
            digits = _digits(re.sub(r"\(0\)", "", text[match.start(1) : end]))
            if (known := _of(digits)) and not digits.startswith("310"):
                yield Found(match.start(), end, *known)
                break
            shorter = re.search(r"[ ._*\-/()]+[0-9]+$", text[match.start(1) : end])
            if shorter is None:
                break
            end = match.start(1) + shorter.start()


def _cued(text: str) -> Iterator[Found]:
    """Without 0 or +, but after a word such as `tel`: a Dutch mobile number, or one with its country in front."""
    for match in CUED.finditer(text):
        digits = _digits(match[1])
        if len(digits) == _NATIONAL and digits.startswith("6"):
            digits = "31" + digits
        if known := _of(digits):
            yield Found(*match.span(1), *known)


def _international(digits: str) -> str:
    """Digits as spoken, with the country in front; empty when they are too few or too many."""
    for front, put in (("+", ""), ("00", ""), ("0", "31"), ("6", "316")):
        if digits.startswith(front):
            digits = put + digits[len(front) :]
            return digits if len(digits) == 2 + _NATIONAL and digits.startswith("31") else ""
    return ""


def _spoken(text: str) -> Iterator[Found]:
    for words in spoken.runs(text):
        digits = ""
        for _, end, said in words:
            digits += "0" if said == "o" else said
            if known := _of(_international(digits)):
                yield Found(words[0][0], end, *known)
                break


def found(text: str) -> Iterator[Found]:
    """Every phone number in plain text."""
    yield from _dutch(text)
    yield from _abroad(text)
    yield from _cued(text)
    yield from _spoken(text)


def normalise(raw: str) -> str | None:
    """The number in E.164, or None when there is none."""
    text = plain(raw)
    first = next(found(text), None) or next(_cued(f"tel {text}"), None)
    return first.value if first else None
