"""No legal term passes in silence: it stands on the first page of two people, until somebody says what happened or why it does not hold."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.care import access, clocks, services
from baken.care.models import CareFile, TermSetAside
from baken.care.tests.make import make_care_file, make_happening
from baken.catalogue import load
from baken.coordination.services import NotPossible
from baken.deadlines import Light, State

HOME = "/werk/hulp/"
TERM = "bedenktijd_max"


@pytest.fixture
def dewi(cast, signed_in):
    return signed_in(cast.dewi)


def clock(file, term=TERM):
    return next(each for each in clocks.clocks_of([file])[file.pk] if each.term.slug == term)


def late(by):
    """A file in which the reflection period ended long ago, and nobody wrote down how."""
    file = make_care_file(by)
    make_happening(file, on=timezone.localdate() - timedelta(days=200))
    return file


def test_a_term_begins_when_somebody_writes_down_what_happened(cast, dewi):
    file = make_care_file(cast.dewi)
    assert clock(file).state is State.WAITING
    today = timezone.localdate().isoformat()
    dewi.post(f"{HOME}{file.pk}/gebeurtenis/", {"event": "aangeboden_bedenktijd", "on": today})
    assert clock(file).state is State.RUNNING
    page = dewi.get(f"{HOME}{file.pk}/termijnen/").content.decode()
    assert load().deadlines[TERM].title.say("nl") in page
    assert "nog niet bevestigd" in page


def test_without_a_day_the_clock_says_that_it_is_missing(cast, dewi):
    file = make_care_file(cast.dewi)
    dewi.post(f"{HOME}{file.pk}/gebeurtenis/", {"event": "aangeboden_bedenktijd", "on": ""})
    assert clock(file).state is State.DATE_MISSING
    assert "De datum ontbreekt" in dewi.get("/werk/").content.decode()


def test_what_is_missed_stands_on_the_first_page_of_two_people(cast, signed_in):
    other = make_person("Wim Zee", cast.havenstad, Role.CARE_COORDINATOR)
    file = late(cast.dewi)
    leads = signed_in(cast.chris).get("/werk/").content.decode()
    assert file.number in leads
    assert load().deadlines[TERM].title.say("nl") not in leads
    assert file.number not in signed_in(cast.amina).get("/werk/").content.decode()
    assert clock(file).light is Light.ACT
    assert file.number in signed_in(cast.dewi).get("/werk/").content.decode()
    theirs = [each for each in access.files_for(other) if each not in access.mine_of(other)]
    assert {each for each, _clock in clocks.to_act_on(theirs)} == {file}
    assert file.alias not in signed_in(cast.dewi).get("/werk/").content.decode()


def test_a_file_with_something_to_do_today_is_not_closed_until_it_is_settled(cast, dewi):
    file = late(cast.dewi)
    dewi.post(f"{HOME}{file.pk}/afsluiten/", {"seen": file.revision})
    assert not CareFile.objects.get().is_closed
    for each in clocks.missed(clocks.clocks_of([file])[file.pk]):
        services.set_aside(file, each.term.slug, because="Zij ging terug naar haar zus.", by=cast.dewi)
    dewi.post(f"{HOME}{file.pk}/afsluiten/", {"seen": file.revision})
    assert CareFile.objects.get().is_closed


def test_why_a_term_does_not_hold_is_said_and_can_be_taken_back(cast, dewi):
    file, own = late(cast.dewi), f"{HOME}{CareFile.objects.get().pk}/termijnen/"
    assert dewi.post(f"{own}{TERM}/", {"because": ""}).status_code == 422
    dewi.post(f"{own}{TERM}/", {"because": "De bedenktijd is nooit begonnen."})
    assert clock(file).state is State.NOT_APPLICABLE
    assert "De bedenktijd is nooit begonnen." in dewi.get(own).content.decode()
    dewi.post(f"{own}{TERM}/", {"go": "lift"})
    assert clock(file).state is not State.NOT_APPLICABLE
    assert TermSetAside.objects.count() == 1


def test_what_did_not_happen_is_taken_back_and_stays_readable(cast, dewi):
    file = make_care_file(cast.dewi)
    happening = make_happening(file)
    dewi.post(f"{HOME}{file.pk}/gebeurtenis/{happening.pk}/terug/")
    assert clock(file).state is State.WAITING
    assert "Gebeurtenis teruggenomen" in dewi.get(f"{HOME}{file.pk}/").content.decode()


def test_a_municipality_confirms_a_term_and_says_where_it_was_looked_up(cast, dewi):
    file = make_care_file(cast.dewi)
    make_happening(file)
    assert not clock(file).is_confirmed
    own = f"{HOME}termijnen/{TERM}/"
    assert dewi.post(own, {"looked_at": ""}).status_code == 422
    dewi.post(own, {"looked_at": "Verzonnen: gelezen op wetten.overheid.nl."})
    assert clock(file).is_confirmed
    page = dewi.get(f"{HOME}termijnen/").content.decode()
    assert "1 van 44" in page
    with pytest.raises(NotPossible):
        services.confirm_term(TERM, looked_at=" ", by=cast.dewi)


def test_a_day_that_cannot_be_is_refused(cast, dewi):
    file = make_care_file(cast.dewi)
    answer = dewi.post(f"{HOME}{file.pk}/gebeurtenis/", {"event": "aangeboden_bedenktijd", "on": "0202-03-04"})
    assert answer.status_code == 422
    assert not access.happenings_of([file])


def test_a_term_in_hours_asks_for_the_hour(cast, dewi):
    file = make_care_file(cast.dewi)
    dewi.post(f"{HOME}{file.pk}/gebeurtenis/", {"event": "datalek_ontdekt", "on": "2026-11-02", "hour": "23:15"})
    (told,) = access.happenings_of([file])
    assert timezone.localtime(told.moment).hour == 23


def asked(browser):
    """How many questions the list asks, without those for keys, which are remembered outside tests."""
    with CaptureQueriesContext(connection) as found:
        assert browser.get(HOME).status_code == 200
    return len([each for each in found if "privacy_keyset" not in each["sql"]])


def test_the_list_asks_the_same_for_one_file_and_for_many(cast, dewi):
    make_care_file(cast.dewi)
    dewi.get(HOME)
    one = asked(dewi)
    for _ in range(12):
        make_happening(make_care_file(cast.dewi))
    assert asked(dewi) == one
