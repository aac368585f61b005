"""Every kind of page, on a narrow phone, light and dark, passes axe and does not scroll sideways."""

from pathlib import Path

import pytest

from baken.intake.tests.make import make_batch
from baken.knowledge.tests.make import make_contact, make_text
from baken.signals.tests.make import make_report

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PUBLIC = [
    "/", "/hulp/", "/gemeenten/", "/privacy/", "/toegankelijkheid/", "/overzicht/", "/overzicht/?vorm=labour-exploitation",
    "/vormen/labour-exploitation/", "/doelgroepen/minors/", "/signalen/gen-locked-in/", "/werkplekken/", "/werkplekken/police/",
    "/misvattingen/", "/misvattingen/only-women/", "/wet/", "/lezen/", "/contact/", "/zoeken/?q=loverboy", "/zoeken/?q=zzzqqq",
    "/check/", "/check/aankruisen/?werkplek=police", "/check/beschrijven/", "/melden/", "/melding/", "/advies/", "/aanmelden/",
    "/contact/?gemeente=havenstad", "/werkplekken/police/?gemeente=havenstad", "/gemeente/?pagina=/wet/",
    "/bestaat-niet/", "/en/", "/en/overzicht/", "/en/hulp/", "/hulp/nl/1/", "/hulp/vi/2/", "/hulp/uk/2d/", "/hulp/nl/2b1/?gemeente=havenstad",
    "/hulp/ar/", "/hulp/ar/2b1/?gemeente=havenstad", "/hulp/ti/2b2/", "/hulp/ti/r/", "/hulp/hu/2c3/",
]  # fmt: skip

WORK = ["/werk/meldingen/?urgentie=high", "/werk/meldingen/?lijst=te-laat"]
AROUND = ["stap/oppakken/", "stap/overdragen/", "stap/urgentie/", "stap/tweede/", "verbinden/", "splitsen/"]


def problems(page):
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    told = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]
    return told + ([f"{wide} pixels te breed"] if wide > 0 else [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_public_pages(cast, visit, scheme):
    make_contact(cast.amina, email="meldpunt@havenstad.example", url="https://havenstad.example/mensenhandel")
    make_text(cast.amina, relation="differs", reason_nl="Wij hebben een eigen team.")
    page = visit(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    wrong = {}
    for path in PUBLIC:
        assert page.goto(path).status == (404 if path == "/bestaat-niet/" else 200), path
        if found := problems(page):
            wrong[path] = found
    assert wrong == {}


def test_pages_of_the_desk(cast, visit):
    report, contact = make_report(cast.havenstad), f"/werk/kennis/contact/{make_contact(cast.bram).pk}/"
    wrong, batch = {}, make_batch(cast.amina)
    for person, paths in (
        (
            cast.amina,
            ["/werk/", "/werk/meldingen/", f"/werk/meldingen/{report.pk}/", "/werk/ik/", "/werk/advies/"],
        ),
        (
            cast.bram,
            [
                "/werk/kennis/",
                contact,
                f"{contact}weghalen/",
                "/werk/kennis/tekst/nieuw/",
                "/werk/kennis/tekst/nieuw/?bij=setting",
            ],
        ),
        (cast.amina, WORK + [f"/werk/meldingen/{report.pk}/{tail}" for tail in AROUND]),
        (
            cast.farid,
            [
                "/werk/meldingen/termijnen/",
                "/werk/mensen/",
                "/werk/mensen/uitnodigen/",
                f"/werk/mensen/{cast.amina.pk}/",
            ],
        ),
        (cast.farid, ["/werk/toezicht/bewaartermijnen/", "/werk/toezicht/bewaartermijnen/trace/"]),
        (cast.hugo, ["/werk/melden/namens/", "/werk/melden/zelf/"]),
        (cast.amina, ["/werk/melden/links/", "/werk/melden/overnemen/", f"/werk/melden/overnemen/{batch.pk}/"]),
        (cast.farid, ["/werk/gemeente/postcodes/", "/werk/melden/koppelingen/"]),
    ):
        page = visit(person, viewport={"width": 320, "height": 700}, bypass_csp=True)
        for path in paths:
            assert page.goto(path).status == 200, path
            if found := problems(page):
                wrong[path] = found
    assert wrong == {}
