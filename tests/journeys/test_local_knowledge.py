"""Bram puts the number of Havenstad on the site, a colleague is first once, and somebody in a hallway finds it."""

import pytest
from playwright.sync_api import expect

from baken.knowledge.models import LocalContact
from baken.knowledge.tests.make import make_contact, make_text
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 780}


def test_bram_writes_it_looks_first_and_a_visitor_finds_it(cast, visit):
    desk = visit(cast.bram, bypass_csp=True)
    desk.goto("/werk/")
    desk.get_by_role("link", name="Kennis", exact=True).click()
    desk.get_by_role("link", name="Nieuw contactpunt").click()
    desk.get_by_label("Naam", exact=True).fill("Meldpunt Havenstad")
    desk.get_by_label("Waarvoor kun je er terecht?").fill("Overleggen over wat je zag")
    desk.get_by_label("Telefoonnummer").fill("14 0000")
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.get_by_role("alert")).to_contain_text("Zeg erbij wanneer er iemand opneemt.")
    expect(desk.get_by_label("Naam", exact=True)).to_have_value("Meldpunt Havenstad")
    desk.get_by_label("Wanneer bereikbaar?").fill("werkdagen van 9.00 tot 17.00 uur")
    desk.get_by_role("button", name="Bekijk eerst").click()
    expect(desk.get_by_role("heading", name="Zo komt het op de site")).to_be_visible()
    assert problems(desk) == []
    assert LocalContact.objects.count() == 0
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.get_by_text("Bewaard. Het staat nu op de site.")).to_be_visible()

    page = visit(viewport=PHONE)
    page.goto("/werkplekken/police/")
    page.get_by_role("link", name="Zie wat jouw gemeente toevoegt").click()
    page.get_by_role("link", name="Havenstad").click()
    assert page.url.endswith("/werkplekken/police/?gemeente=havenstad")
    expect(page.locator(".local")).to_contain_text("Van de gemeente Havenstad")
    page.get_by_role("link", name="Ik zie iets").first.click()
    page.get_by_role("link", name="Ik schrijf het op").click()
    page.get_by_label("Wat heb je gezien of gehoord?").fill("De baas bewaart de paspoorten van de mannen.")
    page.get_by_role("button", name="Bekijk wat het kan betekenen").click()
    expect(page.get_by_role("link", name="14 0000")).to_be_visible()
    assert page.context.cookies() == []


def test_a_colleague_was_first_and_nothing_is_lost(cast, visit):
    path = f"/werk/kennis/contact/{make_contact(cast.amina).pk}/"
    first, second = visit(cast.amina), visit(cast.bram, viewport=PHONE, bypass_csp=True)
    for page in (first, second):
        page.goto(path)
    first.get_by_label("Telefoonnummer").fill("14 0001")
    first.get_by_role("button", name="Bewaar").click()
    first.wait_for_url("**/werk/kennis/")
    second.get_by_label("Telefoonnummer").fill("14 0002")
    second.get_by_role("button", name="Bewaar").click()
    expect(second.get_by_role("heading", name="Een collega was je voor")).to_be_visible()
    expect(second.locator(".versions")).to_contain_text("14 0001")
    expect(second.locator(".versions")).to_contain_text("14 0002")
    assert problems(second) == []
    second.get_by_role("button", name="Bewaar deze versie").click()
    second.wait_for_url("**/werk/kennis/")
    assert LocalContact.objects.get().phone == "14 0002"


def test_taken_away_and_put_back(cast, visit):
    make_text(cast.amina)
    page = visit(cast.amina)
    page.goto("/werk/kennis/")
    page.get_by_role("link", name="Haal weg").click()
    page.get_by_role("button", name="Ja, haal het weg").click()
    page.get_by_role("link", name="Weggehaald", exact=True).click()
    page.get_by_role("button", name="Zet terug").click()
    expect(page.get_by_text("Teruggezet. Het staat weer op de site.")).to_be_visible()
