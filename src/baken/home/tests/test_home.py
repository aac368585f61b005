"""First pages, health, the demo, and what goes wrong in plain words."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from baken.accounts.models import User
from baken.home import demo
from baken.knowledge.models import LocalContact, LocalText
from baken.knowledge.targets import items_of
from baken.knowledge.tests.make import make_contact
from baken.sharing.models import Delivery
from baken.signals.models import Report
from baken.signals.tests.make import make_report


@pytest.mark.parametrize("path", ["/", "/hulp/", "/gemeenten/", "/privacy/", "/toegankelijkheid/"])
def test_the_first_pages_speak_two_languages(db, client, path):
    assert '<html lang="nl"' in client.get(path).content.decode()
    assert '<html lang="en"' in client.get(f"/en{path}").content.decode()


def test_english_is_english(client):
    page = client.get("/en/").content.decode()
    assert "Do you see something that is not right?" in page
    assert "Zie jij iets" not in page


def test_every_public_page_has_a_quick_exit_and_a_neutral_title(db, client):
    for path in ("/", "/hulp/", "/check/", "/melden/", "/overzicht/"):
        page = client.get(path).content.decode()
        assert "data-quick-exit" in page
        assert "mensenhandel" not in page.split("<title>")[1].split("</title>")[0].lower()


def test_health_says_ok(db, client):
    answer = client.get("/gezond")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_security_txt_names_a_contact_and_an_end(client):
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: " in text
    assert "Expires: " in text


def test_a_page_that_is_not_there_says_where_to_go(client):
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()


def test_today_shows_amina_what_waits(cast, signed_in):
    make_report(cast.havenstad)
    page = signed_in(cast.amina).get("/werk/").content.decode()
    assert "Vandaag te doen" in page


def test_today_says_what_knowledge_is_due(cast, signed_in):
    contact = make_contact(cast.amina)
    assert "Kennis om na te kijken" not in signed_in(cast.amina).get("/werk/").content.decode()
    LocalContact.objects.filter(pk=contact.pk).update(review_on=timezone.localdate() - timedelta(days=1))
    assert "Kennis om na te kijken" in signed_in(cast.amina).get("/werk/").content.decode()
    assert "Kennis om na te kijken" not in signed_in(cast.els).get("/werk/").content.decode()


def test_the_demo_fills_once_and_everybody_is_invented(db, settings):
    settings.DEMO = True
    demo.fill()
    people, reports = User.objects.count(), Report.objects.count()
    demo.fill()
    assert (User.objects.count(), Report.objects.count()) == (people, reports)
    assert reports > 0
    assert not User.objects.exclude(email__endswith=".example").exists()


def test_what_the_demo_adds_locally_stands_beside_something_and_says_that_it_is_invented(db, settings):
    settings.DEMO = True
    demo.fill()
    assert all(text.item in items_of(text.beside) for text in LocalText.objects.all())
    assert all("(verzonnen)" in text.text_nl for text in LocalText.objects.all())
    assert all("(verzonnen)" in contact.name for contact in LocalContact.objects.all())
    assert not LocalContact.objects.exclude(phone__startswith="14 000").exists()


def test_the_demo_does_not_fill_elsewhere(db):
    with pytest.raises(ImproperlyConfigured):
        demo.fill()


def test_the_demo_does_not_touch_a_database_with_real_people(cast, settings):
    settings.DEMO = True
    User.objects.filter(pk=cast.amina.pk).update(email="amina@echt.nl")
    with pytest.raises(demo.NotADemo):
        demo.fill()


def test_dewi_sees_on_her_first_page_that_something_was_sent_to_her_in_the_demo(db, settings, client):
    settings.DEMO = True
    demo.fill()
    dewi = next(person for person in demo.people() if person.name == "Dewi Maas")
    client.force_login(dewi, backend="baken.accounts.backend.StaffBackend")
    session = client.session
    session["demo_sign_in"] = True
    session.save()
    assert "1 pakket wacht op jouw antwoord" in client.get("/werk/").content.decode()
    assert (
        "telefoonabonnementen"
        in client.get(
            f"/werk/ontvangen/{Delivery.objects.get(municipality=dewi.municipality).pk}/"
        ).content.decode()
    )


def test_the_demo_has_a_plan_a_meeting_and_a_year_to_look_back_on(db, settings, client):
    settings.DEMO = True
    demo.fill()
    people = {person.name.split()[0]: person for person in demo.people()}

    def look(who, path):
        client.force_login(people[who], backend="baken.accounts.backend.StaffBackend")
        session = client.session
        session["demo_sign_in"] = True
        session.save()
        return client.get(path).content.decode()

    assert "Gaat maandag mee naar het spreekuur" in look("Loes", "/werk/mijn-werk/")
    assert "Casusoverleg Kustregio" in look("Tess", "/werk/overleg/")
    year = look("Kim", "/werk/casussen/jaar/")
    assert "10 casussen" in year
    assert "Regel een tolk" in year
