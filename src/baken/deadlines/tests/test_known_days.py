"""Every term on a day that was counted by hand from the calendar."""

from datetime import date

import pytest

from baken.catalogue import load
from baken.deadlines import Event, due
from baken.deadlines.tests.make import NO_HOLIDAYS, TERMS, at, day

KNOWN = [
    # term, event, counted, last day (later when a weekend or holiday moves it)
    ("bedenktijd_max", "2026-11-30", "2027-02-28", "2027-02-28"),  # no 30 February; a Sunday, but no term of a law
    ("bedenktijd_dublin", "2026-12-02", "2027-01-01", "2027-01-01"),  # over the year's end, on New Year's Day
    ("dublin_oordeel", "2026-11-30", "2026-12-29", "2026-12-29"),  # twenty working days, one of them Christmas
    ("bedenktijd_melden", "2027-01-31", "2027-02-28", "2027-02-28"),
    ("coe_min_bedenktijd", "2028-02-01", "2028-03-02", "2028-03-02"),  # over 29 February
    ("rvb_aanvraag", "2026-12-12", "2026-12-26", "2026-12-26"),  # a regulation of a minister: not moved
    ("rvb_formulier_geldig", "2026-08-31", "2026-11-30", "2026-11-30"),
    ("eu_3_maanden", "2026-05-15", "2026-08-15", "2026-08-15"),
    ("ind_wettelijk", "2026-11-02", "2027-01-31", "2027-02-01"),  # 90 days end on a Sunday
    ("b8_vergunning_duur", "2028-02-29", "2029-02-28", "2029-02-28"),  # a year: never moved
    ("schrijnend_duur", "2027-03-01", "2028-03-01", "2028-03-01"),
    ("niet_tijdelijk_voorwaarde", "2025-02-28", "2028-02-28", "2028-02-28"),
    ("niet_tijdelijk_duur", "2028-02-29", "2033-02-28", "2033-02-28"),
    ("vw_bezwaar", "2026-11-27", "2026-12-25", "2026-12-28"),  # Christmas on a Friday, then the weekend
    ("awb_bezwaar", "2026-11-30", "2027-01-11", "2027-01-11"),
    ("awb_beslissen", "2026-11-06", "2027-01-01", "2027-01-04"),
    ("awb_doorzenden", "2026-11-29", "2026-11-29", "2026-11-29"),  # at once, also on a Sunday
    ("wmo_spoed", "2026-12-25", "2026-12-25", "2026-12-25"),
    ("wmo_onderzoek", "2027-03-23", "2027-05-04", "2027-05-04"),
    ("wmo_persoonlijk_plan", "2026-12-18", "2026-12-25", "2026-12-25"),  # a right that lapses: not moved
    ("wmo_beschikking", "2026-03-20", "2026-04-03", "2026-04-07"),  # Good Friday, Easter
    ("jeugd_zonder_verblijf_max", "2026-08-31", "2027-02-28", "2027-02-28"),
    ("jeugd_tijdelijk_humanitair_max", "2027-08-29", "2028-02-29", "2028-02-29"),
    (
        "vt_start_onderzoek",
        "2026-04-02",
        "2026-04-07",
        "2026-04-08",
    ),  # Good Friday to Easter Monday: two open days
    ("vt_oordeel", "2026-02-24", "2026-05-05", "2026-05-06"),  # 5 May, in a year in which most people work
    ("vt_informeren", "2026-03-30", "2026-04-27", "2026-04-28"),  # King's Day
    ("bijstand_voorschot", "2026-04-16", "2026-05-14", "2026-05-15"),  # Ascension Day
    ("bijstand_jongere_wachttijd", "2026-11-28", "2026-12-26", "2026-12-26"),
    ("bijstand_ingang", "2026-11-28", "2026-11-28", "2026-11-28"),
    ("sov_melding", "2026-12-31", "2027-01-01", "2027-01-01"),
    ("brp_inschrijving", "2026-12-21", "2026-12-26", "2026-12-28"),
    ("brp_verhuizing", "2026-05-20", "2026-05-25", "2026-05-26"),  # Whit Monday
    ("brp_geheim", "2026-11-30", "2026-12-28", "2026-12-28"),
    ("csg_7_dagen", "2026-11-28", "2026-12-05", "2026-12-05"),
    ("ernstige_benadeling_max", "2026-12-19", "2027-01-02", "2027-01-02"),
    ("schadefonds_termijn", "2028-02-29", "2038-02-28", "2038-02-28"),
    ("avg_verzoek", "2026-01-31", "2026-02-28", "2026-02-28"),  # European: this law is not about it
    ("politie_inzage", "2026-11-14", "2026-12-26", "2026-12-28"),
    ("wmo_vernietiging", "2026-09-30", "2026-12-30", "2026-12-30"),
    ("wmo_periodiek", "2027-02-28", "2028-02-28", "2028-02-28"),
    ("schadevergoeding_voorschot", "2026-06-30", "2027-02-28", "2027-02-28"),
]
IN_HOURS = [
    ("ind_streef24", "2026-11-27T16:30", "2026-11-28T16:30"),  # no weekend stops it
    ("datalek_ap", "2026-12-24T17:05", "2026-12-27T17:05"),
    ("datalek_ap", "2026-10-24T12:00", "2026-10-27T11:00"),  # the clock goes back: 72 real hours
    ("datalek_ap", "2027-03-27T12:00", "2027-03-30T13:00"),  # the clock goes forward
    ("cbw_melding", "2026-12-31T23:59", "2027-01-01T23:59"),
]


@pytest.mark.parametrize(("slug", "start", "counted", "last"), KNOWN, ids=[row[0] for row in KNOWN])
def test_the_last_day_of_a_term(slug, start, counted, last):
    found = due(TERMS[slug], Event(TERMS[slug].from_event, on=day(start)), NO_HOLIDAYS)
    assert (found.counted, found.day, found.at) == (day(counted), day(last), None)


@pytest.mark.parametrize(("slug", "start", "last"), IN_HOURS)
def test_the_last_moment_of_a_term_in_hours(slug, start, last):
    found = due(TERMS[slug], Event(TERMS[slug].from_event, at=at(start)), NO_HOLIDAYS)
    assert found.at == at(last)
    assert found.day == at(last).date()
    assert not found.moved
    assert not found.is_hour_guessed


def test_all_44_terms_stand_in_these_tables():
    assert {row[0] for row in KNOWN} | {row[0] for row in IN_HOURS} == set(load().deadlines)
    assert len(load().deadlines) == 44


def test_without_the_hour_a_term_in_hours_counts_from_the_beginning_of_the_day():
    found = due(TERMS["datalek_ap"], Event("datalek_ontdekt", on=date(2026, 11, 30)), NO_HOLIDAYS)
    assert found.at == at("2026-12-03T00:00")
    assert found.is_hour_guessed


def test_a_term_that_can_be_put_off_moves_by_what_it_says():
    term, event = TERMS["vt_informeren"], Event("eerste_contact_vt", on=date(2026, 11, 2))
    assert [due(term, event, NO_HOLIDAYS, times).counted for times in (0, 1, 2)] == [
        date(2026, 11, 30),
        date(2026, 12, 14),
        date(2026, 12, 28),
    ]


@pytest.mark.parametrize(("slug", "times"), [("awb_bezwaar", 1), ("vt_informeren", -1)])
def test_a_term_that_cannot_be_put_off_is_not(slug, times):
    with pytest.raises(ValueError, match="kan niet worden verlengd"):
        due(TERMS[slug], Event(TERMS[slug].from_event, on=date(2026, 11, 2)), NO_HOLIDAYS, times)


def test_a_term_counts_from_its_own_event_only():
    with pytest.raises(ValueError, match="telt niet vanaf"):
        due(TERMS["awb_bezwaar"], Event("melding_wmo", on=date(2026, 11, 2)), NO_HOLIDAYS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": date(2026, 1, 1), "at": at("2026-01-01T09:00")},
        {"at": at("2026-01-01T09:00").replace(tzinfo=None)},
        {"on": at("2026-01-01T09:00")},
        {"on": date(206, 1, 1)},
        {"on": date(2062 + 200, 1, 1)},
    ],
)
def test_a_day_that_cannot_be_right_is_refused(wrong):
    with pytest.raises(ValueError, match=r"moment|jaar"):
        Event("melding_wmo", **wrong)
