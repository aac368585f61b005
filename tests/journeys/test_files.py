"""Sending a photo along without JavaScript, fetching it at the desk, and a file back to the reporter."""

import io
import re

import pytest
from PIL import Image

from baken.files.tests.make import pdf, photo_with_place
from baken.signals.models import Report, ReportFile
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
STORY = "De baas van de loods bewaart de paspoorten van de mannen en zij krijgen geen loon."
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


def file(name, content):
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def tell(page, *files):
    page.goto("/melden/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(STORY)
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("In welke gemeente was het?").select_option(label="Havenstad")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verder").click()
    choose(page, *files)


def choose(page, *files):
    page.get_by_label("Foto, pdf of geluid meesturen").set_input_files(list(files))
    page.get_by_role("button", name="Verstuur de melding").click()


def fetched(page, link):
    with page.expect_download() as waiting:
        link.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_a_photo_goes_along_and_a_pdf_comes_back(cast, visit):
    page = visit(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    tell(page, file("plaatje.jpg", SVG), file("goed.jpg", photo_with_place()))
    told = page.get_by_role("alert").inner_text()
    assert "“plaatje.jpg” is geen foto" in told
    assert "Kies al je bestanden opnieuw" in told
    assert STORY in page.locator(".answers").inner_text()
    assert Report.objects.count() == 0
    choose(page, file("goed.jpg", photo_with_place()))
    code = re.sub(r"\D", "", page.locator("#meldcode").inner_text())

    desk = visit(cast.amina)
    desk.goto(f"/werk/meldingen/{Report.objects.get().pk}/")
    name, content = fetched(desk, desk.locator(".files a").first)
    assert name == f"bijlage-{ReportFile.objects.get().number}.jpg"
    assert not Image.open(io.BytesIO(content)).getexif()
    desk.get_by_label("Foto, pdf of geluid meesturen").set_input_files([file("folder.pdf", pdf())])
    desk.get_by_role("button", name="Verstuur naar de melder").click()
    assert desk.locator(".message .files a").count() == 1

    page.goto("/melding/")
    page.get_by_label("Jouw code").fill(code)
    page.get_by_role("button", name="Open mijn melding").click()
    assert page.locator(".files a").count() == 1  # what one sent oneself is listed, not given back
    assert fetched(page, page.locator(".files a")) == (
        f"bijlage-{ReportFile.objects.exclude(author=None).get().number}.pdf",
        pdf() + b"\n",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_with_files_are_for_everybody(cast, visit, scheme):
    page = visit(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    tell(page, file("een-hele-lange-naam-van-een-bestand-dat-nergens-past-en-geen-foto-is.jpg", SVG))
    assert problems(page) == []
    choose(page, file("goed.jpg", photo_with_place()))
    code = page.locator("#meldcode").inner_text()
    page.goto("/melding/")
    page.get_by_label("Jouw code").fill(code)
    page.get_by_role("button", name="Open mijn melding").click()
    assert problems(page) == []
    desk = visit(cast.amina, viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    desk.goto(f"/werk/meldingen/{Report.objects.get().pk}/")
    assert problems(desk) == []
