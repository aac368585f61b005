"""A question about a hit stands on a ground from the list, and so does the answer: a ground that forbids it stops it and says why."""

import re

import pytest
from django.core.management import call_command

from baken.accounts.models import Ground
from baken.links import services
from baken.links.models import HitRequest, OpenedReport
from baken.links.tests.make import make_confirmed, make_ground, make_question, tell
from baken.privacy import keys
from baken.privacy.models import Trace
from baken.sharing import services as sharing

VAN = "Een witte bus met kenteken 12-BCD-3 haalt elke ochtend acht mannen op."
FIRST = {"aim": "protect", "ground": "public-task", "purpose": "Wij gaan morgen kijken."}
NEEDED = {"task": "verzonnen artikel 2", "necessity": "Het is nodig.", "subsidiarity": "Minder lukt niet."}
ALL = FIRST | NEEDED | {"asked_for": "public-task"}


@pytest.fixture
def hit(cast):
    """One bus in a report of each municipality; nobody confirmed a ground to share on yet."""
    for place in (cast.havenstad, cast.duindorp):
        make_ground(place, Ground.What.REGIONAL)
    cast.ours, cast.theirs = tell(cast.havenstad, VAN), tell(cast.duindorp, VAN)
    cast.where = f"/werk/verbanden/treffer/{cast.ours.pk}/duindorp/plate/"
    return cast


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


def html(answer):
    return answer.content.decode()


def test_the_ground_is_chosen_and_then_asks_what_it_wants_to_know(hit, amina):
    make_confirmed(hit.amina)
    first = amina.post(hit.where, FIRST)
    assert first.status_code == 200
    assert "deze grondslag vraagt nog iets" in html(first)
    assert "Voor welke wettelijke taak?" in html(first)
    assert "Wij gaan morgen kijken." in html(first)
    assert not HitRequest.objects.exists()
    empty = amina.post(hit.where, ALL | {"task": ""})
    assert empty.status_code == 422
    assert "Vul in voor welke wettelijke taak" in html(empty)
    page = html(amina.get(amina.post(hit.where, ALL).url))
    assert "Publieke taak van de gemeente" in page
    assert "Iemand beschermen tegen gevaar of uitbuiting" in page
    for said in NEEDED.values():
        assert said in page


def test_another_ground_on_the_second_page_asks_its_own_things_first(hit, amina):
    sharing.decide_ground("vital-interest", "municipality", holds=True, reference="Verzonnen", by=hit.amina)
    answer = amina.post(hit.where, ALL | {"ground": "vital-interest"})
    assert answer.status_code == 200
    assert "Welk gevaar is er nu?" in html(answer)
    assert not HitRequest.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"ground": "no-personal-data"}, "Deze grondslag kan hier niet. Kies er een uit de lijst."),
        ({"ground": "consent", "aim": "enforcement"}, "Deze grondslag verbiedt dit: Delen om handhaving"),
        ({"ground": "veilig-thuis"}, "Deze grondslag kan hier niet. Kies er een uit de lijst."),
        ({"ground": "vital-interest", "aim": "help"}, "mag je op deze grondslag alleen delen voor"),
        ({"ground": "public-task"}, "Te bevestigen door de gemeente"),
        ({"ground": "zelf bedacht"}, "Deze grondslag kan hier niet. Kies er een uit de lijst."),
        ({"ground": ""}, "Kies een grondslag. Zonder grondslag mag je niets vragen."),
    ],
)
def test_a_ground_that_does_not_allow_it_stops_the_question_and_says_why(hit, amina, chosen, why):
    answer = amina.post(hit.where, ALL | chosen)
    assert answer.status_code == 422
    assert why in html(answer)
    assert not HitRequest.objects.exists()


def offered(page):
    """The grounds on the page, in their order."""
    return re.findall(r'name="ground" value="([^"]+)"', page)


def test_only_grounds_that_can_hold_for_a_hit_are_offered_and_those_that_hold_now_come_first(hit, amina):
    page = html(amina.get(hit.where))
    assert offered(page) == ["consent", "public-task", "vital-interest"]
    assert page.count("Kan pas als jouw gemeente dit heeft bevestigd.") == 3
    make_confirmed(hit.amina)
    page = html(amina.get(hit.where))
    assert offered(page) == ["public-task", "consent", "vital-interest"]
    assert page.count("Kan pas als jouw gemeente dit heeft bevestigd.") == 2


def test_the_service_refuses_by_itself_too(hit):
    asked = {"to_place": hit.duindorp, "kind": "plate", "by": hit.amina}
    with pytest.raises(services.Refused, match="Te bevestigen"):
        services.ask(hit.ours, question=make_question(), **asked)
    with pytest.raises(services.Refused, match="Deze grondslag verbiedt dit: Namen"):
        services.ask(hit.ours, question=make_question(ground="no-personal-data"), **asked)
    make_confirmed(hit.amina)
    with pytest.raises(services.Refused, match="Vul in waarom delen nodig is"):
        services.ask(hit.ours, question=make_question(answers={"task": "a", "subsidiarity": "b"}), **asked)


def test_els_gives_nothing_until_her_municipality_confirmed_the_ground_too(hit, amina, signed_in):
    make_confirmed(hit.amina)
    where, els = amina.post(hit.where, ALL).url, signed_in(hit.els)
    assert "Iets geven mag nu niet." in html(els.get(where))
    give = {"answer": "grant", "reports": [str(hit.theirs.pk)], "note": "Wij bellen."}
    stopped = els.post(where, give)
    assert stopped.status_code == 422
    assert "Te bevestigen door de gemeente" in html(stopped)
    assert HitRequest.objects.get().is_open
    assert not OpenedReport.objects.exists()
    make_confirmed(hit.els)
    assert "Iets geven mag nu niet." not in html(els.get(where))
    assert els.post(where, give).status_code == 302
    assert HitRequest.objects.get().is_granted


def test_the_trace_says_on_which_ground_and_the_answers_lie_sealed(hit, amina):
    make_confirmed(hit.amina)
    amina.post(hit.where, ALL)
    assert Trace.objects.filter(verb="asked", why="plate protect public-task").count() == 2
    keys.forget()
    assert b"verzonnen artikel" not in bytes(HitRequest.objects.get().__dict__["answers"])


@pytest.mark.django_db(transaction=True)
def test_a_question_from_before_the_list_keeps_its_words_and_can_only_be_refused(hit, signed_in):
    """Back to the tables of before, with a question in them, and forward again."""
    make_confirmed(hit.amina, hit.els)
    request = services.ask(hit.ours, to_place=hit.duindorp, kind="plate", question=make_question(), by=hit.amina)
    request.legal_ground = "Afspraak van de regio (verzonnen)"
    request.save()
    call_command("migrate", "links", "0001", verbosity=0)
    call_command("migrate", "links", verbosity=0)
    old, els = HitRequest.objects.get(), signed_in(hit.els)
    assert (old.aim, old.ground, old.answers) == ("", "", None)
    where = f"/werk/verbanden/vragen/{old.pk}/"
    page = html(els.get(where))
    assert "Afspraak van de regio (verzonnen)" in page
    assert "zelf geschreven, niet uit de lijst" in page
    give = {"answer": "grant", "reports": [str(hit.theirs.pk)], "note": "Wij bellen."}
    assert "Kies een grondslag uit de lijst" in html(els.post(where, give))
    assert HitRequest.objects.get().is_open
    assert els.post(where, {"answer": "refuse", "note": "Vraag het opnieuw."}).status_code == 302
