"""Somebody asks what stands about them: cases are looked through too, and who leads a case gives the parts."""

import io
import zipfile

import pytest
from django.core import mail

from baken.accounts.models import Ground
from baken.accounts.tests.make import carry_out
from baken.admission.tests.make import let_in
from baken.casework import services as work
from baken.casework.tests.make import make_action
from baken.consent.tests.make import agree
from baken.coordination import services as cases
from baken.coordination.tests.make import make_case
from baken.letters.tests.make import make_letter
from baken.links.tests.make import make_ground
from baken.oversight import services as oversight
from baken.oversight import tasks
from baken.oversight.tests.make import make_request
from baken.persons import services, written
from baken.persons.models import RequestCase, RequestPiece
from baken.persons.tests.make import find_case
from baken.privacy.models import Trace

SAID = "Samir Bouali slaapt in de loods. Jan de Vries bracht hem, bel 06-12345678."


@pytest.fixture
def case(cast):
    found = make_case(cast.chris)
    cases.add_track(found, kind="victim", name="Slachtoffer A", summary=SAID, by=cast.chris)
    return found


@pytest.fixture
def asked(cast):
    return make_request(cast.amina)


def look_at(case, found):
    return f"/werk/casussen/{case.pk}/verzoek/{found.pk}/"


def give(browser, case, found, **values):
    """Tick what the page proposes, and say that it was read."""
    page = browser.get(look_at(case, found))
    ticked = [each["id"] for each in page.context["parts"] if each["ticked"]]
    return browser.post(look_at(case, found), {"mee": ticked, "gelezen": "ja"} | values)


def test_the_search_finds_the_name_in_cases_and_who_leads_one_is_told_without_content(cast, case, asked):
    make_ground(cast.havenstad, Ground.What.PERSON_SEARCH)
    make_case(cast.chris)
    elsewhere = make_case(cast.els, picture=SAID)
    assert tasks.search.func(str(asked.pk)) == 1
    assert tasks.search.func(str(asked.pk)) == 0
    found = RequestCase.objects.get()
    assert (found.case, found.concerns, found.by_search) == (case, None, True)
    assert elsewhere.municipality == cast.duindorp
    carry_out()
    (told,) = mail.outbox
    assert told.to == [cast.chris.email]
    assert not any(word in told.subject + told.body for word in ("Samir", case.number, asked.number))


def test_every_kind_of_text_of_a_case_is_looked_through(cast, case):
    track = case.tracks.get()
    agree(track, said="toestemmingstekst")
    work.set_goal(case, track=track, aim="safety", text="doeltekst", by=cast.chris)
    make_action(case, cast.chris, text="actietekst")
    work.decide(case, kind="jeugd", text="besluittekst", by=cast.chris)
    work.note(case, text="notitietekst", track=None, by=cast.chris)
    cases.record(case, {"seen": "fasetekst"}, phase="report", seen=0, by=cast.chris)
    cases.judge_criteria(case, {"areas": {"met": "yes", "why": "criteriumtekst"}}, seen=1, by=cast.chris)
    cases.edit_case(case, seen=2, by=cast.chris, picture="nieuwbeeld")
    make_letter(case, cast.chris)
    case.refresh_from_db()
    all_of_it = "\n".join(text for _title, text in written.texts_of(case))
    words = "toestemmingstekst doeltekst actietekst besluittekst notitietekst fasetekst criteriumtekst nieuwbeeld".split()
    assert [
        word
        for word in [*words, "verzonnen Zuidkade", "Dit is ons advies.", "Samir Bouali"]
        if word not in all_of_it
    ] == []


def test_who_leads_the_case_gives_parts_with_others_masked_and_they_are_in_the_pack(cast, case, asked, signed_in):
    found, chris, amina = find_case(asked, case), signed_in(cast.chris), signed_in(cast.amina)
    assert "Iemand vraagt naar eigen gegevens" in chris.get(f"/werk/casussen/{case.pk}/").content.decode()
    assert case.number in chris.get("/werk/").content.decode()
    own = f"/werk/toezicht/verzoeken/{asked.pk}/"
    before = amina.get(own).content.decode()
    assert case.number not in before
    assert "Er zijn nog geen stukken uit een casus." in before
    assert give(chris, case, found).status_code == 302
    assert f"{case.number}: 1 stuk" in amina.get(own).content.decode()
    oversight.identify(asked, how="Paspoort aan de balie.", by=cast.amina)
    parts = [part.id for part, _ticked in amina.get(f"{own}dossier/").context["parts"]]
    answer = amina.post(f"{own}dossier/", {"mee": parts, "gelezen": "ja"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        text = pack.read("inzage.txt").decode()
    assert "Samir Bouali slaapt in de loods." in text
    assert not any(word in text for word in ("Vries", "12345678"))


def test_nothing_goes_unread_or_empty_and_giving_again_replaces(cast, case, asked, signed_in):
    found, chris = find_case(asked, case), signed_in(cast.chris)
    unread = give(chris, case, found, gelezen="")
    assert (unread.status_code, "Lees elk stuk" in unread.content.decode()) == (422, True)
    empty = give(chris, case, found, mee=[])
    assert (empty.status_code, "Kies ten minste" in empty.content.decode()) == (422, True)
    assert not RequestPiece.objects.exists()
    give(chris, case, found)
    give(chris, case, found)
    assert RequestPiece.objects.count() == 1
    chris.post(look_at(case, found), {"go": "no"})
    found.refresh_from_db()
    assert found.concerns is False
    assert not RequestPiece.objects.exists()


def test_after_the_decision_nothing_changes(cast, case, asked, signed_in):
    found = find_case(asked, case)
    oversight.decide_request(asked, decision="refused", answer="Niet te vinden.", by=cast.amina)
    with pytest.raises(cases.NotPossible):
        services.leave(found, by=cast.chris)
    assert signed_in(cast.chris).get(look_at(case, found)).status_code == 404


def test_who_does_not_lead_the_case_sees_nothing_of_it(cast, case, asked, signed_in):
    found = find_case(asked, case)
    let_in(case, cast.dewi, purpose="help")
    let_in(case, cast.loes, case.tracks.get(), writes=True)
    for person in (cast.amina, cast.dewi, cast.loes, cast.mo, cast.els):
        assert signed_in(person).get(look_at(case, found)).status_code == 404
    assert "eigen gegevens" not in signed_in(cast.dewi).get(f"/werk/casussen/{case.pk}/").content.decode()
    other = make_case(cast.chris)
    assert signed_in(cast.chris).get(look_at(other, found)).status_code == 404


def test_the_answer_on_a_number_is_the_same_whether_there_is_such_a_case(cast, case, asked, signed_in):
    amina, path = signed_in(cast.amina), f"/werk/toezicht/verzoeken/{asked.pk}/casus/"
    theirs = make_case(cast.els)
    said = []
    for number in (case.number, "C-000000", theirs.number, "onzin"):
        answer = amina.post(path, {"casus": number}, follow=True)
        said.append([str(each) for each in answer.context["messages"]])
    assert said == [["Is er een casus met dit nummer, dan krijgt de regisseur bericht."]] * 4
    assert [each.case for each in RequestCase.objects.all()] == [case]


def test_looking_and_giving_stand_on_the_trace(cast, case, asked, signed_in):
    found = find_case(asked, case)
    give(signed_in(cast.chris), case, found)
    lines = {(each.verb, each.kind) for each in Trace.objects.filter(why__contains=asked.number)}
    assert {("found", "case"), ("concerns", "case")} <= lines
    assert Trace.objects.filter(verb="seen", kind="request", actor=str(cast.chris.pk), why=case.number).exists()
    assert "Stukken voor inzage gegeven" in signed_in(cast.gerda).get("/werk/toezicht/").content.decode()


def test_what_was_given_goes_with_the_case_and_with_the_request(cast, case, asked):
    found = find_case(asked, case)
    services.give(found, [("Spoor", SAID)], by=cast.chris)
    asked.delete()
    assert not RequestPiece.objects.exists()
