"""Working days and terms: a table of days, and what must hold for any day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.accounts.workdays import Closed, after, between, is_workday
from baken.signals.terms import Terms, due, due_after_change, is_long_overdue, long_overdue_before

DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))
CLOSED = st.builds(
    Closed, st.booleans(), st.booleans(), st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=8)
)
FEW = st.integers(1, 30)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


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


@pytest.mark.parametrize(
    ("urgency", "status", "start", "expected"),
    [
        ("acute", "new", "2026-11-29", "2026-11-29"),  # a Sunday: now is now
        ("high", "new", "2026-11-30", "2026-12-01"),
        ("high", "new", "2026-11-27", "2026-11-30"),  # Friday → Monday
        ("high", "new", "2026-11-28", "2026-11-30"),  # Saturday → Monday
        ("high", "new", "2026-12-31", "2027-01-04"),  # over the year's end
        ("normal", "new", "2026-11-30", "2026-12-07"),
        ("normal", "taken", "2026-12-23", "2026-12-31"),  # two days of Christmas, one on a Saturday
        ("normal", "new", "2028-02-25", "2028-03-03"),  # over 29 February
        ("normal", "weighed", "2026-11-30", "2026-12-14"),
        ("acute", "second", "2026-11-30", "2026-12-01"),
        (
            "normal",
            "sent_on",
            "2026-03-27",
            "2026-04-13",
        ),  # over the night in which summer time begins, and Easter
    ],
)
def test_the_last_day_to_act(urgency, status, start, expected):
    assert due(status, urgency, date.fromisoformat(start), Terms()) == date.fromisoformat(expected)


def test_what_is_closed_waits_for_nothing():
    assert due("closed", "acute", date(2026, 11, 30), Terms()) is None


@given(DAYS, FEW, CLOSED)
def test_the_last_day_is_a_working_day_after_so_many_working_days(start, days, closed):
    last = after(start, days, closed)
    assert last > start
    assert is_workday(last, closed)
    assert between(start, last, closed) == days


@given(DAYS, FEW, FEW, CLOSED)
def test_counting_in_two_parts_is_counting_at_once(start, first, second, closed):
    assert after(after(start, first, closed), second, closed) == after(start, first + second, closed)


@given(DAYS, st.integers(0, 400), FEW, CLOSED)
def test_who_begins_later_is_never_due_sooner(start, later, days, closed):
    assert after(start, days, closed) <= after(start + timedelta(days=later), days, closed)


@given(DAYS, FEW, CLOSED)
def test_a_closing_day_never_makes_a_term_shorter(start, days, closed):
    assert after(start, days, closed) >= after(start, days, Closed())


@given(DAYS)
def test_more_urgent_is_never_due_later(start):
    acute, high, normal = (due("new", urgency, start, Terms()) for urgency in ("acute", "high", "normal"))
    assert acute <= high <= normal


@given(st.datetimes(datetime(2020, 1, 1), datetime(2050, 1, 1)), st.integers(0, 24 * 60 - 1))
def test_the_clock_never_matters_also_when_it_is_changed(moment, minutes):
    one = moment.replace(tzinfo=UTC).astimezone(AMSTERDAM)
    other = one.replace(hour=minutes // 60, minute=minutes % 60)
    assert due("new", "high", one.date(), Terms()) == due("new", "high", other.date(), Terms())


@given(DAYS, st.integers(0, 40), CLOSED)
def test_long_overdue_in_one_day_and_for_the_database_are_the_same(today, back, closed):
    last, terms = today - timedelta(days=back), Terms(closed=closed)
    assert is_long_overdue(last, today, terms) == (last < long_overdue_before(today, terms))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [(5, 1, 1), (5, -3, 0), (-2, -4, -2), (-2, 3, 3), (0, 5, 5)],
)
def test_the_last_day_after_the_urgency_changed(old, new, expected):
    today = date(2026, 11, 30)
    moved = due_after_change(today + timedelta(old), today + timedelta(new), today)
    assert moved == today + timedelta(expected)
