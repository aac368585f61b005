"""Working days: a table of days, and what must hold for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.deadlines.tests.make import CLOSED, DAYS, calm
from baken.deadlines.workdays import Closed, after, between, is_workday

FEW = st.integers(1, 30)


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2026-11-30", True),
        ("2026-11-28", False),  # Saturday
        ("2026-12-25", False),
        ("2026-12-31", True),
        ("2027-01-01", False),
        ("2026-04-03", True),  # Good Friday: open unless the municipality says otherwise
        ("2026-04-06", False),  # Easter Monday
        ("2026-04-27", False),  # King's Day
        ("2025-04-26", False),  # King's Day in a year in which the 27th is a Sunday; a Saturday anyway
        ("2025-04-28", True),
        ("2026-05-05", True),
        ("2025-05-05", False),  # each fifth year
        ("2026-05-14", False),  # Ascension Day
        ("2026-05-25", False),  # Whit Monday
        ("2028-02-29", True),
    ],
)
def test_days_on_which_the_office_is_open(day, open_):
    assert is_workday(date.fromisoformat(day), Closed()) is open_


def test_a_municipality_closes_on_days_of_its_own():
    bridge = date(2026, 5, 15)
    closed = Closed(good_friday=True, liberation_day=True, days=frozenset({bridge}))
    assert not any(is_workday(day, closed) for day in (date(2026, 4, 3), date(2026, 5, 5), bridge))


@calm
@given(DAYS, FEW, CLOSED)
def test_the_last_day_is_a_working_day_after_so_many_working_days(start, days, closed):
    last = after(start, days, closed)
    assert last > start
    assert is_workday(last, closed)
    assert between(start, last, closed) == days


@calm
@given(DAYS, FEW, FEW, CLOSED)
def test_counting_in_two_parts_is_counting_at_once(start, first, second, closed):
    assert after(after(start, first, closed), second, closed) == after(start, first + second, closed)


@calm
@given(DAYS, st.integers(0, 400), FEW, CLOSED)
def test_who_begins_later_is_never_due_sooner(start, later, days, closed):
    assert after(start, days, closed) <= after(start + timedelta(days=later), days, closed)


@calm
@given(DAYS, FEW, CLOSED)
def test_a_closing_day_never_makes_a_term_shorter(start, days, closed):
    assert after(start, days, closed) >= after(start, days, Closed())
