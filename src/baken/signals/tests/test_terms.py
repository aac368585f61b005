"""Terms of the office itself: a table of days, and what must hold for any day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.deadlines.workdays import Closed
from baken.signals.terms import Terms, due, due_after_change, is_long_overdue, long_overdue_before

DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))
CLOSED = st.builds(
    Closed, st.booleans(), st.booleans(), st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=8)
)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


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
