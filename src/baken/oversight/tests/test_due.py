"""The rule of terms: leap years, ends of months, messages, holds, and never without a confirmed term."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.oversight.standing import kind_of
from baken.privacy.due import Facts, State, due, latest_extension
from baken.privacy.retention import later
from baken.privacy.terms import KINDS

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 360)
CONFIRMED = date(2019, 6, 1)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_a_term_ends_on_the_same_day_or_the_last_one_of_a_shorter_month(start, months, end):
    assert later(start, months) == end


@given(DAYS, MONTHS)
def test_a_term_is_never_a_day_too_short_or_a_month_too_long(start, months):
    end = later(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, MONTHS)
def test_who_began_earlier_never_ends_later(one, other, months):
    first, last = sorted([one, other])
    assert later(first, months) <= later(last, months)


@given(DAYS, MONTHS, st.none() | DAYS, st.none() | DAYS, st.lists(DAYS, max_size=3), st.booleans(), DAYS)
def test_what_always_holds(closed, months, message, confirmed, stays, held, today):
    facts = Facts(closed, months, message, confirmed, tuple(stays), held)
    found = due(facts)
    if found.goes(today):
        assert confirmed
        assert not held
        assert today >= later(max(closed, message or closed), months)
        assert today >= confirmed + timedelta(days=30)
        assert all(today > until for until in stays)
        assert found.is_near(today)
    assert found.on >= later(closed, months)


@given(DAYS, MONTHS, DAYS)
def test_another_message_or_hold_never_makes_it_go_sooner(closed, months, day):
    bare = due(Facts(closed, months, confirmed_on=CONFIRMED)).on
    assert due(Facts(closed, months, day, CONFIRMED)).on >= bare
    assert due(Facts(closed, months, None, CONFIRMED, (day,))).on >= bare


def test_an_open_report_has_no_term():
    assert due(Facts(None, 12, confirmed_on=CONFIRMED)).state is State.OPEN
    assert not due(Facts(None, 12, confirmed_on=CONFIRMED)).goes(date.max)


def test_an_unconfirmed_term_shows_a_day_and_never_goes():
    found = due(Facts(date(2020, 1, 31), 12))
    assert (found.on, found.state) == (date(2021, 1, 31), State.PROPOSAL)
    assert not found.goes(date(2090, 1, 1))


def test_who_confirms_a_term_today_has_30_days_before_anything_goes():
    found = due(Facts(date(2020, 1, 1), 12, confirmed_on=date(2026, 3, 1)))
    assert found.on == date(2026, 3, 31)


def test_an_extension_is_at_most_a_year_after_the_term():
    assert latest_extension(Facts(date(2023, 2, 28), 12)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("outcomes", "kind"),
    [
        ([], "no-follow-up"),
        (["advice"], "no-follow-up"),
        (["no_indication", "advice"], "no-follow-up"),
        (["sent_on", "no_indication"], "handled"),
        (["help_needed", "advice"], "handled"),
        (["to_case", "no_indication"], "case"),
        (["something-new"], "handled"),
    ],
)
def test_the_heaviest_decision_counts(outcomes, kind):
    assert kind_of(outcomes) == kind
    assert kind in KINDS
