"""Gerda watches, Amina carries out, Farid confirms: the pages of oversight on a narrow phone pass axe and do not scroll."""

import pytest
from django.utils import timezone

from baken.oversight.tests.make import close, make_request, make_stay, marked
from baken.signals.tests.make import make_report
from tests.journeys.test_accessible import problems

pytestmark = pytest.mark.browser
PAGE = "/werk/toezicht/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_oversight(cast, visit, scheme):
    report = close(make_report(cast.havenstad), cast.amina, months_ago=13)
    request = make_request(cast.amina, report)
    make_stay(report, cast.amina)
    marked(report, cast.amina)
    day = f"?melding={report.number}&dag={timezone.localdate()}"
    about = f"{PAGE}meldingen/{report.pk}/"
    theirs = [PAGE, f"{PAGE}wie-kon-dit-zien/{day}", f"{PAGE}verdwijnt/", f"{PAGE}vernietigd/", f"{PAGE}register/"]
    hers = [f"{PAGE}verzoeken/", f"{PAGE}verzoeken/nieuw/", f"{PAGE}verzoeken/{request.pk}/", f"{about}uitstel/"]
    hers += [f"{PAGE}verzoeken/{request.pk}/dossier/", f"{about}aantekening/", f"/werk/meldingen/{report.pk}/"]
    wrong = {}
    for person, paths in ((cast.gerda, theirs), (cast.amina, hers)):
        page = visit(person, viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
        for path in paths:
            assert page.goto(path).status == 200, path
            if found := problems(page):
                wrong[path] = found
    assert wrong == {}


def test_farid_confirms_a_term_and_it_stands_there(cast, visit):
    page = visit(cast.farid)
    page.goto("/werk/")
    page.get_by_role("link", name="Bewaartermijnen").click()
    page.get_by_role("link", name="Bevestig Melding zonder vervolg").click()
    page.get_by_label("Hoeveel maanden").fill("9")
    page.get_by_label("In welk besluit staat dit?").fill("selectielijst van 3 maart")
    page.get_by_role("button", name="Bevestig deze termijn").click()
    row = page.get_by_role("row", name="Melding zonder vervolg")
    assert "9 maanden" in row.inner_text()
    assert "bevestigd" in row.inner_text()
