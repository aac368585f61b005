"""The work lists in a browser: single keys for who asked for them, several reports at once, and all of it without a script."""

import re

import pytest
from playwright.sync_api import expect

from baken.accounts import services as people
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage.tests.make import make_waiting

pytestmark = pytest.mark.browser


@pytest.fixture
def three(cast):
    """Three reports of Havenstad, in the order of the list."""
    return [make_report(cast.havenstad, form=f"{number:032d}") for number in range(3)]


def focused(page):
    return page.evaluate("document.activeElement.textContent").strip()


def test_single_keys_do_nothing_until_somebody_turns_them_on(cast, visit, three):
    page = visit(cast.amina)
    page.goto("/werk/meldingen/")
    for key in ("j", "x", "?", "o"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not focused(page).startswith("M-")
    page.get_by_role("button", name="Sneltoetsen").click()
    expect(page.get_by_role("dialog")).to_contain_text("Sneltoetsen staan uit.")
    page.get_by_role("link", name="Wijzig dit bij je account").click()
    page.get_by_label("Sneltoetsen in de lijst met meldingen").check()
    page.locator("form[action$='/toetsen/'] button").click()
    page.goto("/werk/meldingen/")
    page.keyboard.press("j")
    assert focused(page).startswith("M-")


def test_walking_ticking_and_opening_with_the_keyboard(cast, visit, three):
    people.set_shortcuts(cast.amina, on=True)
    page = visit(cast.amina)
    page.goto("/werk/meldingen/")
    names = page.locator("tbody th a").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == names[1]
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == names[0]
    page.keyboard.press("x")
    expect(page.get_by_role("checkbox", name=f"Kruis aan: {names[0]}")).to_be_checked()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Volgende melding")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_text("Kies wat je ziet").click()
    page.get_by_label("Ontvangen vanaf").focus()
    page.keyboard.press("o")  # somebody who fills in a field types, and goes nowhere
    assert page.url.endswith("/werk/meldingen/")
    page.locator("tbody th a").first.focus()
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/werk/meldingen/[0-9a-f-]{36}/$"))


@pytest.mark.parametrize("script", [True, False])
def test_several_reports_are_handed_over_at_once(cast, visit, three, script):
    page = visit(cast.amina, java_script_enabled=script)
    page.goto("/werk/meldingen/?urgentie=high")
    for number in (0, 2):
        page.get_by_role("checkbox", name=re.compile("Kruis aan: M-")).nth(number).check()
    page.get_by_role("button", name="Draag over").click()
    page.get_by_label("Aan wie draag je over?").select_option(label="Noor Blom")
    page.get_by_label("Waarom?").fill("Ik ga met verlof.")
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_role("status")).to_contain_text("2 meldingen hebben nu iemand")
    assert page.url.endswith("?urgentie=high")
    assert Report.objects.filter(taken_by=cast.noor).count() == 2


def test_a_list_is_filtered_kept_and_found_again(cast, visit, three):
    page = visit(cast.amina, viewport={"width": 390, "height": 844})
    page.goto("/werk/meldingen/")
    page.get_by_text("Kies wat je ziet").click()
    page.get_by_label("Urgentie").select_option(label="Hoog")
    page.get_by_role("button", name="Laat zien").click()
    page.get_by_label("Bewaar deze lijst als").fill("Dringend")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.goto("/werk/meldingen/")
    page.get_by_role("link", name="Dringend").click()
    assert page.url.endswith("?urgentie=high")
    expect(page.locator("tbody tr")).to_have_count(3)


def test_amina_looks_along_and_closes_what_noor_weighed(cast, visit):
    report = make_waiting(cast.noor)
    page = visit(cast.amina)
    page.goto("/werk/")
    page.get_by_role("link", name="Wacht op tweede persoon: 1").click()
    page.get_by_role("link", name=report.number).click()
    page.get_by_role("link", name="Kijk mee").click()
    page.get_by_label("Ja, ik ben het ermee eens").check()
    page.get_by_label("Waarom?").fill("Ik zie ook niets meer te doen.")
    page.get_by_role("button", name="Leg dit vast").click()
    expect(page.get_by_role("status")).to_contain_text("Vastgelegd")
    assert Report.objects.get().is_closed


def test_which_help_is_asked_only_when_help_is_needed(cast, visit, three):
    page = visit(cast.amina)
    page.goto(f"/werk/meldingen/{three[0].pk}/")
    expect(page.get_by_label("Schuldhulp")).to_be_hidden()
    page.get_by_label("Geen aanwijzing van mensenhandel, wel hulp nodig").check()
    page.get_by_label("Schuldhulp").check()
    page.get_by_label("Ja", exact=True).check()
    page.locator("#veld-reason").fill("Hij heeft schulden, geen dwang.")
    page.get_by_role("button", name="Leg de weging vast").click()
    expect(page.get_by_text("Verwezen naar: Schuldhulp")).to_be_visible()
