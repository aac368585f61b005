"""Whether a place fits: hard conditions decide, wishes order, and what is not known is asked."""

from dataclasses import replace

import pytest

from baken.shelter.attributes import NEEDS
from baken.shelter.matching import Offered, Says, Wanted, match


def ranked(matches):
    return sorted(matches, key=lambda each: each.order)


ROOM = Offered(
    name="Huis 2", kind="vrouwenopvang", kind_name="Vrouwenopvang", sexes=frozenset({"woman"}), age_from=18, children=2,
    answers={"wheelchair": "no", "pets": "yes", "addiction": "yes"}, languages=frozenset({"nl"}), stays=frozenset({"dutch", "eu"}),
    security="basic", financing="both", distances={"havenstad": "30"}, longest=90,
)  # fmt: skip
NOTHING_KNOWN = Offered(name="Nieuw")
FITS = {
    "sex": "woman", "age": 30, "children": 2, "stay": "eu", "secret": True, "security": "basic", "danger": "havenstad",
    "distance": "30", "must": ("pets", "addiction"), "nights": 90,
}  # fmt: skip
NOT = {
    "sex": "man", "age": 17, "children": 3, "stay": "asylum", "security": "high", "must": ("wheelchair",), "nights": 91,
    "distance": "60",
}  # fmt: skip


def one(name, value):
    far = {"danger": "havenstad"} if name == "distance" else {}
    return Wanted(**{name: value}, **far)


def test_a_place_that_has_all_that_is_needed_fits_and_says_why():
    found = match(Wanted(**FITS), ROOM)
    assert found.says is Says.FITS
    assert found.asks == found.against == []
    assert "Huisdier kan mee: ja" in found.fits
    assert "Het adres is geheim" in found.fits


@pytest.mark.parametrize("name", NOT)
def test_one_condition_that_is_not_met_decides_and_says_which(name):
    found = match(one(name, NOT[name]), ROOM)
    assert found.says is Says.NOT
    assert len(found.against) == 1


@pytest.mark.parametrize("name", sorted(set(FITS) - {"secret", "danger", "nights"}))
def test_what_is_not_known_of_a_place_is_asked_and_never_a_silent_yes(name):
    found = match(one(name, FITS[name]), NOTHING_KNOWN)
    assert found.says is Says.ASK
    assert found.asks


@pytest.mark.parametrize("need", NEEDS)
def test_each_need_can_be_a_condition_or_a_wish(need):
    known = replace(ROOM, answers={need: "no"})
    assert match(Wanted(must=(need,)), known).says is Says.NOT
    wish = match(Wanted(rather=(need,)), known)
    assert (wish.says, len(wish.lacks)) == (Says.FITS, 1)
    assert match(Wanted(must=(need,), rather=(need,)), known).lacks == []


def test_a_taken_place_stays_in_sight_with_why_and_an_old_count_is_asked():
    assert match(Wanted(), replace(ROOM, taken="Bezet op 1 mei")).against == ["Bezet op 1 mei"]
    assert match(Wanted(), replace(ROOM, stale="Bel eerst")).says is Says.ASK


def test_wishes_order_what_fits_and_never_pass_what_is_to_be_asked():
    wanted = Wanted(sex="woman", rather=("pets",), language="ti", financing="state", kind="crisisopvang")
    best = replace(ROOM, name="Z", languages=frozenset({"interpreter"}), kind="crisisopvang")
    plain = replace(ROOM, name="B", answers={})
    unsure = replace(best, name="A", sexes=frozenset())
    order = ranked(
        match(wanted, each) for each in (unsure, plain, best, replace(ROOM, name="C", sexes=frozenset({"man"})))
    )
    assert [each.offered.name for each in order] == ["Z", "B", "A", "C"]


def test_where_somebody_comes_from_changes_no_order():
    rooms = [replace(ROOM, name=name, stays=frozenset({"dutch", "eu", "asylum", "reflection", "none"}), answers=answers)
             for name, answers in (("A", {}), ("B", {"pets": "yes"}), ("C", {"pets": "no"}))]  # fmt: skip
    orders = {
        tuple(
            each.offered.name
            for each in ranked(match(Wanted(stay=stay, rather=("pets",)), room) for room in rooms)
        )
        for stay in ("", "dutch", "eu", "asylum", "reflection", "none")
    }
    assert orders == {("B", "A", "C")}


def test_the_distance_itself_is_never_said():
    for far in ("0", "10", "30", "60"):
        found = match(
            Wanted(danger="havenstad", danger_name="Havenstad", distance="30"),
            replace(ROOM, distances={"havenstad": far}),
        )
        assert not any(sign.isdigit() for line in found.lines for sign in line.words)


def test_what_is_looked_for_is_kept_and_read_back_the_same():
    wanted = Wanted(**FITS)
    assert Wanted.of(wanted.as_json() | {"unknown key": 1}) == wanted
    assert Wanted.of(None) == Wanted()


def test_an_age_with_one_bound_has_no_bound_on_the_other_side():
    assert match(Wanted(age=99), ROOM).says is Says.FITS
    assert match(Wanted(age=3), replace(ROOM, age_from=None, age_to=17)).says is Says.FITS
