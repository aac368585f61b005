"""Counts below five do not show, nor can they be reckoned back from a total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.privacy.small import SMALLEST, hide_small, safe_total


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"a": 12, "b": 7}, {"a": 12, "b": 7}),
        ({"a": 12, "b": 0}, {"a": 12, "b": 0}),
        ({"a": 12, "b": 3, "c": 9}, {"a": 12, "b": None, "c": None}),
        ({"a": 12, "b": 2, "c": 2}, {"a": None, "b": None, "c": None}),
        ({"a": 12, "b": 4, "c": 4}, {"a": 12, "b": None, "c": None}),
        ({"b": 3}, {"b": None}),
    ],
)
def test_what_shows(counts, shown):
    assert hide_small(counts) == shown


def test_without_a_total_only_the_small_ones_go():
    assert hide_small({"a": 12, "b": 3}, total_known=False) == {"a": 12, "b": None}


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 30), max_size=8))
def test_nobody_reckons_a_small_count_back(counts):
    shown = hide_small(counts)
    assert all(value is None or value == 0 or value >= SMALLEST for value in shown.values())
    hidden = [counts[key] for key, value in shown.items() if value is None]
    if any(value is not None and value > 0 for value in shown.values()) and hidden:
        assert len(hidden) >= 2
        assert sum(hidden) >= SMALLEST


@pytest.mark.parametrize(("total", "shown"), [(0, 0), (4, None), (5, 5)])
def test_a_total(total, shown):
    assert safe_total(total) == shown
