"""Between municipalities: that there is a hit, of which kind and whom to talk to. Nothing else, until the other opens it."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.accounts.models import Ground
from baken.links import access, finding, services
from baken.links.models import HitRequest, OpenedReport, RegionalHit
from baken.links.tests.make import make_confirmed, make_ground, make_question, tell
from baken.privacy.models import Trace

VAN = "Een witte bus met kenteken 12-BCD-3 haalt elke ochtend acht mannen op."
PURPOSE = "Wij overwegen morgen een controle en willen elkaar niet in de weg zitten."
ANSWERS = {
    "task": "verzonnen artikel 2",
    "necessity": "Anders lopen wij elkaar mis.",
    "subsidiarity": "Met minder lukt het niet.",
}
ASKED = {"aim": "protect", "ground": "public-task", "asked_for": "public-task", "purpose": PURPOSE} | ANSWERS
SECRET = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|name="bericht-form" value="[^"]+"')


@pytest.fixture
def region(cast):
    """Both municipalities recorded their ground for hits with each other, and confirmed the public task as one to share on."""
    for place in (cast.havenstad, cast.duindorp):
        make_ground(place, Ground.What.REGIONAL)
    make_confirmed(cast.amina, cast.els)
    return cast


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


@pytest.fixture
def els(cast, signed_in):
    return signed_in(cast.els)


def page(browser, report):
    return SECRET.sub("", browser.get(f"/werk/meldingen/{report.pk}/").content.decode())


def panel(browser, report):
    return page(browser, report).split("Andere gemeenten", 1)[1].split("</section>", 1)[0]


def address(report, place="duindorp", kind="plate"):
    return f"/werk/verbanden/treffer/{report.pk}/{place}/{kind}/"


def test_both_see_that_there_is_a_hit_of_which_kind_and_whom_to_talk_to(region, amina, els):
    ours, theirs = tell(region.havenstad, VAN), tell(region.duindorp, VAN)
    assert "Treffer op <strong>kenteken</strong> met Duindorp." in panel(amina, ours)
    assert "Els Visser" in panel(amina, ours)
    assert "Treffer op <strong>kenteken</strong> met Havenstad." in panel(els, theirs)
    assert "Amina Haddou" in panel(els, theirs)
    assert theirs.number not in page(amina, ours)
    assert str(theirs.pk) not in page(amina, ours)


def test_one_report_or_three_behind_a_hit_look_the_same_and_cost_the_same(region, amina):
    ours = tell(region.havenstad, VAN)
    tell(region.duindorp, VAN)
    page(amina, ours)
    with CaptureQueriesContext(connection) as one:
        first = panel(amina, ours)
    for _ in range(2):
        tell(region.duindorp, VAN)
    with CaptureQueriesContext(connection) as three:
        assert panel(amina, ours) == first
    assert RegionalHit.objects.count() == 3
    assert len(one) == len(three)


def test_no_hit_is_byte_for_byte_the_same_whatever_the_reason(region, amina):
    """Nothing there, the other has no ground, a weak trait, or the other knows it from the reporter: all the same no."""
    ours = tell(region.havenstad, f"{VAN} Mirela is erbij.")
    nothing = panel(amina, ours)
    tell(region.duindorp, "Er is iets anders.")
    tell(region.duindorp, "Mirela woont hier.")
    tell(region.duindorp, "Ik reed zelf.", name="Jan", contact="12-BCD-3")
    assert panel(amina, ours) == nothing
    services.switch_off(Ground.objects.get(municipality=region.duindorp), by=region.gerda)
    tell(region.duindorp, VAN)
    assert panel(amina, ours) == nothing


def test_a_report_that_is_not_there_and_a_hit_that_is_not_there_answer_alike(region, amina):
    ours, theirs = tell(region.havenstad, VAN), tell(region.duindorp, VAN)
    answers = [
        amina.get(address(ours, kind="phone")),
        amina.get(address(ours, place="veenwijk")),
        amina.get(address(theirs, place="havenstad")),
        amina.get(address(type(ours)(pk=uuid.uuid4()))),
        amina.post(address(ours, kind="phone"), ASKED),
    ]
    assert {each.status_code for each in answers} == {404}
    assert len({each.content for each in answers}) == 1


def test_what_a_reporter_waits_for_is_the_same_with_and_without_a_hit(region):
    from baken.signals.services import receive_report
    from baken.signals.told import Told

    def asks(number):
        with CaptureQueriesContext(connection) as seen:
            receive_report(region.duindorp, Told(form=f"gelijk-{number:020d}", story=VAN))
        return [re.sub(r"\(.*|'[^']*'|\d+", "", query["sql"]) for query in seen]

    asks(0)
    without = asks(1)
    tell(region.havenstad, VAN)
    assert asks(2) == without


def test_names_and_other_weak_traits_are_not_shared_with_the_region(region):
    for place in (region.havenstad, region.duindorp):
        tell(place, "Piet Jansen van Nowak Bouw B.V., bijgenaamd oom Sjaak, in de Kerkstraat.")
    assert RegionalHit.objects.count() == 0


def test_amina_asks_and_els_gives_number_day_place_of_work_and_kind_and_nothing_more(region, amina, els):
    ours = tell(region.havenstad, VAN, setting="enforcement-boa")
    theirs = tell(region.duindorp, f"{VAN} Zij slapen in een schuur.", setting="police", place="Zeestraat 3")
    other = tell(region.duindorp, f"{VAN} Weer.")
    asked = amina.post(address(ours), ASKED)
    request = HitRequest.objects.get()
    assert asked.url == f"/werk/verbanden/vragen/{request.pk}/"
    assert "1 vraag over een treffer wacht op antwoord" in els.get("/werk/").content.decode()
    question = els.get(asked.url).content.decode()
    assert PURPOSE in question
    assert "Amina Haddou" in question
    assert theirs.number in question
    assert ours.number not in question
    answer = {"answer": "grant", "reports": [str(theirs.pk)], "note": "Wij bellen donderdag."}
    assert els.post(asked.url, answer).status_code == 302
    given = amina.get(asked.url).content.decode()
    assert theirs.number in given
    assert "Wij bellen donderdag." in given
    assert "Politie" in given
    for secret in (other.number, "schuur", "Zeestraat", "12BCD3", str(theirs.pk)):
        assert secret not in given
    assert amina.get(f"/werk/meldingen/{theirs.pk}/").status_code == 404
    assert [each.report for each in OpenedReport.objects.all()] == [theirs]


def test_every_step_leaves_a_trace_on_both_sides(region):
    ours, theirs = tell(region.havenstad, VAN), tell(region.duindorp, VAN)
    _, hit = access.hit_to_ask(region.amina, ours.pk, place="duindorp", kind="plate")
    request = services.ask(ours, to_place=hit.place, kind=hit.kind, question=make_question(), by=region.amina)
    services.grant(request, opened=[theirs], note="Goed", by=region.els)
    lines = {(line.verb, line.municipality) for line in Trace.objects.filter(kind="hit request")}
    both = [str(region.havenstad.pk), str(region.duindorp.pk)]
    assert {(verb, place) for verb in ("asked", "granted") for place in both} <= lines
    assert Trace.objects.filter(verb="opened to", record=str(theirs.pk), actor=str(region.els.pk)).exists()


def test_els_refuses_with_a_reason_and_nothing_is_opened(region, amina, els):
    ours = tell(region.havenstad, VAN)
    tell(region.duindorp, VAN)
    where = amina.post(address(ours), ASKED).url
    assert els.post(where, {"answer": "refuse", "note": ""}).status_code == 422
    els.post(where, {"answer": "refuse", "note": "De grondslag past hier niet."})
    html = amina.get(where).content.decode()
    assert "De grondslag past hier niet." in html
    assert "Wat er gegeven is" not in html


def test_who_asked_cannot_answer_and_others_see_nothing(region, amina, els, signed_in):
    ours, theirs = tell(region.havenstad, VAN), tell(region.duindorp, VAN)
    where = amina.post(address(ours), ASKED).url
    answer = {"answer": "grant", "reports": [str(theirs.pk)], "note": "Ik geef het mezelf."}
    assert amina.post(where, answer).status_code == 403
    assert HitRequest.objects.get().is_open
    assert els.post(where, answer | {"reports": [str(ours.pk)]}).status_code == 422
    assert signed_in(region.gerda).get(where).status_code == 403


def test_two_answers_at_once_and_two_questions_at_once_get_a_clear_message(region, amina, els):
    ours, theirs = tell(region.havenstad, VAN), tell(region.duindorp, VAN)
    where = amina.post(address(ours), ASKED).url
    assert "Een collega stelde deze vraag al" in amina.post(address(ours), ASKED).content.decode()
    services.refuse(HitRequest.objects.get(), reason="Nee", by=region.els)
    answer = els.post(where, {"answer": "grant", "reports": [str(theirs.pk)], "note": "Toch wel"})
    assert answer.status_code == 422
    assert "Een collega heeft deze vraag net beantwoord" in answer.content.decode()
    assert not OpenedReport.objects.exists()


def test_what_is_erased_gives_no_hit_any_more(region):
    from baken.signals import tokens

    ours = tell(region.havenstad, VAN)
    tell(region.duindorp, VAN)
    ours.story = "Er rijdt een witte bus."
    ours.save()
    tokens.index_report(ours)
    finding.look_up(region.havenstad.pk)
    assert not RegionalHit.objects.exists()
