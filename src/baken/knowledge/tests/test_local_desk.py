"""The desk: Amina, Bram and Farid write what Havenstad adds; nobody of elsewhere, nothing lost, everything traced."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from baken.knowledge import access, services
from baken.knowledge.models import LocalContact, LocalText
from baken.knowledge.tests.make import CONTACT, TEXT, make_contact, make_text
from baken.privacy import trace
from baken.privacy.models import Trace

NEW = "/werk/kennis/contact/nieuw/"


def typed(**values):
    later = (timezone.localdate() + timedelta(days=90)).isoformat()
    return CONTACT | {"order": "1", "review_on": later, "revision": "1"} | values


def verbs(item):
    return [line.verb for line in Trace.objects.filter(record=str(item.pk)).order_by("number")]


@pytest.fixture
def contact(cast):
    return make_contact(cast.amina)


def test_bram_adds_a_contact_point_and_leaves_a_trace(cast, signed_in):
    assert signed_in(cast.bram).post(NEW, typed()).status_code == 302
    contact = LocalContact.objects.get()
    assert (contact.municipality, contact.changed_by, contact.revision) == (cast.havenstad, cast.bram, 1)
    assert verbs(contact) == ["added"]
    assert trace.breaks() == []


@pytest.mark.parametrize("who", ["chris", "gerda", "hugo", "ilse", "loes"])
def test_without_the_capability_nobody_writes(cast, signed_in, who):
    assert signed_in(getattr(cast, who)).post(NEW, typed()).status_code == 403
    assert LocalContact.objects.count() == 0
    with pytest.raises(PermissionDenied):
        access.local_for(getattr(cast, who), LocalContact)


@pytest.mark.parametrize("tail", ["", "weghalen/", "terugzetten/", "klopt/"])
def test_that_of_another_municipality_does_not_exist(cast, signed_in, contact, tail):
    path = f"/werk/kennis/contact/{contact.pk}/{tail}"
    assert signed_in(cast.els).post(path, typed(name="Van Els")).status_code == 404
    assert signed_in(cast.amina).post(path, typed(name="Van ons")).status_code == 302
    assert contact.name not in signed_in(cast.els).get("/werk/kennis/").content.decode()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": ""}, "Vul de naam van het contactpunt in."),
        ({"phone": "bel maar"}, "Dit is geen telefoonnummer."),
        ({"phone": "", "hours_nl": ""}, "Vul een telefoonnummer, e-mailadres of webadres in."),
        ({"hours_nl": ""}, "Zeg erbij wanneer er iemand opneemt."),
        ({"email": "geen"}, "Dit is geen e-mailadres."),
        ({"url": "javascript:alert(1)"}, "Dit is geen webadres."),
        ({"purpose_nl": "x" * 201}, "Dit is te lang: hooguit 200 tekens. Je hebt er nu 201."),
        ({"review_on": "2020-01-01"}, "Kies een dag na vandaag"),
        ({"order": "0"}, "Kies een getal van 1 tot 99."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_lost(cast, signed_in, values, said):
    answer = signed_in(cast.amina).post(NEW, typed(purpose_en="Typed with care") | values)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('<p class="error"') == 1
    assert said in page
    assert "Typed with care" in page


def test_the_preview_shows_it_with_the_national_text_and_stores_nothing(cast, signed_in):
    values = typed() | TEXT | {"relation": "adds", "go": "preview"}
    page = signed_in(cast.amina).post("/werk/kennis/tekst/nieuw/?bij=setting", values).content.decode()
    assert "Van de gemeente Havenstad" in page
    assert "geef eerste hulp" in page
    assert LocalText.objects.count() == 0


def test_a_text_that_differs_says_why(cast, signed_in):
    values, path = typed() | TEXT | {"relation": "differs"}, "/werk/kennis/tekst/nieuw/?bij=setting"
    browser = signed_in(cast.amina)
    assert "Zeg waarom het hier anders is." in browser.post(path, values).content.decode()
    assert browser.post(path, values | {"reason_nl": "Wij hebben een eigen team."}).status_code == 302
    assert LocalText.objects.get().differs


def test_a_second_text_beside_the_same_part_is_refused_in_words(cast, signed_in):
    make_text(cast.amina)
    values = typed() | TEXT | {"relation": "adds", "text_nl": "Nog een tekst."}
    answer = signed_in(cast.bram).post("/werk/kennis/tekst/nieuw/?bij=setting", values)
    assert answer.status_code == 422
    assert "heeft hier al een tekst bij staan" in answer.content.decode()
    assert "Nog een tekst." in answer.content.decode()


def test_two_people_at_once_the_second_sees_both_and_decides(cast, signed_in, contact):
    path, amina, bram = f"/werk/kennis/contact/{contact.pk}/", signed_in(cast.amina), signed_in(cast.bram)
    assert amina.post(path, typed(phone="14 0001")).status_code == 302
    second = bram.post(path, typed(phone="14 0002"))
    page = second.content.decode()
    assert second.status_code == 409
    assert "14 0001" in page
    assert "14 0002" in page
    contact.refresh_from_db()
    assert contact.phone == "14 0001"
    assert bram.post(path, typed(phone="14 0002", revision="2")).status_code == 302
    contact.refresh_from_db()
    assert (contact.phone, contact.revision) == ("14 0002", 3)


def test_sending_the_same_twice_is_one_change(cast, signed_in, contact):
    path, browser = f"/werk/kennis/contact/{contact.pk}/", signed_in(cast.amina)
    assert [browser.post(path, typed(phone="14 0001")).status_code for _ in range(2)] == [302, 302]
    assert verbs(contact) == ["added", "changed"]


def test_taken_away_is_asked_once_and_can_be_put_back(cast, signed_in, contact):
    path, browser = f"/werk/kennis/contact/{contact.pk}/", signed_in(cast.amina)
    assert "Haal je dit van de site?" in browser.get(f"{path}weghalen/").content.decode()
    browser.post(f"{path}weghalen/", {"revision": "1"})
    assert access.contacts_of(cast.havenstad) == []
    assert contact.name in browser.get("/werk/kennis/?lijst=weggehaald").content.decode()
    browser.post(f"{path}terugzetten/")
    assert access.contacts_of(cast.havenstad) == [contact]
    assert verbs(contact) == ["added", "retired", "brought back"]


def test_what_a_colleague_just_changed_is_not_taken_away_unseen(cast, contact):
    services.change_local(contact, values={"phone": "14 0001"}, revision=1, by=cast.bram)
    with pytest.raises(services.Changed):
        services.retire_local(contact, revision=1, by=cast.amina)


def test_who_changes_what_was_taken_away_is_told(cast, signed_in, contact):
    services.retire_local(contact, revision=1, by=cast.bram)
    answer = signed_in(cast.amina).post(f"/werk/kennis/contact/{contact.pk}/", typed(phone="14 0001"))
    assert answer.status_code == 409
    assert "is dit weggehaald" in answer.content.decode()


def test_putting_back_where_another_came_is_refused(cast, contact):
    services.retire_local(contact, revision=1, by=cast.amina)
    make_contact(cast.amina)
    with pytest.raises(services.AlreadyThere):
        services.bring_back_local(contact, by=cast.amina)


def test_what_is_due_stands_first_and_is_confirmed_with_one_press(cast, signed_in, contact):
    make_contact(cast.amina, name="Altijd eerst", order=1)
    LocalContact.objects.filter(pk=contact.pk).update(review_on=timezone.localdate() - timedelta(days=1))
    browser = signed_in(cast.amina)
    page = browser.get("/werk/kennis/").content.decode()
    assert page.index(contact.name) < page.index("Altijd eerst")
    assert access.due_for(cast.amina, today=timezone.localdate()) == 1
    browser.post(f"/werk/kennis/contact/{contact.pk}/klopt/", {"revision": "1"})
    assert access.due_for(cast.amina, today=timezone.localdate()) == 0


@pytest.mark.parametrize(
    "wrong", [{"phone": ""}, {"hours_nl": ""}],
)  # fmt: skip
def test_the_database_refuses_a_contact_that_nobody_can_reach(cast, wrong):
    with pytest.raises((IntegrityError, services.AlreadyThere)), transaction.atomic():
        make_contact(cast.amina, **wrong)


def test_what_it_is_called_in_a_log_says_nothing_of_it(contact):
    assert contact.name not in str(contact)


def test_the_list_asks_the_same_for_one_and_for_many(cast, signed_in, contact, django_assert_max_num_queries):
    for number in range(12):
        make_contact(cast.amina, name=f"Team {number}")
    browser = signed_in(cast.amina)
    browser.get("/werk/kennis/")
    with django_assert_max_num_queries(8):
        browser.get("/werk/kennis/")
