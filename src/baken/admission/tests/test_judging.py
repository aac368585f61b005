"""Letting in goes by the same rule as giving: what a ground forbids is refused with its reason, in one sentence."""

import pytest

from baken.accounts import services as accounts
from baken.accounts.models import User
from baken.admission import letting
from baken.admission.tests.make import let_in
from baken.coordination import access
from baken.coordination.models import CaseGrant
from baken.coordination.tests.make import make_case, make_track
from baken.partners import services as partners
from baken.partners.models import PartnerEntry
from baken.sharing import services as sharing


@pytest.fixture
def case(cast):
    return make_case(cast.chris)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"purpose": "enforcement"}, "verbiedt dit: Delen om handhaving"),
        ({"purpose": "placement"}, "alleen delen voor: hulp geven"),
        ({"ground": "no-personal-data"}, "verbiedt dit: Namen"),
        ({"ground": "veilig-thuis", "purpose": "own-task"}, "geldt niet voor delen met: Zorg- of hulporganisatie"),
        ({"ground": "vital-interest", "purpose": "protect"}, "Te bevestigen door de gemeente"),
        ({"ground": "consent"}, "toestemming"),
        ({"ground": "geen-grondslag"}, "Kies een grondslag uit de lijst"),
    ],
)
def test_loes_of_a_partner_is_not_let_in_on_what_a_ground_does_not_allow(cast, case, values, why):
    with pytest.raises(letting.NotPossible, match=why):
        let_in(case, cast.loes, make_track(case), **values)
    assert not CaseGrant.objects.exists()


def test_no_partner_sees_a_whole_file(cast, case):
    with pytest.raises(letting.NotPossible, match="Het hele dossier"):
        let_in(case, cast.loes)


def test_what_the_municipality_confirmed_opens_the_way(cast, case):
    track = make_track(case)
    sharing.decide_ground("vital-interest", "care-partner", holds=True, reference="Besluit 1.", by=cast.gerda)
    given = let_in(case, cast.loes, track, ground="vital-interest", purpose="protect")
    assert (given.recipient, given.organisation) == ("care-partner", cast.loes.organisation)


def test_a_colleague_needs_no_outside_route(cast, case):
    given = let_in(case, cast.dewi, ground="consent", purpose="enforcement")
    assert given.recipient == ""
    assert access.read_whole(cast.dewi, case.pk).sight.whole


def test_a_partner_that_no_ground_knows_is_refused_and_so_is_who_has_none(cast, case):
    track = make_track(case)
    PartnerEntry.objects.update(recipient="")
    with pytest.raises(letting.NotPossible, match="Vul die eerst in bij Partners"):
        let_in(case, cast.loes, track)
    accounts.set_organisation(cast.mo, organisation=None, by=cast.farid)
    with pytest.raises(letting.NotPossible, match="Vul die eerst in bij Partners"):
        let_in(case, User.objects.get(pk=cast.mo.pk), track)


def test_els_of_another_municipality_comes_in_when_the_ground_was_confirmed(cast, case):
    track = make_track(case)
    with pytest.raises(letting.NotPossible, match="Te bevestigen"):
        let_in(case, cast.els, track)
    sharing.decide_ground("public-task", "municipality", holds=True, reference="Besluit 2.", by=cast.gerda)
    assert let_in(case, cast.els, track).recipient == "municipality"


def test_who_goes_to_another_partner_sees_nothing_of_the_case_any_more(cast, case):
    let_in(case, cast.loes, make_track(case))
    assert list(access.cases_for(cast.loes)) == [case]
    accounts.set_organisation(cast.loes, organisation=cast.mo.organisation, by=cast.farid)
    loes = User.objects.get(pk=cast.loes.pk)
    assert list(access.cases_for(loes)) == []
    assert not access.sight_of(loes, case).case


def test_the_page_says_why_in_one_sentence(cast, case, signed_in):
    track = make_track(case)
    told = {"user": cast.loes.pk, "scope": track.pk, "purpose": "enforcement", "ground": "wmo-execution",
            "until": "2026-12-31", "reason": "Controle."}  # fmt: skip
    page = signed_in(cast.chris).post(f"/werk/casussen/{case.pk}/wie/toelaten/", told)
    assert page.status_code == 422
    assert "Deze grondslag verbiedt dit: Delen om handhaving" in page.content.decode()


def test_a_partner_that_left_the_list_gets_no_new_access(cast, case):
    partners.retire(PartnerEntry.objects.get(organisation=cast.loes.organisation), by=cast.chris)
    with pytest.raises(letting.NotPossible, match="Vul die eerst in bij Partners"):
        let_in(case, cast.loes, make_track(case))
