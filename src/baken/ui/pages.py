"""Leafing through a list that is too long to count: no page asks how many there are in all."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator

FURTHEST = 10_000  # no page further on than this


class Onward(Paginator):
    """Counts no further than one row past the page that is asked, so that the first page costs the same however long the list is."""

    onward = True  # the page says its number, and not of how many

    def __init__(self, rows: Any, per_page: int, asked: str | None) -> None:
        super().__init__(rows, per_page)
        self.rows = rows
        self.asked = min(int(asked), FURTHEST) if asked and asked.isdecimal() and int(asked) else 1

    @cached_property
    def count(self) -> int:
        """How many rows there are, or one more than this page holds when there are more."""
        return int(self.rows[: self.asked * self.per_page + 1].count())

    def here(self) -> Page:
        """The page that was asked, or the last one when there are fewer."""
        return self.get_page(self.asked)
