"""A letter from a case: an advice without names on a phone, and a referral on consent at a desk; both opened again as documents."""

import io

import pytest
from docx import Document
from playwright.sync_api import expect

from baken.consent.tests.make import agree
from baken.coordination.tests.make import make_case, make_track
from baken.letters.models import CaseLetter
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def fetched(page):
    """What stands in the document behind the button."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Haal op als Word-document").click()
    name, path = waiting.value.suggested_filename, waiting.value.path()
    document = Document(io.BytesIO(path.read_bytes()))
    return name, "\n".join(each.text for each in document.paragraphs)


def test_an_advice_without_names_from_a_phone(cast, visit):
    case = make_case(cast.chris, main_type="labour")
    make_track(case)
    phone = visit(cast.chris, bypass_csp=True, viewport=PHONE)
    phone.goto(f"/werk/casussen/{case.pk}/")
    phone.get_by_role("link", name="Brief: advies").click()
    assert problems(phone) == []
    phone.get_by_label("Aan wie?").select_option(label="Een collega van de gemeente")
    phone.get_by_label("Slachtoffer: Slachtoffer A").check()
    phone.get_by_role("button", name="Verder").click()
    assert problems(phone) == []
    phone.get_by_label("Hoe wij het zien").fill("Er zijn aanwijzingen. Praat met Jan de Vries.")
    phone.get_by_role("button", name="Bekijk de brief").click()
    expect(phone.locator(".package")).to_contain_text("Praat met [naam].")
    assert problems(phone) == []
    phone.get_by_role("button", name="Maak de brief").click()
    expect(phone.get_by_text("Bevestig dat je alles hebt gelezen")).to_be_visible()
    phone.get_by_label("Ik heb alles gelezen en niemand is te herkennen.").check()
    phone.get_by_role("button", name="Maak de brief").dblclick()
    expect(phone.get_by_role("heading", name="Haal de brief op")).to_be_visible()
    assert problems(phone) == []
    name, text = fetched(phone)
    letter = CaseLetter.objects.get()
    assert name == f"brief-{letter.number.lower()}.docx"
    assert "Er zijn aanwijzingen. Praat met [naam]." in text
    assert "Slachtoffer A" not in text


def test_a_referral_on_consent_stands_in_the_register(cast, visit):
    case = make_case(cast.chris)
    agree(make_track(case), user=cast.loes)
    desk = visit(cast.chris, bypass_csp=True)
    desk.goto(f"/werk/casussen/{case.pk}/")
    desk.get_by_role("link", name="Brief: verwijzing").click()
    desk.get_by_label("Aan wie?").select_option(label="Stichting De Brug (verzonnen)")
    desk.get_by_label("Waarvoor?").select_option(label="Hulp geven")
    desk.get_by_label("Toestemming van de persoon").check()
    assert problems(desk) == []
    desk.get_by_role("button", name="Verder").click()
    desk.get_by_label("Wat wij jullie vragen").fill("Begeleid haar naar een andere slaapplek.")
    desk.get_by_label("Slachtoffer: Slachtoffer A").check()
    desk.get_by_label("Veiligheid", exact=True).check()
    desk.get_by_label("Waarom is delen nodig?").fill("Anders is er geen hulp.")
    assert problems(desk) == []
    desk.get_by_role("button", name="Bekijk de brief").click()
    expect(desk.locator(".package")).to_contain_text("slaapt in de loods")
    assert problems(desk) == []
    desk.get_by_role("button", name="Leg vast en maak de brief").click()
    _name, text = fetched(desk)
    assert "Begeleid haar naar een andere slaapplek." in text
    assert "slaapt in de loods" in text
    desk.get_by_role("link", name="Naar het register").click()
    expect(desk.get_by_text("Eigen woorden in een brief")).to_be_visible()
    desk.goto(f"/werk/casussen/{case.pk}/")
    expect(desk.get_by_role("link", name="Verwijzing", exact=True)).to_be_visible()
    assert problems(desk) == []
