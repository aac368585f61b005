"""Amina hides a name, sends a report on to the police as a file, and to Els, who takes it over; on a phone and without a script."""

import io
import re

import pikepdf
import pytest
from playwright.sync_api import expect

from baken.handover.tests.make import report_with_names
from baken.sharing.models import Delivery, Disclosure
from baken.signals.models import Report
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}


def route(page, recipient, purpose, ground, *, place="Nee, maak een bestand", team=""):
    page.get_by_label("Aan wie?").select_option(label=recipient)
    page.get_by_label("Werkt de ontvanger met Baken?").select_option(label=place)
    page.get_by_label("Welke organisatie of welk team?").fill(team)
    page.get_by_label("Waarvoor?").select_option(label=purpose)
    page.get_by_label(ground).check()
    page.get_by_role("button", name="Verder").click()


def test_to_the_police_as_a_file_with_a_passphrase(cast, visit):
    report = report_with_names(cast.havenstad)
    desk = visit(cast.amina, bypass_csp=True)
    desk.goto(f"/werk/meldingen/{report.pk}/")
    desk.get_by_role("link", name="Stuur deze melding door").click()
    route(
        desk,
        "Politie",
        "Handhaven, los van bescherming van het slachtoffer",
        "Publieke taak",
        team="Team Mensenhandel",
    )
    expect(desk.get_by_role("alert")).to_contain_text("Awb 3:3")
    assert problems(desk) == []
    desk.get_by_label("Waarvoor?").select_option(label="Iemand beschermen tegen gevaar of uitbuiting")
    desk.get_by_role("button", name="Verder").click()
    desk.get_by_label("kenteken: 12-ABC-3").check()
    desk.get_by_label("Waarom is dat nodig?").fill("De auto moet gezocht worden.")
    desk.get_by_label("Voor welke wettelijke taak?").fill("Toezicht op huisvesting")
    desk.get_by_label("Waarom is delen nodig?").fill("De mannen lopen gevaar.")
    desk.get_by_label("Waarom kan het niet met minder?").fill("Zonder de auto vindt niemand hen.")
    assert problems(desk) == []
    desk.get_by_role("button", name="Bekijk wat er weggaat").click()
    shown = desk.locator(".package").text_content()
    assert "De auto is 12-ABC-3." in shown
    assert "Vries" not in shown
    assert problems(desk) == []
    desk.get_by_role("button", name="Leg vast en maak het bestand").click()
    desk.get_by_role("button", name="Maak het versleutelde bestand").click()
    phrase = desk.locator("#wachtzin").inner_text()
    assert problems(desk) == []
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Download het bestand").click()
    assert re.fullmatch(r"d-[0-9a-f]{6}\.pdf", download.value.suggested_filename)
    with pikepdf.open(io.BytesIO(download.value.path().read_bytes()), password=phrase) as pdf:
        assert pdf.attachments["pakket.txt"].get_file().read_bytes().decode() == shown
    desk.goto(f"/werk/doorgegeven/{Disclosure.objects.get().pk}/")
    assert problems(desk) == []
    desk.goto("/werk/doorgegeven/")
    assert problems(desk) == []


def test_to_els_who_takes_it_over_on_a_phone_without_a_script(cast, visit):
    report = report_with_names(cast.havenstad)
    desk = visit(cast.amina, java_script_enabled=False)
    desk.goto(f"/werk/meldingen/{report.pk}/doorsturen/")
    route(desk, "Andere gemeente", "Hulp geven", "Zonder persoonsgegevens", place="Ja, gemeente Duindorp")
    desk.get_by_label("Ik heb alles gelezen en niemand is te herkennen.").check()
    desk.get_by_label("Waarom is delen nodig?").fill("De loods staat in Duindorp.")
    desk.get_by_role("button", name="Bekijk wat er weggaat").click()
    shown = desk.locator(".package").text_content()
    desk.get_by_role("button", name="Stuur het door").click()
    desk.get_by_role("heading", name="Wat er volgde").wait_for()

    els = visit(cast.els, viewport=PHONE, bypass_csp=True)
    els.goto("/werk/")
    els.locator("summary", has_text="Menu").click()
    els.get_by_role("link", name="Ontvangen", exact=True).click()
    assert problems(els) == []
    els.get_by_role("link", name=Delivery.objects.get().number).click()
    assert els.locator(".package").text_content() == shown
    assert problems(els) == []
    els.get_by_role("button", name="Neem het over als melding").click()
    expect(els.get_by_text("Overgenomen van gemeente Havenstad:")).to_be_visible()
    assert "Vries" not in els.content()
    assert Report.objects.filter(municipality=cast.duindorp).count() == 1


def test_amina_hides_in_one_go_and_by_hand(cast, visit):
    report = report_with_names(cast.havenstad)
    for options in ({"java_script_enabled": False}, {"viewport": PHONE, "bypass_csp": True}):
        page = visit(cast.amina, **options)
        page.goto(f"/werk/meldingen/{report.pk}/")
        page.get_by_role("link", name="Scherm namen en andere gegevens af").click()
        page.get_by_label("Andere woorden om af te schermen").fill(
            "matrassen" if "viewport" not in options else "paspoorten"
        )
        page.get_by_role("button", name="Scherm af").click()
        expect(page.get_by_role("status")).to_contain_text("afgeschermd.")
    assert problems(page) == []
    page.goto(f"/werk/meldingen/{report.pk}/")
    assert not any(word in page.content() for word in ("Vries", "matrassen", "Kerkstraat"))


def test_the_grounds_and_the_first_days_are_calm(cast, visit):
    for person, paths in (
        (cast.gerda, ["/werk/grondslagen/", "/werk/doorgegeven/"]),
        (cast.dewi, ["/werk/ontvangen/"]),
    ):
        page = visit(person, viewport=PHONE, bypass_csp=True)
        for path in paths:
            page.goto(path)
            assert problems(page) == [], path
