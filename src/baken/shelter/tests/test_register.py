"""The register: who keeps and reads it, how fresh it is, and an address that only opens for who must."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_municipality, make_person
from baken.catalogue import load
from baken.partners.tests.make import make_organisation
from baken.privacy import trace
from baken.shelter import access, finding, services
from baken.shelter.models import NightCapacity, Place, PlaceLink, Placement, Shelter
from baken.shelter.tests.make import SAID, make_place, make_placement, make_shelter

ROOT, SECRET = "/werk/opvang/", SAID["address"]


@pytest.fixture
def house(cast):
    """Huis 2 of the organisation of Mo, with one room."""
    shelter = make_shelter(cast.dewi, cast.mo.organisation)
    make_place(shelter, cast.dewi)
    return shelter


def verbs(kind, pk):
    return [each.verb for each in trace.lines_of(kind, pk)]


def test_a_register_of_nothing_begins_with_the_first_step(cast, signed_in):
    page = signed_in(cast.dewi).get(ROOT).content.decode()
    assert "Zet de eerste locatie erin" in page


def test_the_list_says_what_is_free_and_how_fresh_that_is(cast, signed_in, house):
    make_place(house, cast.dewi, name="Kamer 4")
    make_placement(house.places.first(), cast.dewi)
    dewi = signed_in(cast.dewi)
    page = dewi.get(ROOT).content.decode()
    assert "1 van 2 vrij" in page
    assert "net bevestigd" in page
    Shelter.objects.update(confirmed_at=timezone.now() - timedelta(hours=2))
    assert "2 uur geleden bevestigd" in dewi.get(ROOT).content.decode()
    Shelter.objects.update(confirmed_at=timezone.now() - timedelta(days=3))
    assert "3 dagen geleden bevestigd: bel eerst" in dewi.get(ROOT).content.decode()
    Shelter.objects.update(confirmed_at=timezone.now() - timedelta(minutes=5))
    assert "5 minuten geleden bevestigd" in dewi.get(ROOT).content.decode()


def test_mo_sees_and_keeps_what_is_of_his_organisation_and_others_see_nothing(cast, signed_in, house):
    other = make_shelter(cast.dewi, cast.loes.organisation, name="Huis 9")
    assert access.shelter_for(cast.mo, house.pk) == house
    with pytest.raises(Http404):
        access.shelter_for(cast.mo, other.pk)
    assert "refused" in verbs("shelter", other.pk)
    page = signed_in(cast.mo).get(ROOT).content.decode()
    assert "Huis 2" in page
    assert "Huis 9" not in page
    assert [each.pk for each in access.organisations(cast.mo)] == [cast.mo.organisation_id]
    with pytest.raises(PermissionDenied):
        finding.find(cast.mo, None, finding.tonight(), finding.tonight())
    for stranger in (cast.loes, cast.amina, cast.chris, cast.farid, cast.gerda, cast.hugo):
        with pytest.raises(PermissionDenied):
            access.shelter_for(stranger, house.pk)
    cast.mo.organisation = None
    assert list(access.all_for(cast.mo)) == []


def test_another_region_does_not_exist(cast, house):
    there = make_municipality("Bergen", region="Heuvelregio")
    with pytest.raises(Http404):
        access.shelter_for(make_person("Vera Kuil", there, Role.CARE_COORDINATOR), house.pk)


def fields(**values):
    told = {
        "name": "Huis 5",
        "kind": "mannenopvang",
        "secret": "yes",
        "address": "Geheimweg 1",
        "languages": ["nl"],
        "far_havenstad": "60",
    }
    return told | {"answer_phone": "no"} | values


def test_dewi_puts_a_shelter_and_its_places_in_the_register(cast, signed_in):
    dewi = signed_in(cast.dewi)
    assert dewi.post(f"{ROOT}nieuw/", fields()).status_code == 422
    organisation = make_organisation("Opvang Zuid (verzonnen)", kind="opvang", recipient="shelter", by=cast.chris)
    assert dewi.post(f"{ROOT}nieuw/", fields(organisation=organisation.pk)).status_code == 302
    shelter = Shelter.objects.get()
    assert (shelter.answers, shelter.distances, shelter.secret) == ({"phone": "no"}, {"havenstad": "60"}, True)
    own = f"{ROOT}{shelter.pk}/"
    assert (
        dewi.post(
            f"{own}plek/", {"name": "Kamer 1", "sexes": "man", "answer_pets": "yes", "in_use": "on"}
        ).status_code
        == 302
    )
    assert re.search(
        r'value="man"[^>]*checked', dewi.get(f"{own}plek/").content.decode()
    )  # what is known of the last one
    place = Place.objects.get()
    assert dewi.post(f"{ROOT}plek/{place.pk}/", {"name": "Kamer 1b", "seen": 1}).status_code == 302
    place.refresh_from_db()
    assert (place.name, place.in_use, place.sexes) == ("Kamer 1b", False, [])
    assert "Kamer 1b" in dewi.get(own).content.decode()
    assert dewi.post(f"{ROOT}plek/{place.pk}/", {"name": "Te laat", "seen": 1}).status_code == 409
    with pytest.raises(services.NotPossible):
        services.add(organisation, SAID | {"kind": "geen-soort"}, by=cast.dewi)


def test_an_address_is_written_and_not_shown_and_stays_when_left_empty(cast, signed_in, house):
    mo, page = signed_in(cast.mo), f"{ROOT}{house.pk}/wijzigen/"
    form = mo.get(page).content.decode()
    assert SECRET not in form
    told = fields(kind="vrouwenopvang", seen=1)
    assert mo.post(page, told | {"address": ""}).status_code == 302
    house.refresh_from_db()
    assert (house.address, house.name) == (SECRET, "Huis 5")
    late = mo.post(page, told | {"name": "Huis 6"})
    assert late.status_code == 409
    assert "Een collega was je voor" in late.content.decode()
    assert "Huis 6" in late.content.decode()
    assert mo.post(page, told | {"seen": 2}).status_code == 302
    house.refresh_from_db()
    assert house.address == "Geheimweg 1"


def test_the_address_opens_for_who_must_asks_what_for_and_leaves_a_trace(cast, signed_in, house):
    dewi, page = signed_in(cast.dewi), f"{ROOT}{house.pk}/adres/"
    assert dewi.get(page).status_code == 404  # nobody of hers is there
    placement = make_placement(house.places.get(), cast.dewi)
    assert SECRET not in dewi.get(page).content.decode()
    assert dewi.post(page, {}).status_code == 422
    shown = dewi.post(page, {"why": "bring"})
    assert SECRET in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    line = trace.lines_of("shelter", house.pk)[-1]
    assert (line.verb, line.why, line.actor) == ("address seen", "bring", str(cast.dewi.pk))
    assert SECRET in signed_in(cast.mo).post(page, {"why": "check"}).content.decode()
    Placement.objects.filter(pk=placement.pk).update(reserved_until=timezone.now())
    assert dewi.get(page).status_code == 404
    every = [
        ROOT,
        f"{ROOT}{house.pk}/",
        f"{ROOT}plaatsing/{placement.pk}/",
        f"{ROOT}plek/{house.places.get().pk}/",
    ]
    assert all(SECRET not in dewi.get(path).content.decode() for path in every)


def test_the_shelter_says_with_one_tap_what_is_free_and_the_page_shows_a_number_only(
    cast, client, signed_in, house
):
    made = signed_in(cast.dewi).post(f"{ROOT}{house.pk}/link/").content.decode()
    assert "De link is klaar" in made
    path = services.make_link(house, by=cast.dewi)
    page = client.get(path).content.decode()
    assert page.count('name="free"') == 3
    assert not [said for said in ("Huis 2", "Kamer 3", SECRET, "Anker", "14 0012") if said in page]
    assert NightCapacity.objects.get().by == cast.dewi  # looking changes nothing
    assert "er is niets vrij" in client.post(path, {"free": "0"}).content.decode()
    found = NightCapacity.objects.get()
    assert (found.free, found.by) == (0, None)
    assert "vol" in signed_in(cast.dewi).get(ROOT).content.decode()
    assert client.post(path, {"free": "2"}).status_code == 200  # it may say so again
    assert "de opvang zegt 2: bel" in signed_in(cast.dewi).get(ROOT).content.decode()
    assert client.post(path, {"free": "veel"}).status_code == 422


@pytest.mark.parametrize("how", ["withdrawn", "old", "retired", "never"])
def test_a_link_that_does_not_work_says_the_same_whatever_the_reason(cast, client, signed_in, house, how):
    path = services.make_link(house, by=cast.dewi)
    link = PlaceLink.objects.get()
    if how == "withdrawn":
        signed_in(cast.mo).post(f"{ROOT}{house.pk}/link/{link.pk}/intrekken/")
    elif how == "old":
        PlaceLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    elif how == "retired":
        services.retire(house, by=cast.dewi)
    else:
        path = "/opvang/nooit-geweest/"
    assert client.get(path).status_code == client.post(path, {"free": "1"}).status_code == 404
    assert "Vraag een nieuwe" in client.get(path).content.decode()
    if how != "never":
        with pytest.raises(services.LinkClosed):
            services.tap(link, free=1)


def test_signed_in_one_says_the_same_and_nights_can_be_closed(cast, signed_in, house):
    mo, room = signed_in(cast.mo), house.places.get()
    Shelter.objects.update(confirmed_at=None)
    assert "Zeg hoeveel plekken er vrij zijn in Huis 2" in mo.get("/werk/").content.decode()
    assert mo.post(f"{ROOT}{house.pk}/vrij/", {"free": "1"}).status_code == 302
    assert "Zeg hoeveel plekken er vrij zijn" not in mo.get("/werk/").content.decode()
    first, until = finding.tonight(), finding.tonight() + timedelta(days=2)
    page, span = f"{ROOT}plek/{room.pk}/nachten/", {"first": first.isoformat(), "until": until.isoformat()}
    assert mo.post(page, span | {"until": first.isoformat()}).status_code == 422
    assert mo.post(page, span | {"until": (first + timedelta(days=900)).isoformat()}).status_code == 422
    assert mo.post(page, span).status_code == mo.post(page, span).status_code == 302
    assert "Dicht op" in mo.get(f"{ROOT}{house.pk}/").content.decode()
    with pytest.raises(services.Taken):
        make_placement(room, cast.dewi)
    assert mo.post(page, span | {"open": "on"}).status_code == 302
    make_placement(room, cast.dewi)
    assert "net aan iemand anders gegeven" in mo.post(page, span).content.decode()


def test_what_is_taken_out_is_not_found_and_comes_back(cast, signed_in, house):
    dewi, page = signed_in(cast.dewi), f"{ROOT}{house.pk}/weghalen/"
    dewi.post(page)
    assert house not in access.shelters_for(cast.dewi)
    assert "Uit het register gehaald" in dewi.get(ROOT).content.decode()
    with pytest.raises(Http404):
        access.to_reserve(cast.dewi, house.places.get().pk)
    with pytest.raises(services.NotPossible):
        make_placement(house.places.get(), cast.dewi)
    dewi.post(page)
    assert house in access.shelters_for(cast.dewi)
    assert verbs("shelter", house.pk)[-1] == "back"


def test_the_kinds_of_shelter_stand_there_with_their_sources_and_cautions(cast, signed_in):
    page = signed_in(cast.mo).get(f"{ROOT}soorten/").content.decode()
    assert len(load().shelters) == 14
    assert set(load().route_shelters) <= set(load().shelters)  # a route leads to a kind that has its page
    for kind in load().shelters.values():
        assert kind.title.nl in page
        assert kind.sources
    assert "keuze van ons" in page
    assert "36 plekken" not in page  # numbers age: the register holds them
