"""What a text says about the person: under eighteen or not; and which language the text is in."""

import re

YEARS = re.compile(r"\b(\d{1,2})\s*-?\s*(?:jr|jaar|jarige?|year[s-]?|yrs?|y/o|yo)\b", re.IGNORECASE)
YOUNG = re.compile(
    r"\b(?:minderjarige?n?|leerling(?:en)?|kind(?:eren)?|tiener|puber|scholier|schoolmeisje|basisschool|"
    r"meisje van|jongen van|klas \d|brugklas\w*|minor|pupil|teenager|child|schoolgirl|schoolboy|underage)\b",
    re.IGNORECASE,
)
ENGLISH = frozenset(
    "the and is was his her she he they with from that this have has not but are were who which there said says".split()
)
DUTCH = frozenset(
    "de het een en is was zijn haar hij zij ze met van dat die dit niet maar er wel ook naar heeft mijn".split()
)
OF_AGE = 18


def minor_in(text: str) -> bool | None:
    """True or False when the text says so, None when it does not. An age below eighteen outweighs everything else."""
    ages = [int(age) for age in YEARS.findall(text)]
    if any(0 < age < OF_AGE for age in ages):
        return True
    if YOUNG.search(text):
        return True
    return False if ages else None


def language_of(text: str) -> str:
    """`en` when the text has more English than Dutch small words, otherwise `nl`."""
    words = re.findall(r"[a-z]+", text[:4000].lower())
    english = sum(word in ENGLISH and word not in DUTCH for word in words)
    dutch = sum(word in DUTCH and word not in ENGLISH for word in words)
    return "en" if english > dutch else "nl"
