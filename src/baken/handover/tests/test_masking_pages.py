"""The page of hiding: in one go, by hand, back, and erased by two people; and who may."""

from html import unescape

import pytest
from allauth.mfa.models import Authenticator

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.handover.tests.make import address, report_with_names
from baken.signals import services
from baken.signals.models import Mask, Report

MASK = "afschermen/"


@pytest.fixture
def report(cast):
    return report_with_names(cast.havenstad)


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


@pytest.fixture
def sanne(cast, signed_in):
    person = make_person("Sanne Mulder", cast.havenstad, Role.FOCAL_OFFICER)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return signed_in(person)


def keys_on(page):
    return [value for value, _name in page.context["form"].fields["found"].choices]


def test_everything_that_was_found_is_marked_and_hidden_in_one_go(cast, amina, report):
    services.add_message(report, text="Jan de Vries belde met 06-12345678.", form="m" * 32, by=None)
    page = amina.get(address(report, MASK))
    assert '<mark title="naam">Jan de Vries</mark>' in page.content.decode()
    done = amina.post(address(report, MASK), {"found": keys_on(page)}, follow=True)
    assert "plekken zijn afgeschermd" in done.content.decode()
    shown = amina.get(address(report, "")).content.decode()
    assert not any(word in shown for word in ("Vries", "Kerkstraat", "06-12345678", "12-ABC-3"))
    assert "[naam] belde met [telefoonnummer]." in shown
    assert "paspoorten" in shown  # and the signs are marked as before
    assert "<mark" in shown


def test_by_hand_and_back_again(cast, amina, report):
    amina.post(address(report, MASK), {"hide": "matrassen\n\n Krijgen geen loon "})
    assert "slapen op [afgeschermd] en [afgeschermd]." in Report.objects.get().story
    for mask in Mask.objects.all():
        amina.post(f"{address(report, MASK)}{mask.group}/terug/")
    assert Report.objects.get().story == report.story


def test_nothing_chosen_or_not_there_is_said_and_what_was_typed_stays(cast, amina, report):
    nothing = amina.post(address(report, MASK), {})
    assert nothing.status_code == 422
    assert "Kruis iets aan, of typ de woorden" in nothing.content.decode()
    absent = amina.post(address(report, MASK), {"hide": "olifant"})
    assert absent.status_code == 422
    assert "Deze woorden staan niet in de melding" in absent.content.decode()
    assert "olifant" in absent.content.decode()


def test_a_report_without_names_says_so(cast, amina):
    from baken.signals.tests.make import make_report

    page = amina.get(address(make_report(cast.havenstad), MASK)).content.decode()
    assert "Wij zien hier geen namen, nummers of adressen" in page


def test_erase_needs_two_people(cast, amina, sanne, report):
    amina.post(address(report, MASK), {"hide": "matrassen"})
    path = f"{address(report, MASK)}{Mask.objects.get().group}/wissen/"
    said = amina.post(path, {"go": "ask", "reason": ""}, follow=True)
    assert "Schrijf op waarom dit weg moet." in said.content.decode()
    amina.post(path, {"go": "ask", "reason": "Gaat over iemand anders."})
    assert "Een collega moet dit bevestigen." in amina.get(address(report, MASK)).content.decode()
    said = amina.post(path, {"go": "confirm"}, follow=True)
    assert "Iemand anders dan degene die het vroeg" in said.content.decode()
    asked = unescape(sanne.get(address(report, MASK)).content.decode())
    assert "Amina Haddou vraagt dit te wissen:" in asked
    assert "Ja, wis het voor altijd" in asked
    sanne.post(path, {"go": "withdraw"})
    amina.post(path, {"go": "ask", "reason": "Toch echt."})
    sanne.post(path, {"go": "confirm"})
    assert Mask.objects.get().hidden is None
    said = amina.post(f"{address(report, MASK)}{Mask.objects.get().group}/terug/", follow=True)
    assert "Dit stuk is al gewist" in said.content.decode()
    assert "Dit komt niet meer terug." in said.content.decode()
    assert "Stuk gewist" in amina.get(address(report, "")).content.decode()


def test_the_reporter_sees_messages_as_they_are_now(cast, amina, report):
    message = services.add_message(report, text="Jan de Vries kwam terug.", form="m" * 32, by=None)
    amina.post(address(report, MASK), {"found": ["person:jan de vries"]})
    message.refresh_from_db()
    assert message.text == "[naam] kwam terug."


@pytest.mark.parametrize(
    ("who", "status"), [("els", 404), ("farid", 403), ("gerda", 403), ("dewi", 403), ("bram", 403)]
)
def test_nobody_else_hides_or_sends(cast, signed_in, report, who, status):
    client = signed_in(getattr(cast, who))
    assert client.get(address(report, MASK)).status_code == status
    assert client.get(address(report)).status_code == status
    assert client.post(address(report, MASK), {"hide": "paspoorten"}).status_code == status
