"""From "I saw something" to "weighed", as a resident and a focal officer live it, in Dutch and in English."""

import re

import pytest
from playwright.sync_api import expect

from baken.signals.models import Report, Weighing

pytestmark = pytest.mark.browser
STORY = (
    "De baas van de loods bewaart de paspoorten van de mannen. Ze slapen om de beurt in hetzelfde bed, "
    "dag en nacht in ploegen. Ze krijgen geen loon."
)


def send(page, words, place):
    page.get_by_role("button", name=words["report"]).click()
    page.get_by_role("button", name=words["next"]).click()
    page.get_by_label(words["municipality"]).select_option(label=place)
    page.get_by_role("button", name=words["next"]).click()
    page.get_by_role("button", name=words["next"]).click()
    page.get_by_role("button", name=words["send"], exact=True).click()
    return re.sub(r"\D", "", page.locator("#meldcode").inner_text())


NL = {
    "report": "Meld dit",
    "next": "Verder",
    "municipality": "In welke gemeente was het?",
    "send": "Verstuur de melding",
}
EN = {
    "report": "Report this",
    "next": "Next",
    "municipality": "In which municipality was it?",
    "send": "Send the report",
}


def test_somebody_sees_something_and_amina_weighs_it(cast, visit):
    page = visit(viewport={"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("link", name="Ik zie iets").first.click()
    page.get_by_role("link", name="Ik schrijf het op").click()
    page.get_by_label("Wat heb je gezien of gehoord?").fill(STORY)
    page.get_by_role("button", name="Bekijk wat het kan betekenen").click()
    assert page.locator("mark").count() > 0
    assert page.get_by_role("heading", name="Wat het ook kan zijn").is_visible()
    assert Report.objects.count() == 0
    code = send(page, NL, "Havenstad")
    assert len(code) == 20
    page.get_by_label("Controle").fill(code[-4:])
    page.get_by_role("button", name="Ik heb de code bewaard").click()
    assert page.get_by_role("heading", name="Goed. Je hebt de code.").is_visible()

    desk = visit(cast.amina)
    desk.goto("/werk/meldingen/")
    desk.locator("table a").first.click()
    assert "paspoorten" in desk.locator(".story").first.inner_text()
    desk.get_by_label("Ja", exact=True).check()
    desk.get_by_label("Wordt een casus").check()
    desk.get_by_label("Waarom?").fill("Drie signalen in één loods.")
    desk.get_by_role("button", name="Leg de weging vast").click()
    assert desk.locator(".proposal", has_text="eens met de beoordeling").is_visible()
    assert Weighing.objects.count() == 1

    page.goto("/melding/")
    page.get_by_label("Jouw code").fill(f" {code[:4]}-{code[4:10]} {code[10:]} ")
    page.get_by_role("button", name="Open mijn melding").click()
    assert page.url.endswith("/melding/bericht/")


def test_the_same_in_english(cast, visit):
    page = visit()
    page.goto("/en/check/beschrijven/")
    page.get_by_label("What did you see or hear?").fill(
        "The boss keeps their passports. Beds are still warm, nights and days swap, eight beds."
    )
    page.get_by_role("button", name="See what it may mean").click()
    assert page.get_by_role("heading", name="What it may mean").is_visible()
    assert len(send(page, EN, "Havenstad")) == 20
    assert Report.objects.get().language == "en"


def test_a_double_click_and_a_reload_send_one_report(cast, visit):
    page = visit(java_script_enabled=False)
    page.goto("/melden/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(STORY)
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("In welke gemeente was het?").select_option(label="Havenstad")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur de melding").dblclick()
    page.wait_for_selector("#meldcode")
    page.reload()
    page.wait_for_selector("#meldcode")
    assert Report.objects.count() == 1


def test_empty_text_says_what_to_do(visit):
    page = visit()
    page.goto("/check/beschrijven/")
    page.get_by_role("button", name="Bekijk wat het kan betekenen").click()
    assert "Schrijf iets op, of kruis aan wat je zag." in page.get_by_role("alert").inner_text()


@pytest.mark.parametrize(
    "text", ["😀🙏 bang", "هو خائف ولا يستطيع المغادرة", "<script>alert(1)</script> <img src=x onerror=alert(1)>"]
)
def test_any_text_is_shown_as_it_was_typed(visit, text):
    page = visit()
    page.on("dialog", lambda dialog: pytest.fail("het script liep"))
    page.goto("/check/beschrijven/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(text)
    page.get_by_role("button", name="Bekijk wat het kan betekenen").click()
    page.wait_for_url("**/check/uitkomst/")
    expect(page.locator("main")).to_contain_text(text)


def test_esc_twice_leaves_and_clears(visit, settings, house):
    settings.EXIT_URL = f"{house.url}/privacy/"
    page = visit()
    page.goto("/check/beschrijven/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(STORY)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("**/privacy/")
    assert page.evaluate("history.length") <= 2
