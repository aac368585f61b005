"""A victim agrees, a partner reads along, she no longer agrees: in the same minute the partner gets "not found".

And: a case goes to another municipality, which takes it over; a partner looks at its own entry, without a script.
"""

import pytest
from playwright.sync_api import expect

from baken.consent.models import Consent
from baken.coordination.models import Case
from baken.coordination.tests.make import make_case, make_track
from baken.partners.models import PartnerEntry
from baken.partners.tests.make import make_partner
from baken.sharing import services as sharing
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}


def test_what_she_withdraws_is_not_found_in_the_same_minute(cast, visit):
    case = make_case(cast.chris)
    make_track(case)
    desk, partner = visit(cast.chris, bypass_csp=True), visit(cast.loes, bypass_csp=True, viewport=PHONE)
    desk.goto(f"/werk/casussen/{case.pk}/toestemming/")
    desk.get_by_role("link", name="Toestemming vastleggen").click()
    desk.get_by_label("Wie gaf toestemming?").select_option(label="Slachtoffer A")
    desk.get_by_label("16 jaar of ouder").check()
    desk.get_by_label("Aan wie mag iets worden gegeven?").select_option(label="Stichting De Brug (verzonnen)")
    desk.get_by_label("Waarvoor?").select_option(label="Hulp geven")
    desk.get_by_label("Veiligheid", exact=True).check()
    desk.get_by_label("Deze partner mag meelezen in het spoor").check()
    desk.get_by_label("Mondeling").check()
    desk.get_by_label("Wat is er precies gezegd?").fill("De Brug mag mij helpen.")
    assert problems(desk) == []
    desk.get_by_role("button", name="Leg vast").click()
    expect(desk.get_by_text("De Brug mag mij helpen.")).to_be_visible()
    assert problems(desk) == []

    desk.goto(f"/werk/casussen/{case.pk}/wie/toelaten/")
    desk.get_by_label("Wie laat je toe?").select_option(label="Loes Groen (Stichting De Brug (verzonnen))")
    desk.get_by_label("Slachtoffer: Slachtoffer A").check()
    desk.get_by_label("Waarvoor?").select_option(label="Hulp geven")
    desk.get_by_label("Op welke grondslag?").select_option(label="Toestemming van de persoon")
    desk.get_by_label("Waarom is dit nodig?").fill("Zij helpt haar.")
    desk.get_by_role("button", name="Laat toe").click()
    expect(desk.get_by_text("Deze persoon ziet nu wat je koos.")).to_be_visible()

    partner.goto(f"/werk/casussen/{case.pk}/")
    expect(partner.get_by_text("slaapt in de loods")).to_be_visible()
    assert problems(partner) == []
    desk.goto(f"/werk/casussen/{case.pk}/toestemming/{Consent.objects.get().pk}/intrekken/")
    desk.get_by_label("Wat zei de persoon?").fill("Toch niet.")
    desk.get_by_role("button", name="Trek in").click()
    expect(desk.get_by_text("Wat erop rustte, geldt vanaf nu niet meer.")).to_be_visible()
    answer = partner.reload()
    assert answer is not None
    assert answer.status == 404
    partner.goto("/werk/casussen/")
    expect(partner.get_by_text(case.number)).to_have_count(0)


def test_a_case_goes_to_duindorp_and_arrives(cast, visit):
    case = make_case(cast.chris)
    make_track(case)
    sharing.decide_ground("public-task", "municipality", holds=True, reference="Besluit 12.", by=cast.gerda)
    desk, els = visit(cast.chris, bypass_csp=True), visit(cast.els, bypass_csp=True)
    desk.goto(f"/werk/casussen/{case.pk}/")
    desk.get_by_role("link", name="Geef iets uit deze casus").click()
    desk.get_by_label("Aan wie?").select_option(label="Gemeente Duindorp, rechtstreeks")
    desk.get_by_label("Waarvoor?").select_option(label="De ontvanger heeft hier een eigen taak")
    desk.get_by_label("Publieke taak van de gemeente").check()
    assert problems(desk) == []
    desk.get_by_role("button", name="Verder").click()
    desk.get_by_label("Slachtoffer: Slachtoffer A").check()
    desk.get_by_label("Voor welke wettelijke taak?").fill("Wmo 2015, hulp en opvang")
    desk.get_by_label("Waarom is delen nodig?").fill("Zij is naar Duindorp verhuisd.")
    desk.get_by_label("Waarom kan het niet met minder?").fill("Zonder het spoor begint de hulp opnieuw.")
    assert problems(desk) == []
    desk.get_by_role("button", name="Bekijk wat er weggaat").click()
    expect(desk.locator(".package")).to_contain_text("slaapt in de loods")
    desk.get_by_role("button", name="Draag over").click()
    els.goto("/werk/ontvangen/")
    els.get_by_role("link", name="D-").first.click()
    els.get_by_role("button", name="Neem het over als casus").click()
    expect(els.get_by_role("heading", name="Slachtoffer: Slachtoffer A")).to_be_visible()
    assert Case.objects.filter(municipality=cast.duindorp).count() == 1
    desk.goto(f"/werk/casussen/{case.pk}/verstrekkingen/")
    expect(desk.get_by_text("Overgenomen door de ontvanger")).to_be_visible()
    assert problems(desk) == []


def test_a_partner_looks_at_its_own_entry_on_a_phone_without_a_script(cast, visit):
    entry = make_partner(cast.chris)
    desk, partner = visit(cast.chris, bypass_csp=True), visit(viewport=PHONE, java_script_enabled=False)
    desk.goto("/werk/partners/")
    assert problems(desk) == []
    desk.get_by_role("link", name=entry.name).click()
    assert problems(desk) == []
    desk.get_by_role("button", name="Laat de partner het nakijken").click()
    partner.goto(desk.locator("#link").inner_text())
    partner.get_by_label("Telefoon").fill("14 0555")
    partner.get_by_role("button", name="Zo klopt het").click()
    expect(partner.get_by_text("Je verbetering is verstuurd.")).to_be_visible()
    desk.goto(f"/werk/partners/{entry.pk}/")
    desk.get_by_role("link", name="De partner stuurde op").click()
    assert problems(desk) == []
    desk.get_by_role("button", name="Neem over").click()
    expect(desk.get_by_role("link", name="14 0555")).to_be_visible()
    desk.get_by_role("link", name="Eerdere versies").click()
    expect(desk.get_by_role("cell", name="14 0555")).to_be_visible()
    assert problems(desk) == []
    assert PartnerEntry.objects.get(pk=entry.pk).phone == "14 0555"
