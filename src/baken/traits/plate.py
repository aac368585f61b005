"""Number plates (kentekens): all Dutch side codes, with or without dashes, and foreign ones where a word says so.

Certain: a plate is given to one vehicle at a time. A foreign plate of which the country is not known is probable. A Dutch
plate is 12ABC3, a foreign one PL WX12345, one of an unknown country ? WX12345.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

# RDW, side codes 1 to 14 in order: A is a letter, 9 a digit.
SIDE_CODES = (
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9", "9-AAA-99", "AA-999-A",
    "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
)  # fmt: skip
_SHAPES = frozenset(code.replace("-", "") for code in SIDE_CODES)
_GROUPS = frozenset(SIDE_CODES)
DASHED = re.compile(r"(?<![\w-])([0-9A-Za-z]{1,3}) ?- ?([0-9A-Za-z]{1,3}) ?- ?([0-9A-Za-z]{1,3})(?![\w-])")
BARE = re.compile(
    r"(?<![\w-])(?=[0-9]|[A-Z]{1,3}[ 0-9])(?=[0-9A-Z ]{0,6}[0-9])(?=[0-9 ]{0,4}[A-Z])([0-9]{1,3}|[A-Z]{1,3}) ?([0-9]{1,3}|[A-Z]{1,3}) ?([0-9]{1,3}|[A-Z]{1,3})(?![\w-])"
)
_CUE = r"(?:kenteken(?:s|plaat|nummer)?|nummerplaat|nummerbord|plaatnummer|kent\.|kt\.|plaat|license plate|number plate|plate)"
CUED = re.compile(
    rf"\b{_CUE}(?![A-Za-z])(?: (?:is|was|met|nr\.?|nummer))?(?:[ :=(\"']{{1,4}}|(?=[0-9]))([0-9A-Za-z]{{1,9}}(?:[ -]{{1,3}}[0-9A-Za-z]{{1,6}}){{0,3}})(?![\w-])",
    re.IGNORECASE,
)
_COUNTRIES = {
    "PL": "pools|poolse|polen|polish|pl", "BG": "bulgaars|bulgaarse|bulgarije|bulgarian|bg", "RO": "roemeens|roemeense|roemenië|roemenie|romanian|ro",
    "D": "duits|duitse|duitsland|german|de|d", "B": "belgisch|belgische|belgië|belgie|belgian|be|b", "H": "hongaars|hongaarse|hongarije|hungarian|hu",
    "F": "frans|franse|frankrijk|french|fr", "LT": "litouws|litouwse|litouwen|lithuanian|lt", "LV": "lets|letse|letland|latvian|lv",
    "EST": "ests|estse|estland|estonian|est", "UA": "oekraïens|oekraïense|oekraiens|oekraiense|oekraine|oekraïne|ukrainian|ua",
    "CZ": "tsjechisch|tsjechische|tsjechië|czech|cz", "SK": "slowaaks|slowaakse|slowakije|slovak|sk", "I": "italiaans|italiaanse|italië|italian|it",
    "E": "spaans|spaanse|spanje|spanish|es", "P": "portugees|portugese|portugal|portuguese|pt", "GB": "brits|britse|engels|engelse|engeland|british|gb|uk",
    "TR": "turks|turkse|turkije|turkish|tr", "SRB": "servisch|servische|servië|serbian|srb", "HR": "kroatisch|kroatische|kroatië|croatian|hr",
    "GR": "grieks|griekse|griekenland|greek|gr", "AL": "albanees|albanese|albanië|albanian|al",
}  # fmt: skip
_COUNTRY_OF = {word: code for code, words in _COUNTRIES.items() for word in words.split("|")}
_LONG = "|".join(sorted((word for word in _COUNTRY_OF if len(word) > 3), key=len, reverse=True))
_SHORT = "PL|BG|RO|LT|LV|EST|UA|CZ|SK|HU|GB|UK|SRB|HR|GR|AL|TR|DE|BE|FR|ES|IT|PT"
_VEHICLE = rf"(?:{_CUE}|auto|wagen|bus|busje|bestelbus(?:je)?|bestelauto|vrachtwagen|car|van|bmw|mercedes|volkswagen|vw|audi|opel|ford)"
_FOREIGN = r"((?:[A-Z]{1,3}|[0-9]{1,3})[ -]?(?:[A-Z0-9]{1,5}[ -]?){0,2}[A-Z0-9]{1,5})(?![\w-])"
HINTED = re.compile(
    rf"\b(?i:({_LONG}))s?\b(?i:[ ,]{{1,2}}(?!{_CUE})[a-z]+){{0,2}}?(?i: {_VEHICLE})(?i:[ ,]+(?:met|is|was|en|,|{_CUE})){{0,3}}[ :=(\"']{{1,4}}{_FOREIGN}"
)
MARKED = re.compile(rf"(?<![\w-])\(?({_SHORT})\)?(?: ?[-:/] ?| \(?){_FOREIGN}")
CUED_COUNTRY = re.compile(
    rf"\b(?i:{_CUE})[ :=(]{{1,4}}(?:({_SHORT})[ :/-]{{1,3}}|\(({_SHORT}|D|B|F|I|E|H)\) ?){_FOREIGN}"
)
COUNTRY_BEFORE = re.compile(rf"(?<![\w-])({_SHORT}|D|B|F|I|E|H)[ -]$")
COUNTRY_AFTER = re.compile(rf" ?\(({_SHORT}|D|B|F|I|E|H)\)")
MAY_BE_FOREIGN = re.compile(r"[A-Z][ -]?[0-9]|[0-9][ -]?[A-Z]")
_STEMS = sorted({word[:4] for word in _COUNTRY_OF if len(word) > 3})
_LONGEST = 14
_MONTHS = frozenset("JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC MAY OCT MAR".split())
_VOWELS = frozenset("AEIOU")


def _shape(signs: str) -> str:
    return "".join("9" if sign.isdigit() else "A" for sign in signs)


def _dutch(groups: tuple[str, ...], *, cued: bool = False) -> str | None:
    """The plate of three groups when they form a side code. Small letters with vowels are words, months are dates."""
    value = "".join(groups).upper()
    letters = {each.upper() for each in groups if each.isalpha()}
    if "-".join(map(_shape, groups)) not in _GROUPS or letters & _MONTHS:
        return None
    words = any(each.islower() and set(each.upper()) & _VOWELS for each in groups)
    return None if words and not cued else value


def _signs(written: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", written.upper())


def _foreign(country: str, written: str) -> str | None:
    signs = _signs(written)
    fits = 4 <= len(signs) <= 8 and any(map(str.isdigit, signs)) and any(map(str.isalpha, signs))
    return f"{country} {signs}" if fits else None


def _cued(text: str) -> Iterator[Found]:
    """After the word kenteken: a Dutch plate however it is parted, otherwise a plate of an unknown country."""
    for match in CUED.finditer(text):
        start, written = match.span(1)[0], match[1]
        ends = [each.end() for each in re.finditer("[0-9A-Za-z]+", written)]
        dutch = [end for end in ends if _shape(_signs(written[:end])) in _SHAPES]
        if dutch:
            yield Found(start, start + dutch[-1], _signs(written[: dutch[-1]]), Strength.CERTAIN)
            continue
        if upper := re.match(_FOREIGN, written):
            yield from _of_unknown(text, match.start(), start, start + upper.end(1))


def _of_unknown(text: str, cue: int, start: int, end: int) -> Iterator[Found]:
    """A foreign plate after its cue, with the country that stands before the cue or in brackets after the plate."""
    told = COUNTRY_AFTER.match(text, end) or COUNTRY_BEFORE.search(text, max(0, cue - 5), cue)
    country = _COUNTRY_OF.get(told[1].lower(), told[1]) if told else "?"
    value = _foreign(country, text[start:end])
    if value and sum(map(str.isdigit, value)) >= 2:
        yield Found(start, end, value, Strength.CERTAIN if told else Strength.PROBABLE)


def _abroad(text: str) -> Iterator[Found]:
    patterns = (HINTED, MARKED, CUED_COUNTRY) if _country_told(text) else (MARKED, CUED_COUNTRY)
    for pattern in patterns:
        for match in pattern.finditer(text):
            told = next(filter(None, match.groups()))
            value = _foreign(_COUNTRY_OF.get(told.lower(), told), match[match.lastindex or 0])
            if value and sum(map(str.isdigit, value)) >= 2:
                yield Found(*match.span(match.lastindex or 0), value, Strength.CERTAIN)


def _country_told(text: str) -> bool:
    small = text.lower()
    return MAY_BE_FOREIGN.search(text) is not None and any(stem in small for stem in _STEMS)


def _grouped(text: str) -> Iterator[Found]:
    for match in DASHED.finditer(text) if text.count("-") > 1 else ():
        if value := _dutch(match.groups()):
            yield Found(*match.span(), value, Strength.CERTAIN)
    for match in BARE.finditer(text):
        value = _dutch(match.groups())
        if value and _shape(value) not in {"9999AA", "AA9999"}:  # a postcode, or a number of anything
            yield Found(*match.span(), value, Strength.CERTAIN)


def found(text: str) -> Iterator[Found]:
    """Every number plate in plain text."""
    yield from _grouped(text)
    small = text.lower()
    if any(word in small for word in ("kent", "plaat", "bord", "plate", "kt.")):
        yield from _cued(text)
    yield from _abroad(text)


def _known(text: str) -> str | None:
    """A plate that already is in the one form: `PL WX12345`, `? WX12345`."""
    known = re.fullmatch(r"([A-Z]{1,3}|\?) ([0-9A-Z]{4,8})", text)
    if known and (known[1] == "?" or _COUNTRY_OF.get(known[1].lower()) == known[1]):
        return _foreign(known[1], known[2])
    return None


def normalise(raw: str) -> str | None:
    """The plate without signs between, with its country in front when that is not the Netherlands; None when it is none."""
    text = plain(raw).strip()
    if known := _known(text):
        return known
    if _shape(signs := _signs(text)) in _SHAPES and len(text) <= _LONGEST:
        return signs
    first = next(found(text), None) or next(_cued(f"kenteken {text}"), None)
    return first.value if first else None
