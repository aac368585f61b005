"""Hugo takes a call and reads the code aloud; Amina takes over what she kept in a spreadsheet."""

import re

import pytest

from baken.intake import importing
from baken.intake.models import ImportBatch
from baken.signals.models import Report

pytestmark = pytest.mark.browser
FILE = "melding;waar\nDe baas bewaart de paspoorten van alle mannen.;Kade\n;Plein\n"


def test_hugo_takes_a_call_and_the_caller_comes_back_with_the_code(cast, visit):
    page = visit(cast.hugo)
    page.goto("/werk/")
    page.get_by_role("link", name="Melden namens iemand").click()
    page.get_by_label("Wat is er gezien of gehoord?").fill("De baas bewaart de paspoorten. Ze krijgen geen loon.")
    page.get_by_role("button", name="Verstuur de melding").click()
    code = re.sub(r"\D", "", page.locator("#meldcode").inner_text())
    assert len(code) == 20
    page.get_by_label("Laat de beller").fill(code[-4:])
    page.get_by_role("button", name="De beller heeft de code").click()
    assert page.get_by_text("De beller heeft de code. De melding staat bij de aandachtsfunctionaris.").is_visible()
    assert page.goto(f"/werk/meldingen/{Report.objects.get().pk}/").status == 403

    caller = visit(viewport={"width": 320, "height": 700})
    caller.goto("/melding/")
    caller.get_by_label("Jouw code").fill(code)
    caller.get_by_role("button", name="Open mijn melding").click()
    assert caller.get_by_role("heading", name="Jouw melding").is_visible()

    desk = visit(cast.amina)
    desk.goto("/werk/meldingen/")
    desk.locator("table a").first.click()
    assert "Hugo Prins" in desk.locator("#ingediend").inner_text()


def test_amina_takes_over_the_good_lines_of_her_spreadsheet(cast, visit):
    page = visit(cast.amina)
    page.goto("/werk/")
    page.get_by_role("link", name="Meldingen overnemen").click()
    page.get_by_label("Bestand met meldingen").set_input_files(
        {"name": "oud.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    )
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    assert page.get_by_text("Goed: 1. Niet goed: 1.").is_visible()
    assert page.get_by_text("Leeg. Schrijf op wat er gezien is.").is_visible()
    page.get_by_role("button", name="Neem de goede regels over").click()
    assert page.get_by_text("0 van 1 regels.").is_visible()
    importing.take_over.func(str(ImportBatch.objects.get().pk))
    page.get_by_role("link", name="Kijk hoe ver het is").click()
    assert page.get_by_text("Overgenomen: 1.").is_visible()
    page.get_by_role("link", name="Naar de meldingen").click()
    assert page.locator("table a").count() == 1
