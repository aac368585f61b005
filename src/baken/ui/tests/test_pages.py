"""Leafing without counting: the rows of a page, and whether there are more."""

import pytest

from baken.ui.pages import leaf


@pytest.mark.parametrize(
    ("asked", "number", "rows", "more"),
    [
        (None, 1, [0, 1, 2], True), ("1", 1, [0, 1, 2], True), ("2", 2, [3, 4, 5], True), ("3", 3, [6], False),
        ("4", 1, [0, 1, 2], True), ("0", 1, [0, 1, 2], True), ("-1", 1, [0, 1, 2], True), ("x", 1, [0, 1, 2], True),
        ("٣", 3, [6], False), ("9" * 40, 1, [0, 1, 2], True),
    ],
)  # fmt: skip
def test_a_page_of_seven_rows_three_a_page(asked, number, rows, more):
    page = leaf(list(range(7)), 3, asked)
    assert (page.number, page.object_list, page.has_next) == (number, rows, more)
    assert page.paginator.num_pages == number + more


def test_a_list_without_rows_is_one_page():
    page = leaf([], 3, None)
    assert (page.object_list, page.has_next, page.has_previous, page.num_pages) == ([], False, False, 1)


def test_the_last_page_is_whole():
    assert leaf([1, 2, 3], 3, "1").has_next is False
