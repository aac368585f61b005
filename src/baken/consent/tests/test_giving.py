"""Giving from a case: what the ground or the consent does not allow is refused with its reason; the rest stands in a register."""

import csv

import pytest
from django.core import mail
from django.http import Http404

from baken.accounts.tests.make import carry_out
from baken.admission.tests.make import let_in
from baken.consent import access, giving
from baken.consent.compose import TRACK
from baken.consent.services import withdraw
from baken.consent.tests.make import agree, choices, give, hand_over
from baken.coordination import access as cases
from baken.coordination import services as case_services
from baken.coordination.models import Case, Track
from baken.coordination.tests.make import make_case, make_track
from baken.sharing import services as sharing
from baken.sharing.models import Delivery, Disclosure, DisclosureEvent
from baken.sharing.tests.make import make_disclosure

ADDRESS = "/werk/casussen/{}/verstrekken/"


@pytest.fixture
def case(cast):
    return make_case(cast.chris)


@pytest.fixture
def victim(case):
    return make_track(case)


def test_what_the_victim_agreed_to_goes_and_stands_in_the_register(cast, case, victim, signed_in):
    consent = agree(victim, user=cast.loes)
    given = give(case, cast.chris, choices(victim, organisation=cast.loes.organisation))
    assert access.resting_on(consent) == [given]
    page = signed_in(cast.chris).get(f"/werk/casussen/{case.pk}/verstrekkingen/").content.decode()
    assert all(text in page for text in (given.number, "De Brug", "Anders is er geen hulp."))
    assert "Slachtoffer A" in given.content.answers["consent"]
    assert "written-consent" not in given.content.answers  # it was spoken: the register does not say otherwise


def test_what_was_withdrawn_is_not_given_and_who_got_it_is_told(cast, case, victim):
    consent = agree(victim)
    given = give(case, cast.chris, choices(victim))
    withdraw(consent, words="Nee.", by=cast.chris)
    with pytest.raises(sharing.Refused, match="geen toestemming die nu geldt"):
        give(case, cast.chris, choices(victim))
    told = DisclosureEvent.objects.get(disclosure=given)
    assert (told.kind, told.is_notice) == ("withdrawn", True)
    assert "ingetrokken" in told.text


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"blocks": ("gezondheid",)}, "geldt niet voor: gezondheid"),
        ({"purpose": "placement", "recipient": "shelter"}, "geen toestemming"),
        ({"purpose": "enforcement"}, "verbiedt dit"),
        ({"ground": "public-task"}, "geldt niet voor delen met"),
        ({"given": {}}, "waarom delen nodig is"),
        ({"ground": "wmo-execution"}, "waarom het niet met minder kan"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(cast, case, victim, values, why):
    agree(victim)
    with pytest.raises(sharing.Refused, match=why):
        give(case, cast.chris, choices(victim, **values))
    assert not Disclosure.objects.exists()


def test_consent_carries_only_the_own_track(cast, case, victim):
    agree(victim)
    suspect = make_track(case, "suspect", "Verdachte B")
    with pytest.raises(sharing.Refused, match="Van Verdachte B is geen toestemming"):
        give(case, cast.chris, choices(victim, suspect))
    with pytest.raises(sharing.Refused, match="niet het beeld"):
        give(case, cast.chris, choices(victim, parts=(f"{TRACK}{victim.pk}", "picture")))


def test_names_are_hidden_unless_they_are_needed(cast, case):
    track = case_services.add_track(
        case, kind="victim", name="Slachtoffer A", summary="Bel Jan de Vries op 06 12345678.", by=cast.chris
    )
    agree(track)
    given = give(case, cast.chris, choices(track))
    assert "Vries" not in str(given.content.package)
    assert given.shown == []


def test_sent_twice_is_given_once(cast, case, victim):
    agree(victim)
    chosen = choices(victim)
    assert give(case, cast.chris, chosen) == give(case, cast.chris, chosen)
    assert Disclosure.objects.count() == 1


def test_loes_and_who_sees_a_part_give_nothing(cast, case, victim, signed_in):
    let_in(case, cast.loes, victim, writes=True)
    for person in (cast.loes, cast.mo, cast.els):
        assert signed_in(person).get(ADDRESS.format(case.pk)).status_code == 404
    with pytest.raises(Http404):
        cases.read_whole(cast.loes, case.pk)


def test_the_line_of_the_register_is_for_who_sees_the_case_and_the_privacy_officer(cast, case, victim, signed_in):
    agree(victim)
    given = give(case, cast.chris, choices(victim))
    page = f"/werk/doorgegeven/{given.pk}/"
    assert "slaapt in de loods" in signed_in(cast.chris).get(page).content.decode()
    seen = signed_in(cast.gerda).get(page)
    assert seen.status_code == 200
    assert "slaapt in de loods" not in seen.content.decode()
    assert signed_in(cast.amina).get(page).status_code == 404
    made = signed_in(cast.chris).post(f"{page}bestand/", {})
    assert made.status_code == 200
    assert given.number not in signed_in(cast.amina).get("/werk/doorgegeven/").content.decode()
    assert given.number in signed_in(cast.gerda).get("/werk/doorgegeven/").content.decode()


def test_the_privacy_officer_takes_the_register_along_without_content(cast, case, victim, signed_in):
    agree(victim)
    given = give(case, cast.chris, choices(victim))
    answer = signed_in(cast.gerda).get("/werk/doorgegeven/register.csv")
    lines = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [(line["Kenmerk"], line["Waarover"], line["Wat"]) for line in lines] == [
        (given.number, case.number, "Spoor van een slachtoffer")
    ]
    assert "loods" not in answer.getvalue().decode()
    assert signed_in(cast.amina).get("/werk/doorgegeven/register.csv").status_code == 403
    assert signed_in(cast.chris).get("/werk/doorgegeven/register.csv").status_code == 403


def test_three_steps_on_the_page(cast, case, victim, signed_in):
    agree(victim, user=cast.loes)
    chris, page = signed_in(cast.chris), ADDRESS.format(case.pk)
    route = {"step": "route", "to": f"partner:{cast.loes.organisation_id}", "purpose": "help", "ground": "consent"}
    wrong = chris.post(page, route | {"purpose": "enforcement"})
    assert wrong.status_code == 422
    assert "Awb 3:3" in wrong.content.decode()
    chosen = chris.post(page, route)
    assert "Kies wat er meegaat" in chosen.content.decode()
    what = dict(chosen.context["page"].carried) | {"step": "what", "parts": [f"{TRACK}{victim.pk}"], "blocks": ["veiligheid"], "hide": "",
                    "necessity": "Anders is er geen hulp."}  # fmt: skip
    refused = chris.post(page, what | {"blocks": ["gezondheid"]})
    assert refused.status_code == 422
    assert "geldt niet voor: gezondheid" in refused.content.decode()
    look = chris.post(page, what)
    assert "slaapt in de loods" in look.content.decode()
    seal = look.context["page"].seal
    asked = what | {"step": "look", "go": "send"}
    assert chris.post(page, asked | {"seal": "x"}).status_code == 422
    assert chris.post(page, asked | {"seal": seal}).status_code == 302
    assert Disclosure.objects.get().subject_id == str(case.pk)


def test_what_is_withdrawn_while_one_looks_does_not_go(cast, case, victim, monkeypatch):
    consent = agree(victim)
    seen, chosen = cases.look(cast.chris, case.pk), choices(victim)
    made = giving.draft_of(seen, chosen, None)
    assert giving.judge(made, by=cast.chris).allowed
    withdraw(consent, words="Nee.", by=cast.chris)
    with pytest.raises(sharing.Refused):
        giving.give(seen, chosen, None)


def test_a_case_is_handed_over_and_the_giver_sees_that_it_arrived(cast, case, victim, signed_in):
    with pytest.raises(sharing.Refused, match="Te bevestigen"):
        hand_over(case, cast.chris, cast.duindorp, victim)
    sharing.decide_ground("public-task", "municipality", holds=True, reference="Besluit.", by=cast.gerda)
    Case.objects.filter(pk=case.pk).update(urgency="high", main_type="labour")
    given = hand_over(case, cast.chris, cast.duindorp, victim, needed=frozenset())
    delivery = Delivery.objects.get()
    assert ["Urgentie", "Hoog"] in [list(each) for each in delivery.content.facts]
    assert delivery.municipality == cast.duindorp
    els, page = signed_in(cast.els), f"/werk/ontvangen/{delivery.pk}/"
    assert "Neem het over als casus" in els.get(page).content.decode()
    carry_out()
    mail.outbox.clear()
    first, again = els.post(f"{page}als-casus/"), els.post(f"{page}als-casus/")
    assert first.headers["Location"] == again.headers["Location"]
    taken = Case.objects.get(municipality=cast.duindorp)
    assert [(each.kind, each.name, each.summary) for each in Track.objects.filter(case=taken)] == [
        ("victim", victim.name, victim.summary)
    ]
    assert (taken.urgency, taken.main_type) == ("high", "labour")
    assert "Overgenomen van gemeente Havenstad" in taken.picture
    assert "taken over" in {each.kind for each in cases.events_of(cases.look(cast.els, taken.pk))}
    there = {each.kind for each in cases.events_of(cases.look(cast.chris, case.pk))}
    assert {"handed over", "arrived"} <= there
    register = signed_in(cast.chris).get(f"/werk/casussen/{case.pk}/verstrekkingen/").content.decode()
    assert "Overgenomen door de ontvanger" in register
    assert carry_out() == 1
    assert "Slachtoffer" not in mail.outbox[0].subject + mail.outbox[0].body
    assert given.direct
    assert "Naar de casus die hiervan gemaakt is" in els.get(page).content.decode()
    assert signed_in(cast.dewi).get(page).status_code == 404


def test_what_was_sent_as_a_report_is_not_taken_as_a_case(cast, signed_in):
    given = make_disclosure(cast.amina, receiver=cast.duindorp)
    els = signed_in(cast.els)
    assert "als casus" not in els.get(f"/werk/ontvangen/{given.delivery.pk}/").content.decode()
    assert els.post(f"/werk/ontvangen/{given.delivery.pk}/als-casus/").status_code == 404


def test_a_package_without_tracks_becomes_a_case_with_what_it_says(cast, signed_in):
    given = make_disclosure(cast.amina, receiver=cast.duindorp, for_whom="receive_cases")
    answer = signed_in(cast.els).post(f"/werk/ontvangen/{given.delivery.pk}/als-casus/")
    taken = Case.objects.get(municipality=cast.duindorp)
    assert str(taken.pk) in answer.headers["Location"]
    assert "slaapt in de loods" in taken.picture
    assert not Track.objects.filter(case=taken).exists()
