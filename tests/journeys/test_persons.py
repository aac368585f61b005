"""Somebody asks what stands about them: the director of a case gives a part on a phone, and it lies in the pack at the desk."""

import pytest
from playwright.sync_api import expect

from baken.coordination import services as cases
from baken.coordination.tests.make import make_case
from baken.oversight.tests.make import make_request
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def test_the_director_gives_a_part_and_it_lies_in_the_pack(cast, visit):
    case, asked = make_case(cast.chris), make_request(cast.amina)
    said = "Samir Bouali slaapt in de loods. Jan de Vries bracht hem."
    cases.add_track(case, kind="victim", name="Slachtoffer A", summary=said, by=cast.chris)
    desk, phone = visit(cast.amina, bypass_csp=True), visit(cast.chris, bypass_csp=True, viewport=PHONE)
    desk.goto(f"/werk/toezicht/verzoeken/{asked.pk}/")
    desk.get_by_label("Nummer van een casus").fill(case.number)
    desk.get_by_role("button", name="Laat de regisseur kijken").click()
    expect(desk.get_by_text("Er zijn nog geen stukken uit een casus.")).to_be_visible()
    assert problems(desk) == []
    phone.goto("/werk/")
    expect(phone.get_by_role("heading", name="Iemand vraagt naar eigen gegevens")).to_be_visible()
    phone.goto(f"/werk/casussen/{case.pk}/")
    assert problems(phone) == []
    phone.get_by_role("link", name="Kijk het na").click()
    expect(phone.get_by_text("Samir Bouali slaapt in de loods.")).to_be_visible()
    expect(phone.get_by_text("de Vries")).to_have_count(0)
    assert problems(phone) == []
    phone.get_by_label("Ik heb elk stuk dat mee gaat gelezen.").check()
    phone.get_by_role("button", name="Geef deze stukken").click()
    expect(phone.get_by_text("Je gaf stukken uit deze casus.")).to_be_visible()
    assert problems(phone) == []
    desk.reload()
    desk.get_by_role("link", name="Bekijk ze in het dossier voor inzage").click()
    expect(desk.get_by_text("Samir Bouali slaapt in de loods.")).to_be_visible()
    assert problems(desk) == []
