"""A text in sentences, so that somebody can choose which of them belong together."""

import re

BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in order, without white space around them."""
    return [piece.strip() for piece in BETWEEN.split(text) if piece.strip()]
