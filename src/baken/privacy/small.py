"""Small numbers (kleine aantallen): a count below five is hidden, together with what would reveal it. One rule everywhere.

No source prescribes the limit of five; it is a proposal of the facts (`monitoring_rules.small_numbers`).
"""

from collections.abc import Mapping
from typing import TypeVar

SMALLEST = 5
Key = TypeVar("Key")


def hide_small(counts: Mapping[Key, int], *, total_known: bool = True) -> dict[Key, int | None]:
    """The counts, with None for what is hidden: 1 to 4, and zero stays zero.

    With a total that is known, one hidden count could be reckoned back, and so could several that together are below
    five; then the next smallest is hidden too, until what is hidden is at least two counts and five together.
    """
    hidden = {key for key, count in counts.items() if 0 < count < SMALLEST}
    if hidden and total_known:
        rest = sorted(
            (count, index, key) for index, (key, count) in enumerate(counts.items()) if count >= SMALLEST
        )
        while rest and (len(hidden) < 2 or sum(counts[key] for key in hidden) < SMALLEST):
            hidden.add(rest.pop(0)[2])
    return {key: None if key in hidden else count for key, count in counts.items()}


def safe_total(total: int) -> int | None:
    """A total that may be shown: zero, or five and more; None otherwise."""
    return total if total == 0 or total >= SMALLEST else None
