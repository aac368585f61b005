"""Els works alone in Duindorp and wants to close a high concern. Amina of Havenstad looks along: that report, until it is decided."""

import re
from html import unescape

import pytest
from django.core import mail

from baken.accounts.roles import Role
from baken.accounts.tests.make import carry_out, make_person
from baken.privacy.models import Trace
from baken.sharing.models import Delivery, DisclosedContent, Disclosure
from baken.signals import services as reports
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import services
from baken.triage.models import LookAlong, Step
from baken.triage.tests.make import make_waiting

STORY = "Jan de Vries bewaart de paspoorten van de mannen in de loods. Zij krijgen geen loon. Bel 06-12345678."


@pytest.fixture
def waiting(cast):
    return make_waiting(cast.els, story=STORY, reason="Jan de Vries kon het uitleggen.", contact="06-99999999")


@pytest.fixture
def els(cast, signed_in):
    return signed_in(cast.els)


def page_of(report, tail=""):
    return f"/werk/meldingen/{report.pk}/{tail}"


def ask(client, report, to, **more):
    answers = {
        "to": str(to.pk),
        "ground": "no-personal-data",
        "unrecognisable": "on",
        "necessity": "Ik werk alleen.",
    } | more
    seen = client.get(page_of(report, "meekijken/")).content.decode()
    seal = re.search(r'name="seal" value="(\w+)"', seen)[1]
    return client.post(page_of(report, "meekijken/"), {"seal": seal} | answers)


def look(client, asked, **typed):
    seen = services.state_of(Report.objects.get(pk=asked.report_id))
    return client.post(f"/werk/meldingen/meekijken/{asked.pk}/", {"seen": seen} | typed)


def test_amina_sees_nothing_before_and_nothing_after(cast, els, signed_in, waiting):
    amina = signed_in(cast.amina)
    assert amina.get(page_of(waiting)).status_code == 404
    assert "Vraag een andere gemeente mee te kijken" in els.get(page_of(waiting)).content.decode()
    assert ask(els, waiting, cast.amina).status_code == 302
    asked = LookAlong.objects.get()
    path = f"/werk/meldingen/meekijken/{asked.pk}/"
    assert path in amina.get("/werk/").content.decode()
    page = unescape(amina.get(path).content.decode())
    assert "bewaart de paspoorten van de mannen" in page
    assert "kon het uitleggen" in page
    assert not any(word in page for word in ("Vries", "06-1", "06-9"))
    assert amina.get(page_of(waiting)).status_code == 404
    look(amina, asked, agrees="yes", reason="Ik zie het ook zo.")
    closed = Report.objects.get(pk=waiting.pk)
    assert (closed.status, Step.objects.get().by) == ("closed", cast.amina)
    assert amina.get(path).status_code == 404
    assert path not in amina.get("/werk/").content.decode()
    assert "Ik zie het ook zo." in els.get(page_of(waiting)).content.decode()


def test_it_is_in_the_register_and_on_the_trace_of_duindorp(cast, els, signed_in, waiting):
    ask(els, waiting, cast.amina)
    asked, given = LookAlong.objects.get(), Disclosure.objects.get()
    assert (given.municipality, given.recipient, given.purpose) == (cast.duindorp, "municipality", "advice")
    assert (given.ground, given.shown, given.pk) == ("no-personal-data", [], asked.disclosure)
    assert Delivery.objects.count() == 0  # no copy stays in Havenstad
    signed_in(cast.amina).get(f"/werk/meldingen/meekijken/{asked.pk}/")
    lines = Trace.objects.filter(record=str(waiting.pk), municipality=str(cast.duindorp.pk))
    assert lines.get(verb="looked along").actor == str(cast.amina.pk)
    assert lines.get(verb="look along asked").why == given.number


def test_the_mail_says_nothing(cast, els, waiting):
    ask(els, waiting, cast.amina)
    assert carry_out() > 0
    assert "paspoort" not in mail.outbox[0].body


def test_who_does_not_agree_says_why_and_els_weighs_again(cast, els, signed_in, waiting):
    ask(els, waiting, cast.amina)
    assert look(signed_in(cast.amina), LookAlong.objects.get(), agrees="no").status_code == 422
    look(signed_in(cast.amina), LookAlong.objects.get(), agrees="no", reason="Bel eerst de inspectie.")
    assert Report.objects.get(pk=waiting.pk).status == "taken"
    assert "Bel eerst de inspectie." in els.get(page_of(waiting)).content.decode()


def test_taken_back_or_weighed_anew_it_is_gone_for_amina(cast, els, signed_in, waiting):
    ask(els, waiting, cast.amina)
    path, amina = f"/werk/meldingen/meekijken/{LookAlong.objects.get().pk}/", signed_in(cast.amina)
    els.post(page_of(waiting, "meekijken/terug/"))
    assert amina.get(path).status_code == 404
    ask(els, waiting, cast.amina)
    path = f"/werk/meldingen/meekijken/{LookAlong.objects.get(ended_at=None).pk}/"
    assert amina.get(path).status_code == 200
    decided = {"agrees": True, "concern": "", "outcome": "no_indication", "reason": "Nog eens gekeken."}
    reports.weigh_report(waiting, seen=1, by=cast.els, **decided)
    assert Report.objects.get(pk=waiting.pk).status == "second"
    assert amina.get(path).status_code == 404  # of the weighing before
    assert ask(els, waiting, cast.amina).status_code == 302


def test_asked_twice_is_once(cast, els, waiting):
    ask(els, waiting, cast.amina)
    again = ask(els, waiting, cast.amina)
    assert again.status_code == 422
    assert "Er is al iemand gevraagd" in again.content.decode()
    assert LookAlong.objects.count() == 1


def test_only_that_person_and_only_somebody_who_weighs_in_the_region(cast, els, signed_in, waiting):
    far = make_person("Ver Weg", make_report_place("Verweg"), Role.FOCAL_OFFICER)
    for nobody in (far, cast.bram, cast.els):
        assert ask(els, waiting, nobody).status_code == 422
    ask(els, waiting, cast.amina)
    path = f"/werk/meldingen/meekijken/{LookAlong.objects.get().pk}/"
    assert [signed_in(each).get(path).status_code for each in (cast.els, cast.bram, cast.gerda)] == [404, 403, 403]


def make_report_place(name):
    from baken.accounts.models import Region
    from baken.accounts.tests.make import make_municipality

    place = make_municipality(name)
    place.region = Region.objects.create(name="Elders")
    place.save()
    return place


def test_without_its_ground_answered_nothing_is_given(cast, els, waiting):
    answer = ask(els, waiting, cast.amina, unrecognisable="", necessity="")
    assert answer.status_code == 422
    assert "Vul in waarom delen nodig is." in answer.content.decode()
    assert "Bevestig dat je alles hebt gelezen" in answer.content.decode()
    assert (LookAlong.objects.count(), DisclosedContent.objects.count()) == (0, 0)


def test_words_that_are_hidden_are_looked_at_again_before_they_go(cast, els, waiting):
    first = ask(els, waiting, cast.amina, hide="loods")
    assert first.status_code == 422
    assert "Lees het nog een keer." in first.content.decode()
    assert "in de [afgeschermd]" in unescape(first.content.decode())
    seal = re.search(r'name="seal" value="(\w+)"', first.content.decode())[1]
    assert ask(els, waiting, cast.amina, hide="loods", seal=seal).status_code == 302
    assert "loods" not in str(DisclosedContent.objects.get().package)


def test_who_has_a_colleague_at_home_does_not_ask_elsewhere(cast, signed_in, els):
    mine = make_waiting(cast.amina)
    assert signed_in(cast.amina).get(page_of(mine, "meekijken/")).status_code == 404  # Noor can look
    open_report = make_report(cast.duindorp, form="o" * 32)
    assert els.get(page_of(open_report, "meekijken/")).status_code == 404
