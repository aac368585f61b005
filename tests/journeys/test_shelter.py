"""At 23:00, on a phone: Dewi finds a place, holds it, and sees the address; the shelter says with one tap what is free."""

import re

import pytest
from playwright.sync_api import expect

from baken.privacy import trace
from baken.shelter import services
from baken.shelter.models import Placement, Shelter, WaitingEntry
from baken.shelter.tests.make import SAID, make_place, make_placement, make_shelter, make_waiting
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
ROOT = "/werk/opvang/"


@pytest.fixture
def anchor(cast):
    """Huis 2 with a room for a woman with children, one for men, and one of which nothing is known."""
    shelter = make_shelter(cast.dewi, cast.mo.organisation)
    make_place(shelter, cast.dewi)
    make_place(shelter, cast.dewi, name="Bed 1", sexes=["man"], children=0)
    make_place(shelter, cast.dewi, name="Kamer 9", sexes=[], age_from=None, children=None, answers={})
    return shelter


def test_at_night_on_a_phone_a_place_is_found_held_and_reached(cast, anchor, visit):
    dewi = visit(cast.dewi, viewport=PHONE, bypass_csp=True)
    dewi.goto(ROOT)
    expect(dewi.get_by_text("3 van 3 vrij")).to_be_visible()
    assert problems(dewi) == []
    dewi.get_by_role("link", name="Zoek een plek").click()
    assert problems(dewi) == []
    dewi.get_by_label("Geslacht").select_option(label="Vrouw")
    dewi.get_by_label("Hoeveel kinderen komen mee?").fill("2")
    dewi.get_by_label("Het adres moet geheim zijn").check()
    dewi.get_by_role("group", name="Dit moet kunnen").get_by_label("Huisdier kan mee").check()
    dewi.get_by_role("button", name="Zoek", exact=True).click()
    expect(dewi.get_by_role("heading", name="1 plek past")).to_be_visible()
    expect(dewi.get_by_role("heading", name="1 plek: bel eerst")).to_be_visible()
    assert problems(dewi) == []
    dewi.get_by_role("button", name=re.compile("Reserveer een uur.*Kamer 3")).click()
    assert problems(dewi) == []
    dewi.get_by_role("button", name="Reserveer").click()
    expect(dewi.get_by_role("link", name="Vul een alias in.")).to_be_visible()
    assert problems(dewi) == []
    dewi.get_by_label("Alias of zaaknummer").fill("Vrouw Meeuw")
    dewi.get_by_label("Waarom deze plek?").fill("Haar hond kan mee.")
    dewi.get_by_role("button", name="Reserveer").click()
    expect(dewi.get_by_role("heading", level=1)).to_contain_text("Plaatsing O-")
    assert problems(dewi) == []
    dewi.get_by_role("link", name="Bekijk het adres").click()
    assert problems(dewi) == []
    dewi.get_by_label("Iemand erheen brengen of sturen").check()
    dewi.get_by_role("button", name="Laat het adres zien").click()
    expect(dewi.get_by_text(SAID["address"])).to_be_visible()
    assert problems(dewi) == []
    dewi.emulate_media(media="print")
    expect(dewi.get_by_text(SAID["address"])).to_be_hidden()
    assert "address seen" in [each.verb for each in trace.lines_of("shelter", anchor.pk)]
    assert Placement.objects.get().alias == "Vrouw Meeuw"


def test_nobody_fits_so_the_person_waits_and_is_found_a_place_later(cast, anchor, visit):
    dewi = visit(cast.dewi, java_script_enabled=False)
    dewi.goto(f"{ROOT}zoeken/")
    dewi.get_by_label("Geslacht").select_option(label="Man")
    dewi.get_by_label("Leeftijd").fill("12")
    dewi.get_by_role("button", name="Zoek", exact=True).click()
    expect(dewi.get_by_text("plekken passen niet of zijn bezet")).to_be_visible()
    dewi.get_by_role("button", name="Zet op de wachtlijst").click()
    dewi.get_by_label("Alias of zaaknummer").fill("Jongen Stern")
    dewi.get_by_label("Vannacht").check()
    dewi.get_by_role("button", name="Zet op de wachtlijst").click()
    expect(dewi.get_by_role("heading", name=re.compile("Jongen Stern"))).to_be_visible()
    dewi.get_by_role("button", name=re.compile("Zoek een plek")).click()
    expect(dewi.get_by_label("Leeftijd")).to_have_value("12")
    assert WaitingEntry.objects.get().criteria["age"] == 12


def test_the_shelter_taps_once_and_knows_no_account(cast, anchor, visit):
    nobody = visit(viewport={"width": 320, "height": 600}, bypass_csp=True)
    nobody.goto(services.make_link(anchor, by=cast.dewi))
    assert problems(nobody) == []
    assert all(each.bounding_box()["height"] >= 60 for each in nobody.locator(".taps button").all())
    nobody.get_by_role("button", name="2 vrij").click()
    expect(nobody.get_by_text("2 plekken zijn vrij")).to_be_visible()
    assert problems(nobody) == []
    Shelter.objects.update(confirmed_at=None)
    mo = visit(cast.mo, viewport=PHONE)
    mo.goto("/werk/")
    mo.get_by_role("link", name=re.compile("Zeg hoeveel plekken er vrij zijn")).click()
    mo.get_by_role("button", name="Bevestig").click()
    expect(mo.get_by_text("net bevestigd")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_shelters_is_accessible_on_a_small_phone(cast, anchor, visit, scheme):
    placement, waits = make_placement(anchor.places.get(name="Bed 1"), cast.dewi), make_waiting(cast.dewi)
    services.make_link(anchor, by=cast.dewi)
    own, place, at = f"{anchor.pk}/", f"plek/{anchor.places.first().pk}/", f"plaatsing/{placement.pk}/"
    tails = ["", "soorten/", "nieuw/", "wachtlijst/", "wachtlijst/nieuw/", f"wachtlijst/{waits.pk}/weg/"]
    tails += [own + tail for tail in ("", "wijzigen/", "weghalen/", "plek/", "vrij/")]
    tails += [place + tail for tail in ("", "nachten/", "reserveren/")]
    tails += [at + tail for tail in ("", "geplaatst/", "verlengen/", "verplaatsen/", "beeindigen/", "weigeren/")]
    page, wrong = (
        visit(cast.dewi, viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True),
        {},
    )
    for tail in tails:
        assert page.goto(ROOT + tail).status == 200, tail
        if found := problems(page):
            wrong[tail] = found
    assert wrong == {}
