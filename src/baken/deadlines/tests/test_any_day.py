"""What must hold for any term, any day and any office: weekends, year ends, leap days, and the nights in which the clock changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baken.deadlines import Event, Holidays, due
from baken.deadlines.event import AMSTERDAM
from baken.deadlines.length import Length, length
from baken.deadlines.open_days import run_on, runs_on
from baken.deadlines.tests.make import DAYS, OFFICES, SOME_TERM, TERMS, calm, happened
from baken.deadlines.workdays import Closed, after, before, is_workday, last_workday, next_workday

CALENDAR = st.builds(lambda weeks, days: Length(weeks=weeks, days=days), st.integers(0, 60), st.integers(0, 400))
MONTHS = st.integers(0, 130)
MOVED = sorted(slug for slug, term in TERMS.items() if runs_on(term))
HOURS = sorted(slug for slug, term in TERMS.items() if term.length.startswith("PT") and term.length != "PT0H")


@calm
@given(SOME_TERM, DAYS, OFFICES)
def test_a_term_never_ends_before_its_event_nor_before_the_day_that_was_counted(slug, start, office):
    found = due(TERMS[slug], happened(TERMS[slug], start), office)
    assert start <= found.counted <= found.day


@calm
@given(SOME_TERM, DAYS, st.integers(0, 900), OFFICES)
def test_what_begins_later_never_ends_sooner(slug, start, more, office):
    term = TERMS[slug]
    first, second = (due(term, happened(term, each), office) for each in (start, start + timedelta(more)))
    assert first.counted <= second.counted
    assert first.day <= second.day


@calm
@given(st.sampled_from(MOVED), DAYS, OFFICES)
def test_a_term_of_a_law_never_ends_on_a_free_day_and_only_free_days_move_it(slug, start, office):
    term = TERMS[slug]
    found = due(term, happened(term, start), office)
    assert not office.is_free(found.day)
    passed = [found.counted + timedelta(step) for step in range((found.day - found.counted).days)]
    within = sum(
        not office.is_free(start + timedelta(step)) for step in range(1, (found.counted - start).days + 1)
    )
    assert all(office.is_free(each) for each in passed) or within < 2


@calm
@given(st.sampled_from(MOVED), DAYS, OFFICES)
def test_three_days_or_more_always_hold_two_open_days(slug, start, office):
    found = due(TERMS[slug], happened(TERMS[slug], start), office)
    open_days = [
        step for step in range(1, (found.day - start).days + 1) if not office.is_free(start + timedelta(step))
    ]
    assert len(open_days) >= 2


@calm
@given(st.sampled_from(sorted(set(TERMS) - set(MOVED))), DAYS, OFFICES)
def test_another_term_is_never_moved(slug, start, office):
    assert not due(TERMS[slug], happened(TERMS[slug], start), office).moved


@calm
@given(SOME_TERM, DAYS)
def test_a_term_that_is_counted_back_is_not_moved(slug, end):
    term = TERMS[slug]
    assume("H" not in term.length)
    back = replace(term, direction="before")
    found = due(back, happened(back, end), Holidays())
    assert found.day == found.counted <= end


@calm
@given(DAYS, CALENDAR)
def test_days_and_weeks_counted_forth_and_back_agree(start, how_long):
    assert how_long.before(how_long.after(start)) == start
    assert how_long.after(how_long.before(start)) == start


@calm
@given(DAYS, MONTHS)
def test_months_counted_forth_and_back_differ_only_where_a_month_is_too_short(start, months):
    there = Length(months=months).after(start)
    back = Length(months=months).before(there)
    assert (back.year, back.month) == (start.year, start.month)
    assert back.day == min(start.day, there.day)
    assert (there.year * 12 + there.month) - (start.year * 12 + start.month) == months
    assert there.day == start.day or (there + timedelta(1)).day == 1


@calm
@given(DAYS, st.integers(0, 60), OFFICES)
def test_working_days_counted_forth_and_back_agree(start, count, office):
    begin = next_workday(start, office.closed)
    there = after(begin, count, office.closed)
    assert is_workday(there, office.closed)
    assert before(there, count, office.closed) == begin


@calm
@given(DAYS, OFFICES)
def test_the_working_day_around_a_day_is_the_day_itself_when_one_works(start, office):
    previous, following = last_workday(start, office.closed), next_workday(start, office.closed)
    assert previous <= start <= following
    assert (previous == following) == is_workday(start, office.closed)


@calm
@given(st.sampled_from(HOURS), st.datetimes(datetime(2020, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)))
def test_hours_are_real_hours_whatever_the_clock_does(slug, moment):
    term = TERMS[slug]
    found = due(term, Event(term.from_event, at=moment), Holidays())
    assert found.at - moment == timedelta(hours=length(term.length).hours)
    assert found.day == found.at.astimezone(AMSTERDAM).date()


@calm
@given(st.sampled_from(HOURS), DAYS, st.integers(0, 24 * 60 - 1))
def test_a_guessed_hour_is_never_later_than_the_real_one(slug, on, minute):
    term = TERMS[slug]
    real = datetime(on.year, on.month, on.day, minute // 60, minute % 60, tzinfo=AMSTERDAM)
    guessed = due(term, happened(term, on), Holidays())
    assert guessed.at <= due(term, Event(term.from_event, at=real), Holidays()).at


@calm
@given(st.integers(2020, 2090), st.sampled_from(["P1M", "P3M", "P6M", "P8M", "P1Y", "P3Y", "P5Y", "P10Y"]))
def test_leap_days_and_year_ends_never_skip_a_month(year, text):
    how_long = length(text)
    for start in (date(year, 12, 31), date(year, 2, 28), date(year, 3, 1) - timedelta(1), date(year, 8, 31)):
        there = how_long.after(start)
        assert (there.year * 12 + there.month) - (start.year * 12 + start.month) == how_long.months
        assert (there + timedelta(1)).month != there.month or there.day == start.day


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        ({"length": "P90D"}, True),
        ({"length": "P91D"}, False),
        ({"length": "P12W"}, True),
        ({"length": "P13W"}, False),
        ({"length": "P3M"}, True),
        ({"length": "P4M"}, False),
        ({"length": "P1Y"}, False),
        ({"length": "PT72H"}, False),
        ({"length": "P0D"}, False),
        ({"set_by": "decree"}, True),
        ({"set_by": "regulation"}, False),
        ({"set_by": "eu"}, False),
        ({"end": "lapses"}, False),
        ({"direction": "before"}, False),
        ({"days": "working", "length": "P6W"}, False),
    ],
)
def test_the_rule_about_weekends_is_for_terms_of_a_law_that_are_not_too_long(change, moved):
    assert runs_on(replace(TERMS["awb_bezwaar"], **change)) is moved


@pytest.mark.parametrize("text", ["", "P", "PT", "P1", "1M", "P1M2", "P-1D", "p1m", "P1.5D", "P1YT", "P1M "])
def test_a_length_that_we_do_not_know_is_refused(text):
    with pytest.raises(ValueError, match="geen lengte"):
        length(text)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        ("2026-04-03", True),  # Good Friday
        ("2026-04-06", True),
        ("2026-04-27", True),
        ("2025-04-26", True),  # King's Day when the 27th is a Sunday
        ("2026-05-05", True),  # each year for this law, also when most people work
        ("2026-05-14", True),
        ("2026-05-25", True),
        ("2026-12-26", True),
        ("2027-01-01", True),
        ("2026-12-31", False),
        ("2026-12-24", False),
        ("2026-11-28", True),
        ("2026-11-30", False),
    ],
)
def test_the_holidays_of_the_law(day, free):
    assert Holidays().is_free(date.fromisoformat(day)) is free


def test_a_day_that_the_king_named_counts_too_and_a_closed_office_does_not():
    bridge = date(2026, 5, 15)
    assert Holidays(named=frozenset({bridge})).is_free(bridge)
    assert not Holidays(closed=Closed(days=frozenset({bridge}))).is_free(bridge)


def test_only_a_term_of_three_days_or_more_must_hold_two_open_days():
    thursday, good_friday, easter = date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 5)
    assert run_on(thursday, good_friday, Holidays()) == date(2026, 4, 7)
    assert run_on(thursday, easter, Holidays()) == date(2026, 4, 8)
