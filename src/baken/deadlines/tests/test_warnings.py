"""Who hears what when, who stands in, and what a calendar may show."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.deadlines import Event, Holidays, State
from baken.deadlines.entry import entry
from baken.deadlines.receiver import Away, told
from baken.deadlines.tests.make import (
    DAYS,
    NO_HOLIDAYS,
    OFFICES,
    SOME_TERM,
    TERMS,
    at,
    calm,
    clock,
    day,
    happened,
    noon,
)
from baken.deadlines.warning import LEADERS, Why, warnings
from baken.deadlines.workdays import is_workday

TODAY = date(2026, 12, 7)
HOLDERS = {
    "care_coordinator": ["zoe"],
    "chain_coordinator": ["karim"],
    "focal_officer": ["fleur"],
    "administrator": ["ab"],
}
PEOPLE = st.sampled_from(["zoe", "karim", "fleur", "ab", "sam"])
ABSENCES = st.lists(st.builds(Away, PEOPLE, DAYS, st.none() | DAYS, st.none() | PEOPLE), max_size=6)


def days(found, why):
    return [each.on.isoformat() for each in found if each.why == why]


def test_the_days_on_which_a_term_is_warned_of():
    found = warnings(
        clock("awb_bezwaar", [Event("beschikking_bekendgemaakt", on=date(2026, 11, 30))], "2026-11-30"),
        NO_HOLIDAYS,
    )
    assert days(found, Why.COMING) == [
        "2026-12-28",
        "2027-01-04",
        "2027-01-08",
    ]  # two days before is a Saturday: Friday
    assert days(found, Why.LAST_DAY) == ["2027-01-11"]
    assert days(found, Why.MISSED) == ["2027-01-12"]
    assert {each.roles for each in found if each.why != Why.MISSED} == {("care_coordinator",)}


def test_what_is_missed_is_said_each_working_day_and_to_those_who_lead():
    late = clock("awb_bezwaar", [Event("beschikking_bekendgemaakt", on=date(2026, 11, 30))], "2027-01-18")
    found = [each for each in warnings(late, NO_HOLIDAYS) if each.why == Why.MISSED]
    assert [each.on.day for each in found] == [12, 13, 14, 15, 18]
    assert all(set(LEADERS) < set(each.roles) for each in found)


def test_a_weekend_that_gives_more_time_makes_no_warning_later():
    found = warnings(
        clock("vw_bezwaar", [Event("beschikking_vreemdelingenrecht", on=date(2026, 11, 27))], "2026-12-01"),
        NO_HOLIDAYS,
    )
    assert days(found, Why.COMING) == ["2026-12-11", "2026-12-18", "2026-12-23"]
    assert days(found, Why.LAST_DAY) == ["2026-12-24", "2026-12-28"]  # counted to Christmas, moved to Monday


def test_a_term_in_hours_does_not_wait_for_monday():
    breach = Event("datalek_ontdekt", at=at("2026-11-27T22:00"))
    found = warnings(clock("datalek_ap", [breach], at("2026-11-27T22:05")), NO_HOLIDAYS)
    assert [each.on.isoformat() for each in found] == ["2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01"]


def test_what_opens_is_said_once_when_it_can_be_done():
    start = Event("melding_bijstand_onder_27", on=date(2026, 11, 28))
    found = warnings(clock("bijstand_jongere_wachttijd", [start], "2026-12-01"), NO_HOLIDAYS)
    assert days(found, Why.OPENS) == ["2026-12-28"]
    assert days(found, Why.MISSED) == []


def test_a_missing_date_is_asked_for_today():
    found = warnings(clock("awb_bezwaar", [Event("beschikking_bekendgemaakt")], "2026-12-07"), NO_HOLIDAYS)
    assert [(each.on, each.why) for each in found] == [(TODAY, Why.DATE_MISSING)]


@pytest.mark.parametrize("events", [[], ["beschikking_bekendgemaakt", "bezwaar_ingediend"]])
def test_what_waits_or_is_done_warns_nobody(events):
    found = clock("awb_bezwaar", [Event(each, on=TODAY) for each in events], "2026-12-08")
    assert warnings(found, NO_HOLIDAYS) == ()


@calm
@given(SOME_TERM, DAYS, OFFICES)
def test_somebody_hears_it_no_later_than_the_day_that_was_counted(slug, start, office):
    term = TERMS[slug]
    found = clock(slug, [happened(term, start)], noon(start))
    told_on = warnings(found, office)
    assert all(each.roles for each in told_on)
    assert all(each.on >= start for each in told_on)
    if term.end != "opens":
        assert min(each.on for each in told_on) <= max(found.due.counted, start)
        assert any(each.why == Why.MISSED and each.on > found.due.day for each in told_on)


@calm
@given(SOME_TERM, DAYS, OFFICES)
def test_a_warning_falls_on_a_working_day_unless_it_cannot_wait(slug, start, office):
    term = TERMS[slug]
    for each in warnings(clock(slug, [happened(term, start)], noon(start)), office):
        at_once = "H" in term.length or term.length == "P0D"
        moved_by_law = each.why == Why.LAST_DAY and not office.is_free(each.on)
        assert is_workday(each.on, office.closed) or at_once or each.on == start or moved_by_law


@calm
@given(SOME_TERM, DAYS, st.integers(0, 60))
def test_a_missed_term_is_said_on_every_working_day_until_it_is_ended(slug, start, more):
    term = TERMS[slug]
    now = clock(slug, [happened(term, start)], noon(start)).due.day + timedelta(1 + more)
    found = clock(slug, [happened(term, start)], noon(now))
    if found.state == State.MISSED and is_workday(now, NO_HOLIDAYS.closed):
        assert now in [each.on for each in warnings(found, NO_HOLIDAYS) if each.why == Why.MISSED]


def test_who_is_there_is_told():
    assert told(["care_coordinator"], HOLDERS, [], TODAY).people == ("zoe",)


def test_who_is_away_hands_over_also_in_a_row():
    away = [Away("zoe", TODAY, TODAY, "sam"), Away("sam", TODAY, None, "fleur")]
    found = told(["care_coordinator"], HOLDERS, away, TODAY)
    assert (found.people, found.instead_of, found.is_nobody_there) == (("fleur",), {"fleur": "zoe"}, False)
    assert told(["care_coordinator"], HOLDERS, away, TODAY + timedelta(1)).people == ("zoe",)


def test_without_anybody_there_those_who_lead_are_told():
    found = told(["care_coordinator"], HOLDERS, [Away("zoe", TODAY)], TODAY)
    assert (found.people, found.is_nobody_there) == (("karim", "fleur"), True)


def test_when_all_are_away_everybody_is_told_and_it_is_said():
    away = [Away("zoe", TODAY, None, "karim"), Away("karim", TODAY, None, "zoe"), Away("fleur", TODAY)]
    found = told(["care_coordinator"], HOLDERS, away, TODAY)
    assert (found.people, found.is_nobody_there) == (("zoe", "karim", "fleur", "ab"), True)


@calm
@given(st.lists(st.sampled_from(sorted(HOLDERS)), min_size=1, max_size=3), ABSENCES, DAYS)
def test_a_warning_never_gets_lost(roles, away, on):
    assert told(roles, HOLDERS, away, on).people
    only = {"administrator": ["ab"]}
    assert told(roles, only, away, on).people


def test_an_entry_for_a_calendar_says_nothing_of_the_person_or_the_term():
    found = clock(
        "bedenktijd_max",
        [Event("aangeboden_bedenktijd", on=date(2026, 11, 30), about="eerste keer")],
        "2026-12-01",
    )
    shown = entry(found, "T-12", NO_HOLIDAYS)
    assert (shown.on, shown.at, shown.is_cancelled) == (date(2027, 2, 28), None, False)
    assert shown.alarms[0] == timedelta(days=31)
    said = f"{shown.uid} {shown.title} {shown.text}".lower()
    assert [word for word in ("bedenktijd", "reflection", "eerste keer", "mensenhandel") if word in said] == []


def test_an_entry_keeps_its_uid_and_is_taken_back_when_it_ended():
    start, end = Event("beschikking_bekendgemaakt", on=TODAY), Event("bezwaar_ingediend", on=TODAY)
    first = entry(clock("awb_bezwaar", [start], "2026-12-08"), "T-12", NO_HOLIDAYS)
    moved = entry(
        clock("awb_bezwaar", [Event("beschikking_bekendgemaakt", on=day("2026-12-01"))], "2026-12-08"),
        "T-12",
        Holidays(),
    )
    done = entry(clock("awb_bezwaar", [start, end], "2026-12-08"), "T-12", NO_HOLIDAYS)
    assert first.uid == moved.uid == done.uid
    assert (first.is_cancelled, done.is_cancelled) == (False, True)
    assert entry(clock("awb_bezwaar", [], "2026-12-08"), "T-12", NO_HOLIDAYS) is None


def test_an_entry_stands_on_the_day_that_was_counted_and_with_hours_at_the_moment():
    decision = Event("beschikking_vreemdelingenrecht", on=date(2026, 11, 27))
    assert entry(clock("vw_bezwaar", [decision], "2026-12-01"), "T-13", NO_HOLIDAYS).on == date(2026, 12, 25)
    breach = Event("datalek_ontdekt", at=at("2026-10-24T12:00"))
    assert entry(clock("datalek_ap", [breach], at("2026-10-25T09:00")), "T-14", NO_HOLIDAYS).at == at(
        "2026-10-27T11:00"
    )
