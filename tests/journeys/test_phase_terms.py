"""The manager sets the term of a phase on a phone and at a desk, with the keyboard and a reader in mind."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("size", [{}, {"viewport": PHONE}], ids=["desk", "phone"])
def test_the_manager_sets_a_term_and_sees_what_was_set_before(cast, visit, size):
    page = visit(cast.farid, bypass_csp=True, **size)
    page.goto("/werk/casussen/termijnen/")
    assert problems(page) == []
    page.get_by_label("Plan van aanpak, hoog").fill("5")
    page.get_by_label("Waarom?").fill("Besluit van het team.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Plan van aanpak, hoog: voorstel → 5")).to_be_visible()
    expect(page.get_by_label("Plan van aanpak, hoog")).to_have_value("5")
    assert problems(page) == []
