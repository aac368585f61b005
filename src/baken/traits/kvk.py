"""Numbers of the Chamber of Commerce (KvK-nummer), after a word that says so: eight digits mean too much by themselves.

Probable: it is one firm, but many people can have to do with one firm. It has no check digit.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

CUED = re.compile(
    r"\b(?:k\.? ?v\.? ?k\.?|kamer van koophandel|handelsreg(?:ister|\.)|chamber of commerce|coc)(?:nr|nummer|(?![a-z]{2}))[^0-9\n]{0,25}([0-9](?:[ .\-]?[0-9]){7})(?![0-9])",
    re.IGNORECASE,
)
CUED_AFTER = re.compile(r"(?<![0-9])([0-9]{8})(?= ?\(?(?:kvk|kamer van koophandel)\b)", re.IGNORECASE)
_SIGNS = ("kvk", "k.v", "k v", "koophandel", "handelsreg", "commerce", "coc")


def found(text: str) -> Iterator[Found]:
    """Every KvK number in plain text that is called so."""
    small = text.lower()
    if not any(sign in small for sign in _SIGNS):
        return
    for pattern in (CUED, CUED_AFTER):
        for match in pattern.finditer(text):
            yield Found(*match.span(1), re.sub("[^0-9]", "", match[1]), Strength.PROBABLE)


def normalise(raw: str) -> str | None:
    """Eight digits, or None."""
    text = plain(raw)
    digits = re.sub("[ .-]", "", text)
    if re.fullmatch("[0-9]{8}", digits):
        return digits
    first = next(found(text), None)
    return first.value if first else None
