"""Nights of a place: which night it is, how fresh a count is, and how many are left."""

from datetime import date, datetime, timedelta

from baken.shelter import nights

EVENING = datetime(2026, 12, 1, 23, 0)


def test_at_two_in_the_morning_it_still_is_the_night_of_yesterday():
    assert nights.tonight(EVENING) == nights.tonight(EVENING + timedelta(hours=6)) == date(2026, 12, 1)
    assert nights.tonight(EVENING + timedelta(hours=7)) == date(2026, 12, 2)


def test_the_day_of_leaving_is_no_night():
    assert nights.nights(date(2026, 12, 30), date(2027, 1, 2)) == [
        date(2026, 12, 30),
        date(2026, 12, 31),
        date(2027, 1, 1),
    ]


def test_what_was_said_more_than_a_day_ago_does_not_count():
    assert nights.is_fresh(EVENING - timedelta(hours=24), EVENING)
    assert not nights.is_fresh(EVENING - timedelta(hours=25), EVENING)
    assert not nights.is_fresh(None, EVENING)


def test_the_three_buttons_differ_and_begin_with_what_we_think():
    for free in range(6):
        offered = list(nights.offers(free))
        assert len(set(offered)) == 3
        assert offered[0] == free
        assert 0 in offered


def test_what_a_shelter_said_counts_down_and_never_up():
    assert nights.left(3, None, 5) == 3
    assert nights.left(3, 2, 0) == 2
    assert nights.left(3, 2, 2) == nights.left(3, 2, 9) == 0
    assert nights.left(1, 9, 0) == 1
