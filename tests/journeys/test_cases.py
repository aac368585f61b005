"""Chris makes a case of a report, lets Loes in to one of two tracks, and takes that back; she sees exactly that, and then nothing."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from baken.admission.tests.make import make_world
from baken.consent.tests.make import agree
from baken.coordination.models import Case, Track
from baken.signals.models import Weighing
from baken.signals.tests.make import make_report
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}


def asked_for(cast, report):
    """Amina asks a case of this report."""
    said = {"agrees": True, "concern": "high", "outcome": "to_case", "reason": "Samen oppakken."}
    Weighing(report=report, municipality=cast.havenstad, by=cast.amina, at=timezone.now(), **said).save()


def add_track(page, kind, name, summary):
    page.get_by_role("link", name="Nieuw spoor").click()
    page.get_by_label(kind).check()
    page.get_by_label("Hoe noem je het?").fill(name)
    page.get_by_label("Wat weten wij?").fill(summary)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("heading", name=f"{kind}: {name}")).to_be_visible()


def test_a_case_from_a_report_with_a_partner_in_one_track(cast, visit):
    report = make_report(cast.havenstad)
    asked_for(cast, report)
    chris = visit(cast.chris, bypass_csp=True)
    chris.goto("/werk/casussen/")
    assert problems(chris) == []
    chris.get_by_role("link", name=re.compile("Maak er een casus van")).click()
    expect(chris.get_by_text(f"Melding {report.number} komt in deze casus.")).to_be_visible()
    assert problems(chris) == []
    chris.get_by_label("Werknaam").fill("Loods aan de kade")
    chris.get_by_label("Wat is het beeld?").fill("Zes mannen slapen in een loods.")
    chris.get_by_role("button", name="Open de casus").click()
    expect(chris.get_by_role("heading", level=1)).to_contain_text("Loods aan de kade")
    expect(chris.get_by_role("link", name=report.number)).to_be_visible()
    add_track(chris, "Slachtoffer", "Man A", "Wil naar huis en durft niet te praten.")
    add_track(chris, "Verdachte", "De voorman", "Houdt de paspoorten vast.")
    assert problems(chris) == []

    chris.get_by_role("link", name="Wie ziet dit").click()
    chris.get_by_role("link", name="Iemand toelaten").click()
    assert problems(chris) == []
    chris.get_by_label("Wie laat je toe?").select_option(value=str(cast.loes.pk))
    chris.get_by_label("Slachtoffer: Man A").check()
    chris.get_by_label("Waarvoor?").select_option(label="Hulp geven")
    chris.get_by_label("Op welke grondslag?").select_option(label="Toestemming van de persoon")
    chris.get_by_label("Tot en met").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    chris.get_by_label("Waarom is dit nodig?").fill("Zij begeleidt hem.")
    chris.get_by_role("button", name="Laat toe").click()
    expect(chris.get_by_text("Er is geen toestemming vastgelegd voor Man A")).to_be_visible()
    agree(Track.objects.get(kind="victim"), user=cast.loes)  # he said yes
    chris.get_by_role("button", name="Laat toe").click()
    expect(chris.get_by_role("heading", name=re.compile(cast.loes.name))).to_be_visible()
    assert problems(chris) == []

    case = Case.objects.get()
    loes = visit(cast.loes, viewport=PHONE, bypass_csp=True)
    loes.goto("/werk/casussen/")
    assert problems(loes) == []
    loes.get_by_role("link", name=case.number).click()
    expect(loes.get_by_role("heading", name="Slachtoffer: Man A")).to_be_visible()
    seen = loes.content()
    for hidden in ("voorman", "paspoorten", "Zes mannen", "Loods aan de kade", report.number):
        assert hidden not in seen
    assert problems(loes) == []
    loes.get_by_role("link", name="Wie ziet dit").click()
    expect(loes.get_by_text("Toestemming van de persoon")).to_be_visible()
    assert problems(loes) == []

    chris.get_by_role("link", name=re.compile("Trek in")).click()
    chris.get_by_label("Waarom?").fill("Zijn hulp is geregeld.")
    chris.get_by_role("button", name="Trek in").click()
    expect(chris.get_by_text("ingetrokken op")).to_be_visible()
    assert loes.goto(f"/werk/casussen/{case.pk}/").status == 404
    loes.goto("/werk/casussen/")
    expect(loes.get_by_role("link", name=case.number)).to_have_count(0)


def test_every_page_of_a_case_is_calm_on_a_phone_and_works_without_a_script(cast, visit):
    world = make_world(cast, report=make_report(cast.havenstad))
    own, page = f"/werk/casussen/{world.case.pk}/", visit(cast.chris, viewport=PHONE, bypass_csp=True)
    tails = ["", "wijzigen/", "vastleggen/", "criteria/", "fase/", "spoor/", f"spoor/{world.victim.pk}/", "wie/"]
    tails += [f"wie/{what}/" for what in ("toelaten", "uitsluiten", "geheim", "regisseur")]
    tails += [
        f"wie/verzoek/{world.asked.pk}/",
        f"wie/toegang/{world.grant.pk}/",
        f"wie/uitsluiting/{world.shut_out.pk}/",
    ]
    wrong = {}
    for path in ["/werk/casussen/toegang-vragen/", *(own + tail for tail in tails)]:
        assert page.goto(path).status == 200, path
        if found := problems(page):
            wrong[path] = found
    assert wrong == {}
    plain = visit(cast.chris, java_script_enabled=False)
    plain.goto(f"{own}vastleggen/")
    plain.get_by_label("Wat is gezien, waar en wanneer? Wat is feit en wat vermoeden?").fill("Zes matrassen.")
    plain.get_by_role("button", name="Leg vast").click()
    expect(plain.get_by_text("Zes matrassen.")).to_be_visible()
