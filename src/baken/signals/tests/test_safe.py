"""How somebody is reached safely: four short answers, clear for who calls; one text of before keeps showing."""

import re

from baken.signals.safe import said_of
from baken.signals.tests.make import make_report
from baken.signals.tests.test_report import ANSWERS, send

FOUR = {
    "safe_channel": "Alleen appen",
    "safe_hours": "Op werkdagen tot 12 uur",
    "safe_words": "Niet dat de gemeente belt",
    "safe_person": "Alleen ik",
}
KNOWN = {"who": "known", "name": "Jan Verzonnen", "contact": "0600000000"}


def facts(page):
    return re.sub(
        r"<[^>]+>", "", re.search(r"<dt>Veilig contact</dt>(.*?)</dd>", page.content.decode(), re.DOTALL)[1]
    )


def test_the_form_asks_four_things_and_none_has_to_be_answered(cast, client):
    page = client.post("/melden/", ANSWERS | {"step": "who", "who": "known"}).content.decode()
    assert all(f'name="{name}"' in page for name in FOUR)
    assert 'name="safe_contact"' not in page
    assert (
        client.post("/melden/", ANSWERS | KNOWN | {"step": "contact"}).templates[0].name
        == "signals/report_check.html"
    )


def test_all_four_are_read_once_more_and_stand_with_their_label_for_amina(cast, client, signed_in):
    check = client.post("/melden/", ANSWERS | KNOWN | FOUR | {"step": "contact"}).content.decode()
    assert all(said in check for said in FOUR.values())
    page = send(client, **KNOWN, **FOUR)
    shown = facts(signed_in(cast.amina).get(f"/werk/meldingen/{page.context['report'].pk}/"))
    assert shown == (
        "Hoe: Alleen appenWanneer: Op werkdagen tot 12 uurNiet zeggen: Niet dat de gemeente beltWie mag opnemen: Alleen ik"
    )


def test_one_text_of_before_keeps_showing(cast, signed_in):
    report = make_report(cast.havenstad, contact="0600000000", safe_contact="Overdag bellen, vraag naar Jan.")
    assert (
        facts(signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/"))
        == "Let op: Overdag bellen, vraag naar Jan."
    )


def test_nothing_said_shows_nothing(cast):
    assert said_of(make_report(cast.havenstad)) == []
