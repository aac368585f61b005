"""What happens at 18."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.deadlines import Event, Known, State
from baken.deadlines.adult import becomes_adult, eighteen, is_minor
from baken.deadlines.clock import AT_EIGHTEEN
from baken.deadlines.tests.make import NO_HOLIDAYS, TERMS, calm, clock
from baken.deadlines.warning import Why, warnings
from baken.deadlines.workdays import is_workday

BIRTHS = st.dates(date(1960, 1, 1), date(2026, 12, 31))
CARE = Event("jeugdhulp_verleend", on=date(2026, 11, 2))  # six months: 2 May 2027


@pytest.mark.parametrize(
    ("born", "adult"),
    [
        ("2008-12-01", "2026-12-01"),
        ("2008-02-29", "2026-03-01"),
        ("2009-02-28", "2027-02-28"),
        ("2008-12-31", "2026-12-31"),
    ],
)
def test_the_day_somebody_turns_18(born, adult):
    assert becomes_adult(date.fromisoformat(born)) == date.fromisoformat(adult)


@calm
@given(BIRTHS)
def test_the_day_before_somebody_is_a_child_and_on_the_day_no_more(born):
    adult = becomes_adult(born)
    assert is_minor(born, adult - timedelta(1))
    assert not is_minor(born, adult)
    assert adult.year - born.year == 18


def test_whose_age_is_not_known_is_a_child():
    assert is_minor(None, date(2026, 11, 30))


def test_youth_care_ends_the_day_before_18_and_everybody_hears_it_in_time():
    known = Known(birth_date=date(2009, 2, 1))
    found = clock("jeugd_zonder_verblijf_max", [CARE], "2026-11-30", known)
    assert (found.due.day, found.stops_on) == (date(2027, 1, 31), date(2027, 2, 1))
    assert AT_EIGHTEEN in found.notes
    assert date(2026, 12, 31) in [each.on for each in warnings(found, NO_HOLIDAYS) if each.why == Why.COMING]


def test_a_term_that_would_end_on_the_18th_birthday_ends_the_day_before():
    found = clock("jeugd_zonder_verblijf_max", [CARE], "2026-11-30", Known(birth_date=date(2009, 5, 2)))
    assert (found.due.day, found.stops_on) == (date(2027, 5, 1), date(2027, 5, 2))


def test_at_18_it_does_not_just_vanish():
    known = Known(birth_date=date(2009, 2, 1))
    assert clock("jeugd_zonder_verblijf_max", [CARE], "2027-02-01", known).state == State.MISSED
    handed_over = Event("jeugdhulp_opnieuw_bekeken", on=date(2027, 1, 20))
    assert clock("jeugd_zonder_verblijf_max", [CARE, handed_over], "2027-02-01", known).state == State.MET


def test_what_begins_after_18_is_no_youth_care():
    known = Known(birth_date=date(2008, 11, 2))
    assert clock("jeugd_zonder_verblijf_max", [CARE], "2026-11-30", known).state == State.NOT_APPLICABLE


def test_without_a_birth_date_and_for_other_terms_nothing_stops():
    assert clock("jeugd_zonder_verblijf_max", [CARE], "2026-11-30").due.day == date(2027, 5, 2)
    decision = Event("beschikking_bekendgemaakt", on=date(2027, 1, 4))
    found = clock("awb_bezwaar", [decision], "2027-02-02", Known(birth_date=date(2009, 2, 1)))
    assert (found.due.day, found.stops_on) == (date(2027, 2, 15), None)


@calm
@given(BIRTHS)
def test_what_stops_and_starts_is_said_beforehand_on_working_days(born):
    found = eighteen(born, TERMS.values(), NO_HOLIDAYS.closed)
    assert {each.slug for each in found.stops} == {"jeugd_zonder_verblijf_max", "jeugd_tijdelijk_humanitair_max"}
    assert {each.slug for each in found.starts} == {
        "bijstand_voorschot",
        "bijstand_jongere_wachttijd",
        "bijstand_ingang",
    }
    assert list(found.warned_on) == sorted(found.warned_on)
    assert all(is_workday(each, NO_HOLIDAYS.closed) and each < found.day for each in found.warned_on)
