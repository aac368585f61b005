"""A placement and who waited go by their own term; a shelter that is out of the register stays while one of them does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.oversight.models import PurgeEntry
from baken.oversight.purge import purge
from baken.oversight.tests.make import confirm_all
from baken.privacy.retention import later
from baken.shelter import placing, services
from baken.shelter.models import HeldNight, Place, Placement, Shelter, WaitingEntry
from baken.shelter.tests.make import make_place, make_placement, make_shelter, make_waiting


@pytest.fixture
def ended(cast):
    """A placement that was refused, and somebody who went off the list: both 13 months ago."""
    shelter = make_shelter(cast.dewi, cast.mo.organisation)
    placement, waited = make_placement(make_place(shelter, cast.dewi), cast.dewi), make_waiting(cast.dewi)
    placing.refuse(placement, refusal="full", text="Toch vol.", seen=1, by=cast.mo)
    placing.stop_waiting(waited, outcome="elsewhere", text="", by=cast.dewi)
    for model in (Placement, WaitingEntry):
        model.objects.update(ended_on=later(timezone.localdate(), -13))
    return shelter


def test_what_is_over_goes_by_its_term_and_what_runs_stays(cast, ended):
    running = make_placement(ended.places.get(), cast.dewi)
    confirm_all(cast.havenstad, cast.amina)
    assert {each.kind: each.count for each in purge(timezone.localdate())} == {"placement": 2}
    assert list(Placement.objects.all()) == [running]
    assert not WaitingEntry.objects.exists()
    assert HeldNight.objects.filter(placement=running).count() == 3


def test_a_shelter_goes_after_its_placements_with_all_that_is_its_own(cast, ended):
    services.make_link(ended, by=cast.dewi)
    services.retire(ended, by=cast.dewi)
    Shelter.objects.update(retired_on=later(timezone.localdate(), -13))
    confirm_all(cast.havenstad, cast.amina)
    Placement.objects.update(ended_on=timezone.localdate() - timedelta(days=1))
    purge(timezone.localdate())
    assert Shelter.objects.exists()  # somebody was there a day ago
    Placement.objects.update(ended_on=later(timezone.localdate(), -13))
    purge(timezone.localdate())
    assert not [model for model in (Shelter, Place, Placement, HeldNight) if model.objects.exists()]
    assert set(PurgeEntry.objects.values_list("kind", flat=True)) == {"placement", "shelter"}
