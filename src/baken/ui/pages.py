"""Leafing through a list that is too long to count: a page asks for its rows and one more, and never how many there are in all."""

from dataclasses import dataclass
from typing import Any

FURTHEST = 10_000  # no page further on than this


@dataclass(frozen=True)
class Leaf:
    """One page of such a list, with what `ui/_pages.html` asks of a page. It says its number, and not of how many."""

    object_list: list[Any]
    number: int
    has_next: bool
    onward: bool = True

    @property
    def paginator(self) -> "Leaf":
        """Itself: there is nothing that knows all pages."""
        return self

    @property
    def num_pages(self) -> int:
        """How many pages there are as far as is known."""
        return self.number + self.has_next

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before this one."""
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        """The number of the page before."""
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        """The number of the page after."""
        return self.number + 1


def leaf(rows: Any, per_page: int, asked: str | None) -> Leaf:
    """The page that was asked (`?pagina=`); the first one when that is no number or nothing stands there."""
    number = min(int(asked), FURTHEST) if asked and asked.isdecimal() and len(asked) < 9 else 1
    start = max(number - 1, 0) * per_page
    found = list(rows[start : start + per_page + 1])
    if not found and number > 1:
        return leaf(rows, per_page, None)
    return Leaf(found[:per_page], max(number, 1), len(found) > per_page)
