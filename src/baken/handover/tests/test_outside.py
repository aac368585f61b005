"""Amina rang the police an hour ago. "Doorgestuurd" is not a box to tick: she says to whom, why and on which ground."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.handover.tests.make import TO_POLICE, WHY, address, look, report_with_names, send
from baken.sharing.models import Disclosure
from baken.signals.models import Report, Weighing

OUTSIDE = TO_POLICE | {"place": "buiten"}


@pytest.fixture
def report(cast):
    return report_with_names(cast.havenstad)


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


def told(**more):
    return {
        **WHY,
        "parts": [],
        "given_on": str(timezone.localdate()),
        "told": "Dat er mannen in de loods slapen.",
    } | more


def test_sent_on_is_not_picked_by_hand(cast, amina, report):
    assert 'value="sent_on"' not in amina.get(address(report, "")).content.decode()
    form = {"weging-agrees": "yes", "weging-outcome": "sent_on", "weging-reason": "Gebeld.", "weging-seen": "0"}
    assert amina.post(address(report, "wegen/"), form).status_code == 422
    assert Weighing.objects.count() == 0


def test_what_was_given_by_phone_comes_in_the_register_and_the_status_follows(cast, amina, report):
    yesterday = timezone.localdate() - timedelta(days=1)
    answer, shown = send(amina, report, OUTSIDE, told(given_on=str(yesterday)))
    given = Disclosure.objects.get()
    assert "Dat er mannen in de loods slapen." in shown
    assert "paspoorten" not in shown  # nothing of the report itself
    assert (given.outside, given.direct, given.recipient, given.ground) == (True, False, "police", "public-task")
    assert (given.parts, given.shown, given.organisation) == ([], [], "Team Mensenhandel")
    assert Report.objects.get().status == "sent_on"
    assert Weighing.objects.get().reason.startswith(given.number)
    page = amina.get(answer["Location"]).content.decode()
    assert "Buiten Baken om; hier later vastgelegd" in page
    assert "Maak het versleutelde bestand" not in page
    assert amina.post(f"{answer['Location']}bestand/").status_code == 404


def test_names_that_were_told_stand_in_the_register_as_told(cast, amina, report):
    send(amina, report, OUTSIDE, told(told="Jan de Vries, kenteken 12-ABC-3."))
    assert Disclosure.objects.get().shown == ["person", "plate"]


def test_a_ground_that_forbids_it_says_so_and_leads_to_the_privacy_officer(cast, amina, report):
    route = OUTSIDE | {"ground": "no-personal-data", "purpose": "advice"}
    said = told(told="Jan de Vries woont daar.", unrecognisable="on")
    page, shown, _ = look(amina, report, route, said)
    assert (page.status_code, shown) == (422, "")
    assert "dit kan een datalek zijn" in page.content.decode()
    assert Disclosure.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"told": ""}, "Schrijf op wat je doorgaf."), ({"given_on": "x"}, "Dit is geen dag."), ({"given_on": ""}, "Kies een dag."),
        ({"given_on": "2999-01-01"}, "Deze dag moet nog komen."), ({"necessity": ""}, "Vul in waarom delen nodig is."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_nothing_typed_is_lost(cast, amina, report, changed, why):
    page, _, _ = look(amina, report, OUTSIDE, told(subsidiarity="Nodig vandaag.") | changed)
    assert page.status_code == 422
    assert why in page.content.decode()
    assert "Nodig vandaag." in page.content.decode()


def test_an_organisation_is_asked_outside_baken_too(cast, amina, report):
    page = amina.post(address(report), {"step": "route", **OUTSIDE, "organisation": ""})
    assert "Vul in welke organisatie of welk team het krijgt." in page.content.decode()


def test_back_and_forth_keeps_what_was_typed(cast, amina, report):
    _, _, answers = look(amina, report, OUTSIDE, told())
    page = amina.post(address(report), {**answers, "step": "look", "go": "what"}).content.decode()
    assert "Dat er mannen in de loods slapen." in page
    assert "Op welke dag gaf je het door?" in page
