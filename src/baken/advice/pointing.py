"""What in a question looks like personal data, and where it stands. Pure; too much is pointed out sooner than too little."""

from collections.abc import Collection
from typing import NamedTuple

from baken.sharing.masking import LABELS, Found, findings, stretches


class Piece(NamedTuple):
    """A piece of the text; `what` says what it looks like (name, phone number), empty for what may stay."""

    text: str
    what: str


def pointed(texts: Collection[str]) -> tuple[Found, ...]:
    """What looks personal in these texts, each once."""
    return findings(texts)


def called(found: Found, language: str) -> str:
    """What it looks like, in a word: the label without its brackets."""
    return LABELS[found.what].say(language).strip("[]")


def pieces(text: str, *, fine: Collection[str], language: str) -> list[Piece]:
    """The text in pieces, with what is pointed out apart; `fine` are the keys of what is no personal data."""
    parts, at = list[Piece](), 0
    for place in stretches(text, findings([text]), needed=fine):
        what = LABELS[place.what].say(language).strip("[]")
        parts += [Piece(text[at : place.start], ""), Piece(text[place.start : place.end], what)]
        at = place.end
    return [each for each in (*parts, Piece(text[at:], "")) if each.text]
