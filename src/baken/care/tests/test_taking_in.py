"""At 23:00 Dewi takes somebody in: three answers are enough, what may not wait comes first, and nobody else sees it."""

import re

import pytest
from django.http import Http404

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.admission.tests.make import let_in
from baken.care import access, services
from baken.care.models import CareFile, FileEvent, RouteChoice
from baken.care.tests.make import make_care_file
from baken.coordination.services import Changed, NotPossible
from baken.coordination.tests.make import make_case, make_track
from baken.privacy.models import Trace

HOME = "/werk/hulp/"


@pytest.fixture
def dewi(cast, signed_in):
    return signed_in(cast.dewi)


def fill_in(browser, **said):
    page = browser.get(f"{HOME}nieuw/").content.decode()
    form = re.search(r'name="form" value="([^"]+)"', page)[1]
    return browser.post(f"{HOME}nieuw/", {"danger": "no", "minor": "no", "alias": "Vrouw A", "form": form} | said)


def test_three_answers_are_enough(cast, dewi):
    answer = fill_in(dewi)
    file = CareFile.objects.get()
    assert answer["Location"] == f"{HOME}{file.pk}/route/"
    assert file.answers == {"immediate_danger": False, "possibly_minor": False}
    assert file.coordinator == cast.dewi
    assert [each.kind for each in file.fileevents.all()] == ["care opened"]


def test_in_danger_the_first_call_stands_on_top_and_nothing_more_is_asked(dewi):
    page = dewi.get(fill_in(dewi, danger="yes")["Location"]).content.decode()
    assert "In gevaar." in page
    assert "112" in page
    assert "Er gaat nu iets voor" in page
    assert "in gevaar" in dewi.get(HOME).content.decode()


@pytest.mark.parametrize("said", ["yes", "unknown"])
def test_who_may_be_a_child_is_treated_as_one(dewi, said):
    fill_in(dewi, minor=said)
    page = dewi.get(f"{HOME}{CareFile.objects.get().pk}/route/").content.decode()
    assert "R03" in page


def test_what_is_missing_is_said_and_nothing_typed_is_lost(dewi):
    answer = fill_in(dewi, alias="", situation="Staat op het station.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Geef een schuilnaam" in page
    assert "Staat op het station." in page
    assert not CareFile.objects.exists()


def test_the_same_form_sent_twice_is_one_file(cast):
    taken = services.Taken(form="x" * 24, alias="Vrouw A")
    assert services.take_in(taken, by=cast.dewi) == services.take_in(taken, by=cast.dewi)


def test_nobody_else_sees_it(cast, signed_in):
    file = make_care_file(cast.dewi, situation="Zij slaapt bij haar zus.")
    for name in "amina bram chris farid gerda loes mo els".split():
        assert signed_in(getattr(cast, name)).get(f"{HOME}{file.pk}/").status_code == 403, name
    elsewhere = make_person("Wim Zee", cast.duindorp, Role.CARE_COORDINATOR)
    assert not access.files_for(elsewhere).exists()


def test_a_secret_file_is_not_there_for_another_care_coordinator(cast):
    other = make_person("Wim Zee", cast.havenstad, Role.CARE_COORDINATOR)
    open_one, secret = make_care_file(cast.dewi), make_care_file(cast.dewi, secret=True)
    assert list(access.files_for(other)) == [open_one]
    with pytest.raises(Http404):
        access.read_file(other, secret.pk)
    assert Trace.objects.filter(verb="refused", record=str(secret.pk)).exists()


def test_the_page_says_with_whom_one_may_speak_and_how(cast, dewi):
    file = make_care_file(cast.dewi, contact={"words": "Zeg dat je van de tandarts bent."})
    page = dewi.get(f"{HOME}{file.pk}/").content.decode()
    assert "Zeg dat je van de tandarts bent." in page
    assert "Niets afgesproken" in dewi.get(f"{HOME}{make_care_file(cast.dewi).pk}/").content.decode()


def test_two_at_once_both_keep_what_they_typed(cast, dewi):
    file = make_care_file(cast.dewi)
    services.edit(file, seen=0, by=cast.dewi, alias="Vrouw B")
    answer = dewi.post(f"{HOME}{file.pk}/wijzigen/", {"alias": "Vrouw C", "seen": 0})
    assert answer.status_code == 409
    assert "Vrouw C" in answer.content.decode()
    assert CareFile.objects.get().alias == "Vrouw B"
    assert 'name="seen" value="1"' in answer.content.decode()
    dewi.post(f"{HOME}{file.pk}/wijzigen/", {"alias": "Vrouw C", "seen": 1})
    assert CareFile.objects.get().alias == "Vrouw C"


def test_the_route_asks_until_it_is_clear_and_an_answer_can_be_taken_back(cast, dewi):
    file = make_care_file(cast.dewi)
    first = dewi.get(f"{HOME}{file.pk}/route/").content.decode()
    assert 'name="answer"' in first
    services.answer(file, "status", "dutch", by=cast.dewi)
    page = dewi.get(f"{HOME}{file.pk}/route/").content.decode()
    assert "?vraag=status" in page
    dewi.post(f"{HOME}{file.pk}/route/status/terug/")
    assert "status" not in CareFile.objects.get().answers


def test_an_answer_that_is_none_is_refused(cast, dewi):
    file = make_care_file(cast.dewi)
    answer = dewi.post(f"{HOME}{file.pk}/route/?vraag=age", {"answer": "ongeveer twintig"})
    assert answer.status_code == 422
    assert "vraagteken" in answer.content.decode()
    dewi.post(f"{HOME}{file.pk}/route/?vraag=age", {"answer": "?"})
    assert CareFile.objects.get().answers["age"] == "unknown"


def test_another_way_needs_a_reason_and_the_answers_stay_with_the_choice(cast, dewi):
    file = make_care_file(cast.dewi)
    own = f"{HOME}{file.pk}/route/kiezen/"
    assert dewi.post(own, {"follows": "no", "why": "", "seen": 0}).status_code == 422
    assert dewi.post(own, {"follows": "no", "why": "Zij wil bij haar zus blijven.", "seen": 0}).status_code == 302
    made = RouteChoice.objects.get()
    assert (made.follows, made.chosen) == (False, "Zij wil bij haar zus blijven.")
    assert made.kept == file.answers
    assert "Zij wil bij haar zus blijven." in dewi.get(f"{HOME}{file.pk}/").content.decode()


def test_a_colleague_gets_the_file_and_hears_it_without_content(cast):
    other = make_person("Wim Zee", cast.havenstad, Role.CARE_COORDINATOR)
    file = make_care_file(cast.dewi)
    services.hand_to(file, other, by=cast.dewi)
    assert CareFile.objects.get().coordinator == other
    with pytest.raises(NotPossible):
        services.hand_to(file, cast.loes, by=cast.dewi)


def test_a_file_that_is_closed_takes_nothing_more_until_it_is_opened_again(cast):
    file = make_care_file(cast.dewi, closed=True)
    with pytest.raises(NotPossible):
        services.edit(file, seen=file.revision, by=cast.dewi, alias="x")
    services.reopen(file, by=cast.dewi)
    with pytest.raises(Changed):
        services.close(file, by=cast.dewi, seen=0)
    assert not CareFile.objects.get().is_closed


def test_help_begins_beside_the_case_for_who_gives_it_and_sees_the_track(cast, signed_in):
    case = make_case(cast.chris)
    track = make_track(case)
    let_in(case, cast.dewi, track)
    page = signed_in(cast.dewi).get(f"/werk/casussen/{case.pk}/").content.decode()
    assert f"{HOME}nieuw/?spoor={track.pk}" in page
    make_care_file(cast.dewi, track=track)
    page = signed_in(cast.dewi).get(f"/werk/casussen/{case.pk}/").content.decode()
    assert "Vrouw A" in page
    assert "Vrouw A" not in signed_in(cast.chris).get(f"/werk/casussen/{case.pk}/").content.decode()


def test_the_timeline_tells_what_was_done_in_words(cast):
    file = make_care_file(cast.dewi)
    services.answer(file, "status", "dutch", by=cast.dewi)
    assert {each.words for each in FileEvent.objects.filter(file=file)} == {
        "Geopend",
        "Vraag van de route beantwoord",
    }


def test_a_double_click_on_closing_closes_once_and_nothing_breaks(cast, dewi):
    file = make_care_file(cast.dewi)
    for _ in range(2):
        assert dewi.post(f"{HOME}{file.pk}/afsluiten/", {"seen": file.revision}).status_code == 302
    assert dewi.post(f"{HOME}{file.pk}/route/status/terug/").status_code == 302
    assert dewi.post(f"{HOME}{file.pk}/termijnen/bedenktijd_max/", {"go": "lift"}).status_code == 422
    assert [each.kind for each in FileEvent.objects.filter(file=file)].count("care closed") == 1
