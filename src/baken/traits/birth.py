"""Dates of birth (geboortedata), as 1998-03-12, and whether a text says that a date is one."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan januari january|feb februari february|mrt maart mar march|apr april|mei may|jun juni june|jul juli july"
        "|aug augustus august|sep sept september|okt oktober oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"(?<![\w-])(?:([0-9]{{1,2}})(?: ?[-/.] ?| )(?:([0-9]{{1,2}})|({_NAMED})\.?)(?: ?[-/.] ?| |'| ')((?:19|20)?[0-9]{{2}})|((?:19|20)[0-9]{{2}})[-/]([0-9]{{1,2}})[-/]([0-9]{{1,2}}))(?![\w]|[-/][0-9])",
    re.IGNORECASE,
)
GLUED = re.compile(r"(?<![\w-])([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})(?!\w)")
CUE = re.compile(
    r"(?:geboren(?: op)?|geboorte ?datum|geb\.?(?: ?dat\.?(?:um)?)?(?: op)?|gebdat|d\.?o\.?b\.?|born(?: on)?|date of birth)[ :=.,]{0,3}(?:is |was )?$",
    re.IGNORECASE,
)
_CENTURY = 30  # two digits below this are of this century: a birth year of a living person needs no clock
_CUE_LENGTH = 24


class Birth(NamedTuple):
    """A date in a text, from where to where, and whether the words before it call it a date of birth."""

    start: int
    end: int
    value: str
    called: bool


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if year < _CENTURY else 1900)


def _value(match: re.Match[str]) -> str | None:
    day, month, named, year, big_year, big_month, big_day = match.groups()
    if named:
        month = str(_MONTHS[named.lower()])
    try:
        return date(_year(year or big_year), int(month or big_month), int(day or big_day)).isoformat()
    except ValueError:
        return None


def dates(text: str) -> list[Birth]:
    """Every date in plain text that can be somebody's birthday, in the order of the text."""
    return sorted([*_parted(text), *_glued(text)])


def _parted(text: str) -> Iterator[Birth]:
    for match in DATE.finditer(text):
        if value := _value(match):
            cue = CUE.search(text, max(0, match.start() - _CUE_LENGTH), match.start())
            yield Birth(cue.start() if cue else match.start(), match.end(), value, cue is not None)


def _glued(text: str) -> Iterator[Birth]:
    """`geb 12031998`: eight digits are a date only when they are called a date of birth."""
    for match in GLUED.finditer(text):
        cue = CUE.search(text, max(0, match.start() - _CUE_LENGTH), match.start())
        value = normalise("-".join(match.groups())) if cue else None
        if cue and value:
            yield Birth(cue.start(), match.end(), value, True)


def normalise(raw: str) -> str | None:
    """The date as year-month-day, or None."""
    first = next(_parted(raw), None)
    return first.value if first else None
