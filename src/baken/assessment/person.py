"""What a text says about the person: under eighteen or not; and which language the text is in."""

import re
from collections.abc import Iterator

YEARS = re.compile(r"\b(\d{1,2})\s*-?\s*(?:jr|jaar|jarige?|year[s-]?|yrs?|y/o|yo)\b", re.IGNORECASE)
YOUNG = re.compile(
    r"\b(?:minderjarige?n?|leerling(?:en)?|kind(?:eren)?|tiener|puber|scholier|schoolmeisje|basisschool|"
    r"meisje van|jongen van|klas \d|brugklas\w*|minor|pupil|teenager|child|schoolgirl|schoolboy|underage)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+")
AGE_BEFORE = re.compile(  # "meisje van 15", "(m, 16)", "dochter 14"
    r"(?:\(\s*(?:[mv],?\s*)?|\b[mv]\s?\(?|\b(?:jongen|meisje|jongetje|meid|kind|zoon|dochter|leerling|ll|nichtje|neefje|boy|girl|son|daughter|aged?|kid)"
    r"\W{1,2}(?:van\s)?|\bvan\s)$",
    re.IGNORECASE,
)
AGE_AFTER = re.compile(
    r"(?=\s?(?:\)|,|\.|en\b|zegt|vertelt|is|was|wordt|die|$|[a-z]))"
    r"(?!\s?(?:uur|euro|keer|km|kg|cm|man|mensen|pers|st|min|dagen|weken|wk|mnd|maand|hours|euros|times|people|days|weeks|%|:))",
    re.IGNORECASE,
)
LOOK_BACK = 16  # characters
YOUNGEST = 6  # a bare number below this is hardly an age in a note
ENGLISH = frozenset(
    "the and is was his her she he they with from that this have has not but are were who which there said says".split()
)
DUTCH = frozenset(
    "de het een en is was zijn haar hij zij ze met van dat die dit niet maar er wel ook naar heeft mijn".split()
)
OF_AGE = 18


def minor_in(text: str) -> bool | None:
    """True or False when the text says so, None when it does not. An age below eighteen outweighs everything else."""
    ages = [int(age) for age in YEARS.findall(text)] + list(_bare_ages(text))
    if any(0 < age < OF_AGE for age in ages):
        return True
    if any(age >= OF_AGE for age in ages):
        return False
    return True if YOUNG.search(text) else None


def _bare_ages(text: str) -> Iterator[int]:
    """Numbers without "jaar" that stand where an age stands."""
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if (
            end - start <= 2
            and int(found.group()) >= YOUNGEST
            and AGE_AFTER.match(text, end)
            and AGE_BEFORE.search(text[max(0, start - LOOK_BACK) : start])
        ):
            yield int(found.group())


def language_of(text: str) -> str:
    """`en` when the text has more English than Dutch small words, otherwise `nl`."""
    words = re.findall(r"[a-z]+", text[:4000].lower())
    english = sum(word in ENGLISH and word not in DUTCH for word in words)
    dutch = sum(word in DUTCH and word not in ENGLISH for word in words)
    return "en" if english > dutch else "nl"
