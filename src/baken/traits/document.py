"""Numbers of passports, identity cards and residence permits (documentnummers), after a word that says so.

Certain when there are letters in it: Dutch ones are two letters, six signs and a digit, and are given out once. Digits only
are probable: countries number apart, and the country is seldom told.
"""

import re
from collections.abc import Iterator

from stdnum.nl import identiteitskaartnummer

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

_CUE = (
    r"(?:paspoort|passport|pasnummer|pas|id[- ]?kaart|id[- ]?card|identiteits(?:kaart|bewijs)|id[- ]?bewijs|reisdocument|verblijfs(?:document|vergunning|kaart|pas)"
    r"|vreemdelingen(?:document|pas|kaart)|rijbewijs|document|vreemdelingennummer|v-?nummer|id|doc)"
)
_NUMBER = r"(?:[- ]?(?:nummers?|nr\.?|no\.?|num\.?))?"
CUED = re.compile(
    rf"(?<![\w-])(?i:{_CUE}{_NUMBER})(?! ?(?:van|is|was|heeft|met|en)? ?[0-9]{{1,2}}[-/. ])(?i:[ :=#(\"']|\b(?:met|is|was|nummer|nr|van|hem|haar|pools|poolse|roemeens|bulgaars|hongaars|nl)\b){{1,8}}([A-Za-z0-9]{{1,12}}(?:[ -][A-Z0-9]{{2,9}}){{0,3}})(?![\w-])"
)
_SHORTEST, _LONGEST, _DIGITS = 6, 14, 4


def _value(written: str) -> str | None:
    signs = re.sub("[^A-Z0-9]", "", written.upper())
    if len(signs) == 9 and signs[:2].isalpha() and identiteitskaartnummer.is_valid(signs):
        return signs if any(map(str.isdigit, signs[2:8])) or written.isupper() else None
    fits = _SHORTEST <= len(signs) <= _LONGEST and sum(map(str.isdigit, signs)) >= _DIGITS
    return signs if fits else None


def _strength(value: str) -> Strength:
    return Strength.PROBABLE if value.isdigit() else Strength.CERTAIN


def found(text: str) -> Iterator[Found]:
    """Every document number in plain text that is called so; words after it that are no part of it are let go."""
    for match in CUED.finditer(text):
        written, start = match[1], match.start(1)
        while written:
            if value := _value(written):
                yield Found(start, start + len(written), value, _strength(value))
                break
            written = written[: max(written.rfind(" "), written.rfind("-"), 0)]


def normalise(raw: str) -> str | None:
    """Capitals and digits without signs between, or None when it does not look like such a number."""
    text = plain(raw).strip()
    if re.fullmatch(r"[A-Za-z0-9 .-]{6,20}", text) and (value := _value(text)):
        return value
    first = next(found(text), None)
    return first.value if first else None
