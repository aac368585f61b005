"""Chris, Loes of De Brug and Mo of Het Anker work in one case in the same minute; each sees their own part, and Mo's ends at once.

And: every page of the work in a case is accessible on a small phone.
"""

import pytest
from playwright.sync_api import expect

from baken.admission.tests.make import let_in
from baken.casework.tests.make import make_action
from baken.coordination.tests.make import make_case, make_track
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}


@pytest.fixture
def shared(cast):
    """A case in which Loes writes with one victim and Mo with another."""
    case = make_case(cast.chris)
    hers, his = make_track(case, name="Slachtoffer A"), make_track(case, name="Slachtoffer C")
    let_in(case, cast.loes, hers, days=30, writes=True)
    let_in(case, cast.mo, his, days=30, writes=True)
    return case, hers, his


def write_note(page, case, text):
    page.goto(f"/werk/casussen/{case.pk}/aantekening/")
    page.get_by_label("Aantekening").fill(text)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text(text)).to_be_visible()


def test_two_partners_and_chris_in_the_same_minute(cast, shared, visit):
    case, _hers, his = shared
    action = make_action(case, cast.mo, track=his, text="Houdt een bed vrij.")
    own = f"/werk/casussen/{case.pk}/"
    chris, loes, mo = visit(cast.chris), visit(cast.loes, viewport=PHONE), visit(cast.mo, viewport=PHONE)
    write_note(loes, case, "Zij wil naar haar zus.")
    write_note(mo, case, "Hij slaapt vannacht hier.")
    mo.goto("/werk/mijn-werk/")
    mo.get_by_role("link", name="Houdt een bed vrij.").click()
    mo.get_by_label("Gedaan").check()
    mo.get_by_label("Wat kwam eruit?").fill("Kamer 4 is van hem.")
    mo.get_by_role("button", name="Leg vast").click()
    expect(mo.get_by_text("Kamer 4 is van hem.")).to_be_visible()
    loes.goto(own)
    expect(loes.get_by_text("naar haar zus")).to_be_visible()
    for hidden in ("slaapt vannacht", "Kamer 4", "Slachtoffer C", "Houdt een bed"):
        assert hidden not in loes.content()
    assert loes.goto(f"{own}actie/{action.pk}/").status == 404
    chris.goto(own)
    for text in ("naar haar zus", "slaapt vannacht"):
        expect(chris.get_by_text(text)).to_be_visible()

    chris.goto(f"{own}wie/")
    chris.get_by_role("link", name="Trek in (Mo Jansen)").click()
    chris.get_by_label("Waarom?").fill("Hij is verhuisd.")
    chris.get_by_role("button", name="Trek in").click()
    expect(chris.get_by_text("ingetrokken op")).to_be_visible()
    assert mo.goto(own).status == 404
    assert loes.goto(own).status == 200
    mo.goto("/werk/mijn-werk/")
    assert case.number not in mo.content()


def test_every_page_of_the_work_in_a_case_is_accessible_on_a_small_phone(cast, shared, visit):
    case, hers, _his = shared
    action = make_action(case, cast.chris, track=hers, step="labour-geld", barrier="fiscaal-onderzoek", days=-1)
    page, wrong = visit(cast.chris, viewport=PHONE, bypass_csp=True), {}
    tails = [
        "plan/",
        "doel/",
        "actie/",
        f"actie/{action.pk}/",
        f"actie/{action.pk}/wijzigen/",
        "besluit/",
        "aantekening/",
        "sluiten/",
    ]
    for path in [
        "/werk/mijn-werk/",
        "/werk/casussen/jaar/",
        *(f"/werk/casussen/{case.pk}/{tail}" for tail in tails),
    ]:
        assert page.goto(path).status == 200, path
        if found := problems(page):
            wrong[path] = found
    assert wrong == {}
