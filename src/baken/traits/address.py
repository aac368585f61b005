"""Dutch addresses (adressen) in one form: `dorpsstraat 12 a, 1234AB`, `1234AB 12 a`, `dorpsstraat 12` or `dorpsstraat`.

Probable with street and number, or postcode and number: a house, where many people come and go. Possible without number.
"""

import re
from collections.abc import Iterator

from baken.traits.house import (
    ADDITION,
    CALLED,
    CODE,
    CODE_END,
    CODE_LOOSE,
    NUMBER,
    Parts,
    addition_of,
    number_of,
    parts,
)
from baken.traits.letters import plain
from baken.traits.streets import CODE_BEFORE, NO_STREET, spans, street_of
from baken.traits.trait import Found, Strength

_SURELY_A_STREET = tuple("straat laan plein weg kade gracht dijk singel steeg dreef plantsoen".split())
_PLACE = r"(?: ?[,;]? ?(?:te |in )?[A-ZÀ-Þ][\w'\-]{2,25}(?: aan (?:de|den) [A-Z]\w+)?)"
TAIL = re.compile(rf" ?,? ?(?:{CALLED})?{NUMBER}(?i:{ADDITION})")
CODE_AFTER = re.compile(rf"(?:{_PLACE})?(?: ?[,;(]? ?(?:te |in |postcode |pc )?:? ?){CODE_LOOSE}{CODE_END}")
CODE_AND_NUMBER = re.compile(rf"(?<![\w-]){CODE}(?![A-Za-z])[ ,/\-]{{0,3}}(?i:{CALLED})?{NUMBER}(?i:{ADDITION})")
NUMBER_AND_CODE = re.compile(
    rf"(?<![\w-])(?i:{CALLED}){NUMBER}(?i:{ADDITION})(?: ?,? ?(?:postcode |pc |op )?){CODE}{CODE_END}"
)
POSTCODE = re.compile(rf"(?<![\w\-]){CODE}{CODE_END}")
NUMBER_FIRST = re.compile(rf"(?i:{CALLED}){NUMBER}(?i:{ADDITION}) (?:in|van|aan|op) (?:de|het) $")
MAY_BE_CODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}(?![a-z])")
HOUSE = re.compile(rf"(?:^|[ ,|])(?:{CALLED})?{NUMBER}(?: ([0-9]{{1,4}})(?=$|,)|(?i:{ADDITION}))(?=$|[ ,;(|])")
_LONGEST = 200


def _joined(code: re.Match[str] | None) -> str:
    return (code[1] + code[2]).upper() if code else ""


def _without_tail(text: str, start: int, end: int, street: str) -> Found | None:
    """A street with its number before it, or alone: then only with a capital and an ending that only streets have."""
    number = NUMBER_FIRST.search(text, max(0, start - 40), start)
    if number is not None:
        value = Parts(street, number_of(number[1]), addition_of(number[2]))
        return Found(number.start(), end, str(value), Strength.PROBABLE)
    alone = text[start].isupper() and street.endswith(_SURELY_A_STREET)
    return Found(start, end, street, Strength.POSSIBLE) if alone else None


def _of_street(text: str, start: int, end: int, street: str) -> Found | None:
    """The address of a street that stands from start to end, with the number and the postcode around it."""
    tail = TAIL.match(text, end)
    if tail is None:
        return _without_tail(text, start, end, street)
    before, after = CODE_BEFORE.search(text, max(0, start - 9), start), CODE_AFTER.match(text, tail.end())
    value = Parts(street, number_of(tail[1]), addition_of(tail[2]), _joined(after or before))
    begin = before.start() if before and not after else start
    return Found(begin, after.end() if after else tail.end(), str(value), Strength.PROBABLE)


def _of_codes(text: str) -> Iterator[Found]:
    """Postcodes with a number after or before them, and alone."""
    for match in CODE_AND_NUMBER.finditer(text):
        value = Parts("", number_of(match[3]), addition_of(match[4]), (match[1] + match[2]).upper())
        yield Found(*match.span(), str(value), Strength.PROBABLE)
    for match in NUMBER_AND_CODE.finditer(text):
        value = Parts("", number_of(match[1]), addition_of(match[2]), (match[3] + match[4]).upper())
        yield Found(*match.span(), str(value), Strength.PROBABLE)
    for match in POSTCODE.finditer(text):
        if match[2].isupper():
            yield Found(*match.span(), match[1] + match[2], Strength.POSSIBLE)


def _candidates(text: str) -> Iterator[Found]:
    for start, end in spans(text):
        street = street_of(text[start:end])
        if street and street not in NO_STREET and (address := _of_street(text, start, end, street)):
            yield address
    if MAY_BE_CODE.search(text):
        yield from _of_codes(text)


def _is_normal(value: str) -> bool:
    """Whether a value is in the one form: what it is made of makes it again."""
    known = parts(value)
    if not (known.street or known.code) or str(known) != value or len(value) > _LONGEST:
        return False
    if known.street and (
        not re.search("[a-z]", known.street) or re.match("[1-9][0-9]{3} ?[a-z]{2}$", known.street)
    ):
        return False
    return street_of(known.street) == known.street and addition_of(known.addition) == known.addition


def found(text: str) -> Iterator[Found]:
    """Every address in plain text; a street alone too."""
    return (each for each in _candidates(text) if _is_normal(each.value))


def _first_words(written: str) -> str:
    return street_of(re.split(r"[,|;(]", written)[0])


def normalise(raw: str) -> str | None:
    """The address in one form. Here any words before the number are the street; None without street and postcode."""
    if _is_normal(raw):
        return raw
    text = " ".join(plain(raw)[:_LONGEST].split())
    code = POSTCODE.search(text)
    rest = f"{text[: code.start()]}|{text[code.end() :]}" if code else text
    house = HOUSE.search(rest)
    if house is None:
        value = Parts(_first_words(rest), code=_joined(code))
    else:
        street = _first_words(rest[: house.start()]) or ("" if code else _first_words(rest[house.end() :]))
        value = Parts(street, number_of(house[1]), addition_of(house[2] or house[3]), _joined(code))
    return str(value) if _is_normal(str(value)) else None
