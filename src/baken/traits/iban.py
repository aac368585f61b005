"""Bank accounts (IBAN). Certain: the check digits leave little room for mistakes, and an account has one owner."""

import re
from collections.abc import Iterator

from stdnum import iban

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

CANDIDATE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2} ?[0-9]{2}(?:[ .\-]{0,2}[A-Za-z0-9]){11,30}")
# Length of the IBAN of each country (the IBAN registry of SWIFT).
_LENGTHS = {
    country: int(length)
    for length, countries in (
        pair.split(":")
        for pair in "15:NO 16:BE 18:DK FI FO GL NL 19:MK SI 20:AT BA EE KZ LT LU XK 21:CH HR LI LV 22:BG BH CR DE GB GE IE ME RS 23:AE GI IL IQ TL OM 24:AD CZ ES MD PK RO SA SE SK TN VG 25:PT ST 26:IS TR 27:FR GR IT MC MR SM 28:AL AZ CY DO GT HU LB PL LY 29:BR EG PS QA UA 30:JO KW MU 31:MT SC".replace(
            " 1", "|1"
        )
        .replace(" 2", "|2")
        .replace(" 3", "|3")
        .split("|")
    )
    for country in countries.split()
}


def _end(text: str, start: int, end: int, length: int) -> int | None:
    """Where so many letters and digits from `start` on end; None when there are fewer or when more follow at once."""
    for at in range(start, end):
        length -= text[at].isalnum()
        if not length:
            return None if at + 1 < len(text) and text[at + 1].isalnum() else at + 1
    return None


def found(text: str) -> Iterator[Found]:
    """Every IBAN in plain text of which the check digits are right."""
    for match in CANDIDATE.finditer(text):
        end = _end(text, *match.span(), _LENGTHS.get(match.group()[:2].upper(), 0))
        if end is None:
            continue
        value = re.sub(r"[^A-Z0-9]", "", text[match.start() : end].upper())
        if iban.is_valid(value):
            yield Found(match.start(), end, value, Strength.CERTAIN)


def normalise(raw: str) -> str | None:
    """The IBAN in capitals without spaces; None when it is none or the check digits are wrong."""
    first = next(found(plain(raw)), None)
    return first.value if first else None
