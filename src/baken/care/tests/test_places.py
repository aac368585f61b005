"""Where somebody sleeps stands in their file; a placement is put with it by who gives care."""

import pytest

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.care import access
from baken.care.models import CareFile
from baken.care.tests.make import make_care_file
from baken.privacy import retention
from baken.shelter.tests.make import make_place, make_placement, make_shelter


@pytest.fixture
def dewi(cast, signed_in):
    return signed_in(cast.dewi)


@pytest.fixture
def placement(cast):
    shelter = make_shelter(cast.dewi, cast.mo.organisation)
    return make_placement(make_place(shelter, cast.dewi), cast.dewi)


def test_a_placement_is_put_with_a_file_and_both_show_it(cast, dewi, placement):
    file, page = make_care_file(cast.dewi), f"/werk/opvang/plaatsing/{placement.pk}/"
    assert file.number in dewi.get(page).content.decode()
    answer = dewi.post(f"/werk/hulp/plaatsing/{placement.pk}/", {"file": file.pk})
    assert answer["Location"] == f"/werk/hulp/{file.pk}/"
    assert placement.number in dewi.get(f"/werk/hulp/{file.pk}/").content.decode()
    assert "Bij dossier" in dewi.get(page).content.decode()


@pytest.mark.parametrize("chosen", ["", "geen-dossier", "00000000-0000-0000-0000-000000000000"])
def test_what_is_no_file_of_hers_is_refused(cast, dewi, placement, chosen):
    make_care_file(cast.dewi)
    answer = dewi.post(f"/werk/hulp/plaatsing/{placement.pk}/", {"file": chosen}, follow=True)
    assert "Kies een dossier uit de lijst." in answer.content.decode()
    placement.refresh_from_db()
    assert placement.subject_id == ""


def test_a_secret_file_is_not_told_to_a_colleague(cast, dewi, signed_in, placement):
    file = make_care_file(cast.dewi, secret=True)
    dewi.post(f"/werk/hulp/plaatsing/{placement.pk}/", {"file": file.pk})
    make_person("Wim Zee", cast.havenstad, Role.CARE_COORDINATOR)
    page = signed_in(cast.mo).get(f"/werk/opvang/plaatsing/{placement.pk}/").content.decode()
    assert CareFile.objects.get().number not in page


def test_a_file_that_is_destroyed_is_no_longer_named(cast, dewi, placement):
    file = make_care_file(cast.dewi)
    dewi.post(f"/werk/hulp/plaatsing/{placement.pk}/", {"file": file.pk})
    retention.say_gone(access.KIND, [file.pk])
    placement.refresh_from_db()
    assert placement.subject_id == ""
