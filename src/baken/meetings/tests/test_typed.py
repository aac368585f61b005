"""What is typed quickly means one thing, or is asked again."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.meetings.typed import NotClear, day_of, digit_of, one_of

TODAY = date(2026, 12, 24)
NAMES = [("Loes Groen", 1), ("Louis Vos", 2), ("Chris Vos", 3), ("Mo Jansen", 4)]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("+7", date(2026, 12, 31)), ("7", date(2026, 12, 31)), (" +0 ", TODAY), ("24-12", TODAY), ("1-3", date(2027, 3, 1)),
        ("1/3/2028", date(2028, 3, 1)), ("2027-02-01", date(2027, 2, 1)),
    ],
)  # fmt: skip
def test_a_day(typed, day):
    assert day_of(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "morgen", "31-2", "+", "-7", "٣", "99-99", "+9999"])
def test_no_day(typed):
    with pytest.raises(NotClear):
        day_of(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "who"), [("loe", 1), ("m", 4), ("LOUIS", 2), ("gr", 1), ("chris vos", 3), ("jan", 4)]
)
def test_an_owner_by_first_letters(typed, who):
    assert one_of(typed, NAMES) == who


@pytest.mark.parametrize(("typed", "found"), [("lo", ("Loes Groen", "Louis Vos")), ("vos", ("Louis Vos", "Chris Vos")), ("x", ()), ("", ())])  # fmt: skip
def test_more_than_one_or_nobody(typed, found):
    with pytest.raises(NotClear) as why:
        one_of(typed, NAMES)
    assert why.value.found == found


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_day_or_asked_again(typed):
    with contextlib.suppress(NotClear):
        assert isinstance(day_of(typed, TODAY), date)


@pytest.mark.parametrize("typed", ["0", "10", "²", "x", "", "-1"])
def test_no_digit_of_the_nine(typed):
    with pytest.raises(NotClear):
        digit_of(typed, "abcdefghi")


def test_a_digit_counts_from_one():
    assert digit_of("3", "abcdefghi") == "c"
