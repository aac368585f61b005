"""Three services saw the same bus: Amina sees that it is one picture, with and without JavaScript, by mouse and by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from baken.links.models import LinkDecision
from baken.links.tests.make import a_question, make_ground, tell

pytestmark = pytest.mark.browser
AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text()
STORIES = (
    "Een bus met kenteken 12-BCD-3.",
    "Weer die bus, 12BCD3, en insta: klusbaas22.",
    "Berichten van insta: klusbaas22.",
)


@pytest.fixture
def seen(cast):
    make_ground(cast.havenstad)
    return [tell(cast.havenstad, story) for story in STORIES]


def test_amina_follows_the_bus_and_decides(cast, seen, visit):
    page = visit(cast.amina, viewport={"width": 390, "height": 844})
    page.goto(f"/werk/meldingen/{seen[1].pk}/")
    panel = page.get_by_role("region", name="Eerder gezien")
    expect(panel).to_contain_text("12-BCD-3")
    panel.get_by_role("link", name=re.compile("Besluit of dit")).first.click()
    page.get_by_label("Ja, hetzelfde").check()
    page.get_by_label("Waarom?").fill("Zelfde bus, zelfde dag.")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_role("region", name="Eerder gezien")).to_contain_text("Besluit: hetzelfde")
    assert LinkDecision.objects.count() == 1


def test_the_picture_is_walked_by_keyboard_and_opens_a_report(cast, seen, visit):
    page = visit(cast.amina)
    page.goto(f"/werk/verbanden/melding/{seen[0].pk}/")
    page.locator(".network-picture canvas").first.wait_for()
    page.locator(".network-picture").focus()
    page.keyboard.press("ArrowRight")
    chosen = page.locator("[data-chosen]").inner_text().split(",")[0]
    assert chosen in {report.number for report in seen}
    page.keyboard.press("Enter")
    page.wait_for_url("**/werk/meldingen/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text(chosen)


def test_without_javascript_the_list_says_the_same(cast, seen, visit):
    page = visit(cast.amina, java_script_enabled=False)
    page.goto(f"/werk/verbanden/melding/{seen[0].pk}/")
    assert not page.locator(".network-picture").is_visible()
    for report in seen:
        assert page.get_by_role("link", name=report.number).last.is_visible()
    assert page.locator("[data-line]").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_links_is_accessible_on_a_small_phone(cast, visit, scheme):
    link, asked = a_question(cast)
    size = {"viewport": {"width": 320, "height": 700}, "color_scheme": scheme}
    amina = ["", f"melding/{asked.report_id}/", f"besluit/{link.pk}/", "vragen/", f"vragen/{asked.pk}/"]
    paths = {
        cast.amina: [f"/werk/verbanden/{each}" for each in [*amina, f"treffer/{asked.report_id}/duindorp/plate/"]],
        cast.els: [f"/werk/verbanden/vragen/{asked.pk}/", "/werk/"],
        cast.gerda: [f"/werk/vergelijken/{each}" for each in ("", "person-search/aan/", "matching/uit/")],
    }
    wrong = {}
    for person, pages in paths.items():
        page = visit(person, bypass_csp=True, **size)
        for path in pages:
            page.goto(path)
            page.evaluate(AXE)
            found = page.evaluate("axe.run().then(result => result.violations.map(each => each.id))")
            if found or page.evaluate("document.documentElement.scrollWidth") > 320:
                wrong[path] = found
    assert wrong == {}
