"""Citizen service numbers (BSN): nine digits that pass the eleven test. Found to be masked, never to be compared or kept."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

NINE = re.compile(r"(?<![\w.,\-+])[0-9](?:[ .\-]?[0-9]){8}(?![0-9]|[.,\-][0-9])")
CUED = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi(?:nummer)?)[^0-9\n]{0,15}([0-9](?:[ .\-]?[0-9]){7,8})(?![0-9])",
    re.IGNORECASE,
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a BSN stands in plain text: after its name always, otherwise when the eleven test says so."""
    for match in CUED.finditer(text):
        yield match.span(1)
    for match in NINE.finditer(text):
        if bsn.is_valid(re.sub("[^0-9]", "", match.group())):
            yield match.span()
