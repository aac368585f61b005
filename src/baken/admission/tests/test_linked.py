"""A report that shares something with a report of a case is told to who directs the case: that it does, not what."""

import pytest

from baken.admission.tests.make import let_in
from baken.coordination import access, linked
from baken.coordination.tests.make import make_case, make_track
from baken.links import services
from baken.links.models import ReportLink
from baken.links.tests.make import make_ground, tell


@pytest.fixture
def case(cast):
    """A case of one report; then another with the same plate comes in."""
    make_ground(cast.havenstad)
    case = make_case(cast.chris, report=tell(cast.havenstad, "Busje met kenteken 12-BCD-3 bij de loods."))
    tell(cast.havenstad, "Weer dat busje, 12-BCD-3, nu bij de haven.")
    return case


def test_chris_hears_of_it_once(cast, case, signed_in):
    assert linked.with_new_links(cast.chris) == [case]
    chris = signed_in(cast.chris)
    assert "Nieuw verband in een casus" in chris.get("/werk/").content.decode()
    page = chris.get(f"/werk/casussen/{case.pk}/").content.decode()
    assert "Kenteken" in page
    assert "12-BCD-3" not in page
    assert linked.with_new_links(cast.chris) == []
    assert "Kenteken" in chris.get(f"/werk/casussen/{case.pk}/").content.decode()


def test_loes_who_sees_a_track_does_not(cast, case):
    let_in(case, cast.loes, make_track(case))
    assert linked.linked(access.read_case(cast.loes, case.pk)) == []


def test_what_is_not_the_same_is_not_told(cast, case):
    services.decide(ReportLink.objects.get(), verdict="not_same", reason="Ander busje.", seen=0, by=cast.amina)
    assert linked.with_new_links(cast.chris) == []
    assert linked.linked(access.read_case(cast.chris, case.pk)) == []


def test_nothing_without_the_ground_of_the_municipality(cast):
    make_case(cast.chris, report=tell(cast.havenstad, "Busje met kenteken 12-BCD-3 bij de loods."))
    tell(cast.havenstad, "Weer dat busje, 12-BCD-3.")
    assert linked.with_new_links(cast.chris) == []
