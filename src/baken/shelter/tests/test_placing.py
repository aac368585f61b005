"""Finding a place and holding it: reserved for an hour, placed, longer, moved, ended, refused; and who waits."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.privacy import trace
from baken.shelter import access, finding, placing, services
from baken.shelter.matching import Says, Wanted
from baken.shelter.models import HeldNight, Placement, Shelter, WaitingEntry
from baken.shelter.tests.make import a_stay, make_place, make_placement, make_shelter, make_waiting

ROOT = "/werk/opvang/"


@pytest.fixture
def room(cast):
    """A room in Huis 2 of the organisation of Mo."""
    return make_place(make_shelter(cast.dewi, cast.mo.organisation), cast.dewi)


def asked(**values):
    return {"first": finding.tonight().isoformat(), "nights": "3", "sex": "woman"} | values


def after(placement, **values):
    """The placement as it is now, after it was changed outside the room."""
    Placement.objects.filter(pk=placement.pk).update(**values)
    return Placement.objects.get(pk=placement.pk)


def test_dewi_finds_a_place_with_why_and_holds_it_for_an_hour(cast, signed_in, room):
    dewi = signed_in(cast.dewi)
    make_place(room.shelter, cast.dewi, name="Kamer 9", sexes=["man"])
    make_place(room.shelter, cast.dewi, name="Kamer 8", sexes=[])
    page = dewi.post(f"{ROOT}zoeken/", asked(must=["pets"], danger="havenstad", distance="30")).content.decode()
    assert page.index("1 plek past") < page.index("1 plek: bel eerst") < page.index("1 plek past niet")
    for why in ("Ver genoeg van Havenstad", "Vraag voor welk geslacht", "niet voor vrouw", "Huisdier kan mee: ja"):
        assert why in page
    own = f"{ROOT}plek/{room.pk}/reserveren/"
    form = dewi.post(own, asked() | {"step": "choose"})
    assert form.status_code == 200
    assert dewi.post(own, asked()).status_code == 422
    told = asked(language="ti") | {"alias": "Vrouw K", "because": "Dicht bij school.", "once": "x" * 30}
    answer = dewi.post(own, told)
    placement = Placement.objects.get()
    assert answer["Location"] == f"{ROOT}plaatsing/{placement.pk}/"
    assert dewi.post(own, told)["Location"] == answer["Location"]  # sent twice is once
    assert HeldNight.objects.count() == 3
    shown = dewi.get(answer["Location"]).content.decode()
    assert "Gereserveerd tot" in shown
    assert "Vrouw K" in shown
    assert "Past niet" not in shown  # that it is taken by this one is no reason
    assert placement.number in dewi.get("/werk/").content.decode()
    assert placement.criteria["language"] == "ti"


def test_what_is_not_known_is_asked_by_phone_before_one_reserves(cast, signed_in, room):
    Shelter.objects.update(confirmed_at=None)
    dewi, own = signed_in(cast.dewi), f"{ROOT}plek/{room.pk}/reserveren/"
    assert "Niet bevestigd in de laatste 24 uur" in dewi.get(own).content.decode()
    told = asked() | {"alias": "K", "because": "x", "once": "y" * 30}
    assert "Bel eerst de opvang" in dewi.post(own, told).content.decode()
    assert dewi.post(own, told | {"asked": "on"}).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"first": "2020-01-01"}, {"nights": "0"}, {"danger": "havenstad"}, {"must": ["x"]}, {"first": ""}]
)
def test_a_search_that_cannot_be_says_what_to_do(cast, signed_in, room, wrong):
    dewi = signed_in(cast.dewi)
    assert dewi.post(f"{ROOT}zoeken/", asked() | wrong).status_code == 422
    assert dewi.post(f"{ROOT}plek/{room.pk}/reserveren/", asked() | wrong).status_code == 422


def test_who_is_second_reads_one_sentence_and_the_next_places(cast, signed_in, room):
    next_one = make_place(room.shelter, cast.dewi, name="Kamer 5")
    rik = make_person("Rik Zee", cast.duindorp, Role.CARE_COORDINATOR)
    make_placement(room, rik)
    told = asked() | {"alias": "K", "because": "x", "once": "z" * 30, "asked": "on"}
    answer = signed_in(cast.dewi).post(f"{ROOT}plek/{room.pk}/reserveren/", told)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Deze plek is net aan iemand anders gegeven." in page
    assert "Kamer 5" in page
    assert f"{next_one.pk}/reserveren/" in page
    assert f"{room.pk}/reserveren/" not in page


def test_the_database_itself_lets_no_second_one_in(cast, room):
    first = make_placement(room, cast.dewi)
    with pytest.raises(IntegrityError), transaction.atomic():
        HeldNight.objects.create(place=room, night=first.first_night, placement=None, at=timezone.now())
    with pytest.raises(services.Taken):
        make_placement(room, cast.dewi, first=2)
    assert Placement.objects.count() == 1
    make_placement(room, cast.dewi, first=3)


def test_a_reservation_that_is_over_lets_the_place_go(cast, signed_in, room):
    first = after(make_placement(room, cast.dewi), reserved_until=timezone.now())
    assert finding.find(cast.dewi, Wanted(), finding.tonight(), first.until)[0].match.says is Says.FITS
    assert "De reservering liep af" in signed_in(cast.dewi).get(f"{ROOT}plaatsing/{first.pk}/").content.decode()
    second = make_placement(room, cast.dewi)
    first.refresh_from_db()
    assert first.state == "expired"
    assert set(HeldNight.objects.values_list("placement", flat=True)) == {second.pk}
    with pytest.raises(services.NotPossible):
        placing.place(first, seen=first.revision, by=cast.dewi)
    assert trace.lines_of("placement", first.pk)[-1].actor == trace.SYSTEM


def test_who_came_a_little_late_is_placed_while_nobody_else_took_it(cast, room):
    late = after(make_placement(room, cast.dewi), reserved_until=timezone.now() - timedelta(minutes=5))
    placing.place(late, seen=late.revision, by=cast.mo)
    late.refresh_from_db()
    assert late.is_open
    with pytest.raises(services.Taken):
        make_placement(room, cast.dewi)


def test_no_more_are_given_than_the_shelter_said(cast, room):
    make_place(room.shelter, cast.dewi, name="Kamer 5")
    third = make_place(room.shelter, cast.dewi, name="Kamer 6")
    services.confirm(room.shelter, free=1, by=cast.mo)
    make_placement(room, cast.dewi, nights=1)
    night = finding.stand([room.shelter], finding.tonight(), finding.tonight() + timedelta(days=1))[0].tonight
    assert (night.free, night.left, night.more_there) == (2, 0, False)
    with pytest.raises(services.Taken, match="zei de opvang"):
        make_placement(third, cast.dewi, nights=1)


def post(browser, placement, what, **told):
    placement.refresh_from_db()
    return browser.post(f"{ROOT}plaatsing/{placement.pk}/{what}/", told | {"seen": placement.revision})


def test_placed_longer_moved_and_ended(cast, signed_in, room):
    other = make_place(room.shelter, cast.dewi, name="Kamer 7")
    placement, dewi, mo = make_placement(room, cast.dewi), signed_in(cast.dewi), signed_in(cast.mo)
    assert post(mo, placement, "geplaatst").status_code == 302
    blocked = make_placement(room, cast.dewi, first=5)
    until = (placement.until + timedelta(days=1)).isoformat()
    assert post(dewi, placement, "verlengen", until=until).status_code == 302
    far = (placement.until + timedelta(days=9)).isoformat()
    assert (
        post(dewi, placement, "verlengen", until=far).status_code == 422
    )  # somebody else has one of those nights
    assert post(dewi, placement, "verlengen", until=placement.until.isoformat()).status_code == 422
    late = dewi.post(f"{ROOT}plaatsing/{placement.pk}/verlengen/", {"until": far, "seen": 0})
    assert late.status_code == 409
    first = finding.tonight() + timedelta(days=1)
    assert (
        post(dewi, placement, "verplaatsen", to=room.pk, first=first.isoformat(), because="x").status_code == 422
    )
    moved = post(dewi, placement, "verplaatsen", to=other.pk, first=first.isoformat(), because="Rustiger.")
    assert moved.status_code == 302
    placement.refresh_from_db()
    there = placement.moved_to
    assert (placement.state, placement.until, there.alias, there.state) == ("moved", first, "Vrouw K", "placed")
    assert HeldNight.objects.filter(placement=placement).count() == 1
    assert HeldNight.objects.filter(placement=there).count() == 3
    assert there.number in dewi.get(f"{ROOT}plaatsing/{placement.pk}/").content.decode()
    assert post(dewi, there, "beeindigen", until=first.isoformat(), text="Naar huis.").status_code == 302
    there.refresh_from_db()
    assert (there.state, there.until, there.outcome) == ("ended", first, "Naar huis.")
    assert set(HeldNight.objects.values_list("placement", flat=True)) == {placement.pk, blocked.pk}
    assert post(dewi, there, "beeindigen", until=first.isoformat()).status_code == 422


def test_a_shelter_refuses_with_a_reason_and_the_place_is_free_again(cast, signed_in, room):
    placement, mo = make_placement(room, cast.dewi), signed_in(cast.mo)
    assert post(mo, placement, "weigeren", refusal="care").status_code == 422
    assert post(mo, placement, "weigeren", refusal="care", text="Geen nachtzorg.").status_code == 302
    placement.refresh_from_db()
    assert (placement.state, placement.refusal, placement.outcome) == ("refused", "care", "Geen nachtzorg.")
    assert HeldNight.objects.count() == 0
    shown = signed_in(cast.dewi).get(f"{ROOT}plaatsing/{placement.pk}/").content.decode()
    assert "Kan deze zorg niet geven" in shown
    with pytest.raises(Http404):
        access.read_placement(cast.mo, placement.pk)  # over: no longer theirs to read


def test_a_placement_is_read_by_its_municipality_and_by_the_shelter_while_it_lasts(cast, room):
    placement = make_placement(room, cast.dewi)
    rik = make_person("Rik Zee", cast.duindorp, Role.CARE_COORDINATOR)
    assert access.read_placement(cast.mo, placement.pk) == placement
    with pytest.raises(Http404):
        access.read_placement(rik, placement.pk)
    with pytest.raises(PermissionDenied):
        access.to_move(cast.mo, placement.pk)
    for stranger in (cast.loes, cast.chris, cast.farid):
        with pytest.raises(PermissionDenied):
            access.read_placement(stranger, placement.pk)
    after(placement, reserved_until=timezone.now())
    with pytest.raises(Http404):
        access.read_placement(cast.mo, placement.pk)


def test_a_move_that_cannot_be_changes_nothing(cast, room):
    other = make_place(room.shelter, cast.dewi, name="Kamer 7")
    placement = make_placement(room, cast.dewi)
    make_placement(other, cast.dewi)
    with pytest.raises(services.Taken):
        placing.move(placement, other, first=placement.first_night, because="x", seen=1, by=cast.dewi)
    with pytest.raises(services.NotPossible):
        placing.move(placement, room, first=placement.first_night, because="x", seen=1, by=cast.dewi)
    placement.refresh_from_db()
    assert (placement.state, placement.revision) == ("reserved", 1)
    assert HeldNight.objects.filter(placement=placement).count() == 3


def test_who_waits_is_found_a_place_with_what_was_kept(cast, signed_in, room):
    dewi = signed_in(cast.dewi)
    form = dewi.post(f"{ROOT}wachtlijst/nieuw/", asked(must=["pets"]) | {"step": "choose"})
    assert form.status_code == 200
    told = asked(must=["pets"]) | {"alias": "Vrouw K", "urgency": "b_week", "text": "Nu bij een vriendin."}
    assert dewi.post(f"{ROOT}wachtlijst/nieuw/", told).status_code == 302
    later = WaitingEntry.objects.get()
    make_waiting(cast.dewi)
    page = dewi.get(f"{ROOT}wachtlijst/").content.decode()
    assert page.index("Man R") < page.index("Vrouw K")  # the urgency that a person gave comes first
    dewi.post(f"{ROOT}wachtlijst/{later.pk}/urgentie/", {"urgency": "onzin"})
    dewi.post(f"{ROOT}wachtlijst/{later.pk}/urgentie/", {"urgency": "a_now"})
    page = dewi.get(f"{ROOT}wachtlijst/").content.decode()
    assert page.index("Vrouw K") < page.index("Man R")  # then who waits longest
    filled = dewi.post(f"{ROOT}wachtlijst/{later.pk}/zoeken/").content.decode()
    assert f'value="{later.pk}"' in filled
    assert 'value="woman" selected' in filled
    told = asked(waiting=later.pk) | {"alias": "Vrouw K", "because": "Past.", "once": "w" * 30}
    dewi.post(f"{ROOT}plek/{room.pk}/reserveren/", told)
    assert "er is een plek gereserveerd" in dewi.get(f"{ROOT}wachtlijst/").content.decode()
    placing.place(Placement.objects.get(), seen=1, by=cast.dewi)
    later.refresh_from_db()
    assert (later.outcome, later.ended_on) == ("placed", timezone.localdate())


def test_the_waiting_list_is_of_ones_own_municipality_and_others_read_a_number(cast, signed_in, room):
    entry = make_waiting(cast.dewi)
    rik = make_person("Rik Zee", cast.duindorp, Role.CARE_COORDINATOR)
    with pytest.raises(Http404):
        access.waiting_of(rik, entry.pk)
    with pytest.raises(PermissionDenied):
        access.waiting_for(cast.mo)
    page = signed_in(cast.mo).get(ROOT).content.decode()
    assert "wacht 1 persoon op een plek" in page
    assert "Man R" not in page
    dewi = signed_in(cast.dewi)
    own = f"{ROOT}wachtlijst/{entry.pk}/weg/"
    assert dewi.post(own, {}).status_code == 422
    assert dewi.post(own, {"outcome": "elsewhere", "text": "Bij familie."}).status_code == 302
    assert dewi.get(own).status_code == 404
    assert "Er wacht niemand" in dewi.get(f"{ROOT}wachtlijst/").content.decode()


def test_a_file_of_a_victim_can_be_named_later(cast, room):
    placement = placing.reserve(room, a_stay(subject=("victim", "17")), by=cast.dewi)
    assert (placement.subject_kind, placement.subject_id) == ("victim", "17")
