"""A contact point for colleagues only: chosen on the desk, seen on the desk, and by nobody else."""

from importlib import import_module

import pytest
from django.utils import timezone

from baken.accounts.models import Organisation
from baken.knowledge import access
from baken.knowledge.models import LocalContact
from baken.knowledge.services import review_day
from baken.knowledge.tests.make import CONTACT, make_contact

choice = import_module("baken.knowledge.migrations.0002_contacts_for_colleagues")


def test_bram_chooses_it_and_farid_sees_it_on_his_day_but_els_and_the_site_do_not(cast, signed_in):
    typed = CONTACT | {"shown_to": "colleagues", "order": "1", "revision": "1"}
    typed["review_on"] = review_day(timezone.localdate()).isoformat()
    bram = signed_in(cast.bram)
    assert (
        "Zo zien collega's het"
        in bram.post("/werk/kennis/contact/nieuw/", typed | {"go": "preview"}).content.decode()
    )
    kept = bram.post("/werk/kennis/contact/nieuw/", typed, follow=True).content.decode()
    assert "Alleen collega&#x27;s zien het, op Vandaag." in kept
    assert "alleen collega's</span>" in kept
    assert "/contact/?gemeente=" not in kept
    assert "14 0000" in signed_in(cast.farid).get("/werk/").content.decode()
    assert "14 0000" not in signed_in(cast.els).get("/werk/").content.decode()
    assert access.contacts_of(cast.havenstad) == []


def test_who_works_for_a_partner_is_no_colleague(cast):
    make_contact(cast.amina, shown_to="colleagues")
    assert access.contacts_for_colleagues(cast.amina).count() == 1
    cast.amina.organisation = Organisation.objects.create(region=cast.havenstad.region, name="Opvang (verzonnen)")
    assert access.contacts_for_colleagues(cast.amina).count() == 0


def test_nobody_chose_is_asked_again(cast, signed_in):
    answer = signed_in(cast.bram).post("/werk/kennis/contact/nieuw/", CONTACT | {"shown_to": "", "order": "1"})
    assert answer.status_code == 422
    assert "Kies wie dit contactpunt ziet." in answer.content.decode()
    assert not LocalContact.objects.exists()


@pytest.mark.parametrize(
    ("words", "colleagues"),
    [
        ("Alleen collega's", True),
        ("alleen voor collega’s van de gemeente", True),
        ("Collega's", True),
        ("Inwoners en collega's", False),
        ("Niet alleen collega's", False),
        ("Alleen collega's en partners", False),
        ("Inwoners", False),
        ("", False),
    ],
)
def test_what_was_there_is_for_colleagues_only_when_it_clearly_says_so(words, colleagues):
    assert choice.for_colleagues(words) is colleagues
