"""A new link is told in words in the row of the inbox, until this person saw it or somebody decided."""

import re

import pytest
from django.conf import settings

from baken.accounts.models import Ground
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.links import access, services
from baken.links.models import ReportLink
from baken.links.tests.make import make_ground, tell

VAN = "Een witte bus met kenteken 12-BCD-3 haalt elke ochtend acht mannen op."
SEEN = "De bus (12BCD3) stond vannacht weer voor de loods."


@pytest.fixture
def havenstad(cast):
    make_ground(cast.havenstad)
    return cast.havenstad


def marked(browser, query=""):
    """The numbers of the reports in whose row a new link is told."""
    html = browser.get(f"/werk/meldingen/{query}").content.decode()
    rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    return {re.search(r"M-[0-9A-F]{6}", row)[0] for row in rows if '<span class="tag">nieuw verband</span>' in row}


def test_both_reports_of_a_new_link_say_so_until_amina_opens_one_of_them(cast, havenstad, signed_in):
    amina = signed_in(cast.amina)
    first, other = tell(havenstad, VAN), tell(havenstad, "Er is iets met een boot.")
    assert marked(amina) == set()
    second = tell(havenstad, SEEN)
    assert marked(amina) == {first.number, second.number}
    amina.get(f"/werk/meldingen/{other.pk}/")
    assert marked(amina) == {first.number, second.number}
    amina.get(f"/werk/meldingen/{second.pk}/")
    assert marked(amina) == set()
    third = tell(havenstad, "Weer die bus met 12-BCD-3.")
    assert marked(amina) == {first.number, second.number, third.number}


def test_a_colleague_who_did_not_look_still_sees_the_mark(cast, havenstad, signed_in):
    piet = make_person("Piet Zandstra", havenstad, Role.FOCAL_OFFICER)
    first, second = tell(havenstad, VAN), tell(havenstad, SEEN)
    signed_in(cast.amina).get(f"/werk/meldingen/{first.pk}/")
    assert marked(signed_in(cast.amina)) == set()
    assert access.marked_new(piet, [first.pk, second.pk]) == {first.pk, second.pk}


def test_what_somebody_decided_about_is_not_new_to_anybody(cast, havenstad, signed_in):
    tell(havenstad, VAN), tell(havenstad, SEEN)
    piet = make_person("Piet Zandstra", havenstad, Role.FOCAL_OFFICER)
    services.decide(ReportLink.objects.get(), verdict="not_same", reason="Andere bus", seen=0, by=piet)
    assert marked(signed_in(cast.amina)) == set()


def test_without_a_ground_any_more_and_in_another_municipality_nothing_is_marked(cast, havenstad, signed_in):
    first, second = tell(havenstad, VAN), tell(havenstad, SEEN)
    assert access.marked_new(cast.els, [first.pk, second.pk]) == set()
    assert marked(signed_in(cast.els)) == set()
    ground = Ground.objects.get(municipality=havenstad)
    Ground.objects.filter(pk=ground.pk).update(ended_at=ground.recorded_at)
    assert ReportLink.objects.exists()
    assert marked(signed_in(cast.amina)) == set()


def test_the_mark_is_in_the_language_of_who_reads(cast, havenstad, signed_in):
    tell(havenstad, VAN), tell(havenstad, SEEN)
    amina = signed_in(cast.amina)
    amina.cookies[settings.LANGUAGE_COOKIE] = "en"
    assert '<span class="tag">new link</span>' in amina.get("/werk/meldingen/").content.decode()
