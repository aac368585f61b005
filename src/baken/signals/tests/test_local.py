"""Where somebody is told what to do now, the municipality's own contact point stands there with its hours."""

import pytest

from baken.catalogue import load
from baken.knowledge.tests.make import make_contact, make_text
from baken.signals.tests.make import STORY

FROM = "Van de gemeente Havenstad"
SENT = {"step": "check", "go": "send", "story": STORY, "who": "anonymous", "form": "f" * 32}
ACUTE = "Ze zit opgesloten in de kelder en roept om hulp. De deur zit aan de buitenkant op slot."


@pytest.fixture
def contact(cast):
    return make_contact(cast.amina)


def check(client, **more):
    return client.post("/check/uitkomst/", {"text": STORY} | more).content.decode()


def test_the_outcome_shows_it_to_who_chose_havenstad(contact, client):
    page = check(client, gemeente="havenstad")
    assert FROM in page
    assert "werkdagen 9.00 tot 17.00 uur" in page
    assert 'name="municipality" value="havenstad"' in page
    assert FROM not in check(client, gemeente="duindorp")
    assert FROM not in check(client)


def test_acute_shows_first_who_answers_outside_office_hours(cast, contact, client):
    make_contact(
        cast.amina, name="Crisisdienst", phone="14 0001", hours_nl="dag en nacht", after_hours=True, order=50
    )
    page = check(client, text=ACUTE, gemeente="havenstad")
    assert "Nu doen: dit kan spoed zijn" in page
    assert page.index("Bel 112") < page.index("Crisisdienst") < page.index(contact.name)


def test_an_advice_keeps_its_national_words_beside_the_local_ones(cast, client):
    make_text(cast.amina, beside="advice", item="not-acute-focal", part="whole", text_nl="Bij ons: kamer 12.")
    page = check(client, setting="police", gemeente="havenstad")
    assert load().advice["not-acute-focal"].text.nl in page
    assert "Bij ons: kamer 12." in page


def test_after_sending_it_says_whom_one_can_speak(contact, client):
    page = client.post("/melden/", SENT | {"municipality": "havenstad"}).content.decode()
    assert "meldcode" in page
    assert FROM in page


def test_where_nobody_reads_it_says_whom_to_call_instead(cast, contact, client):
    cast.havenstad.people.update(is_active=False)
    answer = client.post("/melden/", SENT | {"municipality": "havenstad"})
    assert answer.status_code == 409
    assert "14 0000" in answer.content.decode()
