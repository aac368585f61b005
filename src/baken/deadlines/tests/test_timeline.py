"""The clocks of one invented person: what runs, what is missed, and what somebody must fill in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue import load
from baken.deadlines import Event, Holidays, Known, Light, State, due, timeline
from baken.deadlines.clock import DONE_LATE, LAPSED, LIGHT_WORDS, LIGHTS, STATE_WORDS, TO_CONFIRM, TOO_EARLY
from baken.deadlines.confirming import mark
from baken.deadlines.tests.make import (
    ALL_CONFIRMED,
    DAYS,
    SOME_TERM,
    TERMS,
    at,
    calm,
    clock,
    day,
    ended,
    happened,
    noon,
)

EVENTS = st.builds(
    Event, st.sampled_from(sorted(load().events)), on=st.none() | DAYS, about=st.sampled_from(["", "a"])
)
ORDER = [State.RUNNING, State.SOON, State.DUE_TODAY, State.MISSED]
DECISION = Event("beschikking_bekendgemaakt", on=date(2026, 11, 30))  # six weeks: 11 January 2027


@pytest.mark.parametrize(
    ("now", "state", "light"),
    [
        ("2026-11-30", State.RUNNING, Light.CALM),
        ("2026-12-27", State.RUNNING, Light.CALM),
        ("2026-12-28", State.SOON, Light.WATCH),  # two weeks before
        ("2027-01-10", State.SOON, Light.WATCH),
        ("2027-01-11", State.DUE_TODAY, Light.ACT),
        ("2027-01-12", State.MISSED, Light.ACT),
        ("2031-01-12", State.MISSED, Light.ACT),  # and it stays so
    ],
)
def test_a_clock_goes_from_running_to_missed(now, state, light):
    found = clock("awb_bezwaar", [DECISION], now)
    assert (found.state, found.light) == (state, light)
    assert found.days_left == (date(2027, 1, 11) - day(now)).days


def test_what_is_done_is_done_in_time_or_too_late():
    in_time = clock("awb_bezwaar", [DECISION, Event("bezwaar_ingediend", on=date(2027, 1, 11))], "2027-02-01")
    too_late = clock("awb_bezwaar", [DECISION, Event("bezwaar_ingediend", on=date(2027, 1, 12))], "2027-02-01")
    assert (in_time.state, in_time.is_late) == (State.MET, False)
    assert (too_late.state, too_late.words) == (State.MET, DONE_LATE)


def test_what_is_only_planned_is_not_done():
    planned = Event("bezwaar_ingediend", on=date(2027, 1, 8))
    assert clock("awb_bezwaar", [DECISION, planned], "2027-01-07").state == State.SOON
    assert clock("awb_bezwaar", [DECISION, planned], "2027-01-08").state == State.MET


def test_an_event_without_a_date_asks_for_it():
    assert clock("awb_bezwaar", [Event("beschikking_bekendgemaakt")], "2026-12-01").state == State.DATE_MISSING
    undated = Event("bezwaar_ingediend")
    assert clock("awb_bezwaar", [DECISION, undated], "2026-12-01").state == State.DATE_MISSING
    assert clock("awb_bezwaar", [DECISION, undated], "2027-02-01").state == State.MISSED


def test_an_end_from_before_the_start_closes_nothing():
    earlier = Event("bezwaar_ingediend", on=date(2026, 11, 29))
    assert clock("awb_bezwaar", [DECISION, earlier], "2027-02-01").state == State.MISSED


def test_a_move_may_be_declared_from_four_weeks_before():
    move = Event("verhuizing", on=date(2026, 12, 31))
    early = Event("adreswijziging_doorgegeven", on=date(2026, 12, 3))
    found = clock("brp_verhuizing", [move, early], "2026-12-10")
    assert (found.state, found.opens_on) == (State.MET, date(2026, 12, 3))
    too_early = Event("adreswijziging_doorgegeven", on=date(2026, 12, 2))
    assert clock("brp_verhuizing", [move, too_early], "2026-12-10").state == State.RUNNING


def test_two_decisions_are_two_clocks_and_one_objection_closes_one():
    second = Event("beschikking_bekendgemaakt", on=date(2026, 12, 14))
    objection = Event("bezwaar_ingediend", on=date(2026, 12, 15))
    found = [each for each in timeline([DECISION, second, objection], {}, at("2026-12-16T12:00")) if each.event]
    assert [(each.event, each.state) for each in found] == [(second, State.RUNNING), (DECISION, State.MET)]


def test_an_end_belongs_to_a_start_that_is_about_the_same():
    shelter = Event("beschikking_bekendgemaakt", on=date(2026, 11, 2), about="opvang")
    income = Event("beschikking_bekendgemaakt", on=date(2026, 11, 9), about="bijstand")
    objection = Event("bezwaar_ingediend", on=date(2026, 11, 10), about="bijstand")
    states = {
        each.event.about: each.state
        for each in timeline([shelter, income, objection], {}, at("2026-11-11T12:00"))
        if each.event
    }
    assert states == {"opvang": State.RUNNING, "bijstand": State.MET}


def test_coming_forward_each_month_counts_from_the_last_time():
    begin = Event("begin_bedenktijd", on=date(2026, 9, 1))
    times = [Event("gemeld_bij_politie", on=date(2026, 9, 28)), Event("gemeld_bij_politie", on=date(2026, 10, 27))]
    found = clock("bedenktijd_melden", [begin, *times], "2026-11-10")
    assert (found.due.day, found.state, found.is_late) == (date(2026, 11, 27), State.RUNNING, False)
    assert clock("bedenktijd_melden", [begin, *times], "2026-11-28").state == State.MISSED
    late = Event("gemeld_bij_politie", on=date(2026, 11, 30))
    again = clock("bedenktijd_melden", [begin, *times, late], "2026-12-01")
    assert (again.state, again.due.day, again.is_late) == (State.RUNNING, date(2026, 12, 30), True)
    over = Event("bedenktijd_beeindigd", on=date(2026, 12, 1))
    assert clock("bedenktijd_melden", [begin, *times, late, over], "2027-03-01").state == State.MET
    after_it = Event("gemeld_bij_politie", on=date(2027, 2, 1))  # no part of this period any more
    assert not clock(
        "bedenktijd_melden",
        [begin, *times, Event("bedenktijd_beeindigd", on=date(2026, 11, 2)), after_it],
        "2027-03-01",
    ).is_late


def test_what_opens_is_first_awaited_and_then_possible():
    start = Event("melding_bijstand_onder_27", on=date(2026, 11, 2))
    assert clock("bijstand_jongere_wachttijd", [start], "2026-11-10").state == State.RUNNING
    assert clock("bijstand_jongere_wachttijd", [start], "2026-11-30").state == State.SOON
    assert clock("bijstand_jongere_wachttijd", [start], "2026-12-01").state == State.OPEN


def test_what_was_done_before_it_was_allowed_stays_in_sight():
    start, stop = (
        Event("redelijke_gronden_slachtoffer", on=date(2026, 11, 2)),
        Event("bedenktijd_beeindigd", on=date(2026, 11, 20)),
    )
    found = clock("coe_min_bedenktijd", [start, stop], "2026-11-21")
    assert (found.state, found.light) == (State.RUNNING, Light.ACT)
    assert TOO_EARLY in found.notes


def test_what_ran_out_is_called_so():
    found = clock("b8_vergunning_duur", [Event("vergunning_verleend", on=date(2025, 11, 1))], "2026-11-30")
    assert (found.state, found.words) == (State.MISSED, LAPSED)


def test_a_term_in_hours_is_missed_at_the_minute():
    breach = Event("datalek_ontdekt", at=at("2026-10-24T12:00"))
    assert clock("datalek_ap", [breach], at("2026-10-27T11:00")).state == State.DUE_TODAY
    assert clock("datalek_ap", [breach], at("2026-10-27T11:01")).state == State.MISSED
    told = Event("datalek_gemeld", at=at("2026-10-27T11:30"))
    assert clock("datalek_ap", [breach, told], at("2026-10-27T12:00")).is_late


def test_at_once_is_today_and_tomorrow_it_is_missed():
    need = Event("melding_of_signaal", on=date(2026, 12, 25))
    assert clock("wmo_spoed", [need], "2026-12-25").state == State.DUE_TODAY
    assert clock("wmo_spoed", [need], "2026-12-26").state == State.MISSED


def test_days_that_only_a_weekend_gives_are_no_reason_to_wait():
    start = Event(
        "beschikking_vreemdelingenrecht", on=date(2026, 11, 27)
    )  # counted: Christmas; last day: Monday 28
    found = clock("vw_bezwaar", [start], "2026-12-26")
    assert (found.state, found.light, found.days_left) == (State.SOON, Light.ACT, 2)


def test_a_term_that_is_not_confirmed_runs_and_says_so():
    found = clock("awb_bezwaar", [DECISION], "2027-01-12")
    assert found.state == State.MISSED
    assert found.notes[:2] == (TO_CONFIRM, TERMS["awb_bezwaar"].verify)
    confirmed = {"awb_bezwaar": mark(TERMS["awb_bezwaar"])}
    assert clock("awb_bezwaar", [DECISION], "2027-01-12", confirmed=confirmed).notes == ()


def test_a_term_that_changed_must_be_confirmed_again():
    assert not clock(
        "awb_bezwaar", [DECISION], "2027-01-12", confirmed={"awb_bezwaar": "somethingold"}
    ).is_confirmed


def test_a_term_is_left_out_only_with_a_reason_and_stays_in_the_list():
    known = Known(excluded={("awb_bezwaar", ""): "Slachtoffer kreeg gelijk."})
    found = clock("awb_bezwaar", [DECISION], "2027-02-01", known)
    assert (found.state, found.reason) == (State.NOT_APPLICABLE, "Slachtoffer kreeg gelijk.")
    with pytest.raises(ValueError, match="reden"):
        Known(excluded={("awb_bezwaar", ""): " "})


def test_what_was_put_off_runs_longer():
    start = Event("eerste_contact_vt", on=date(2026, 11, 2))
    known = Known(extended={("vt_informeren", ""): 1})
    assert clock("vt_informeren", [start], "2026-12-05").state == State.MISSED
    assert clock("vt_informeren", [start], "2026-12-07", known).state == State.SOON


def test_an_event_that_we_do_not_know_is_refused():
    with pytest.raises(ValueError, match="verzonnen"):
        timeline([Event("verzonnen", on=date(2026, 1, 1))], {}, at("2026-11-30T09:00"))
    with pytest.raises(ValueError, match="tijdzone"):
        timeline([], {}, at("2026-11-30T09:00").replace(tzinfo=None))


@calm
@given(st.lists(EVENTS, max_size=12), DAYS)
def test_nothing_is_silent_every_term_and_every_start_is_there(events, today):
    found = timeline(events, {}, noon(today))
    assert {each.term.slug for each in found} == set(TERMS)
    for term in TERMS.values():
        starts = [event for event in events if event.id == term.from_event]
        clocks = [each for each in found if each.term is term]
        assert len(clocks) == max(len(starts), 1)
        assert all(each.state != State.WAITING for each in clocks) or not starts
    assert [list(State).index(each.state) for each in found] == sorted(
        list(State).index(each.state) for each in found
    )


@calm
@given(st.lists(EVENTS, max_size=12), DAYS)
def test_one_end_closes_at_most_one_clock_of_a_term(events, today):
    for term in TERMS.values():
        ends = sum(event.id in term.ends_by for event in events)
        clocks = timeline(events, {}, noon(today), terms=[term])
        assert sum(each.state == State.MET for each in clocks) <= ends


@calm
@given(st.lists(EVENTS, max_size=12), DAYS)
def test_what_has_passed_and_was_not_ended_is_missed_or_said_to_be_unknown(events, today):
    for found in timeline(events, {}, noon(today)):
        over = found.due is not None and found.due.is_over(noon(today)) and found.term.end != "opens"
        if over and (found.ended is None or found.ended.day is None):
            assert found.state == State.MISSED
            assert found.light == Light.ACT


@calm
@given(SOME_TERM, DAYS, st.integers(0, 4000), st.integers(0, 400))
def test_time_only_makes_a_clock_more_pressing(slug, start, days, more):
    term = TERMS[slug]
    states = [
        clock(slug, [happened(term, start)], noon(start + timedelta(each))).state for each in (days, days + more)
    ]
    if term.end != "opens":
        assert ORDER.index(states[0]) <= ORDER.index(states[1])


@calm
@given(SOME_TERM, DAYS)
def test_doing_it_on_the_last_day_is_in_time(slug, start):
    term = TERMS[slug]
    last = due(term, happened(term, start), Holidays()).day
    if term.ends_by and term.end != "opens":
        found = clock(slug, [happened(term, start), ended(term, last)], noon(last))
        assert (found.state, found.is_late) == (State.MET, False)


def test_light_and_state_are_words_in_both_languages():
    assert set(LIGHTS) == set(STATE_WORDS) == set(State)
    assert set(LIGHT_WORDS) == set(Light)
    for text in [*STATE_WORDS.values(), *LIGHT_WORDS.values()]:
        assert text.nl != text.en


def test_all_confirmed_is_all_quiet_about_it():
    assert all(each.is_confirmed for each in timeline([], ALL_CONFIRMED, at("2026-11-30T09:00")))
