"""A victim agrees, per receiver and purpose; when she no longer does, it works everywhere in the same moment."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from baken.admission import letting, standing
from baken.admission.tests.make import let_in
from baken.consent import access, ages, holding, services
from baken.consent.blocks import BLOCKS
from baken.consent.models import Consent
from baken.consent.tests.make import agree, let_in_on_consent, said
from baken.coordination import access as cases
from baken.coordination.models import CaseGrant
from baken.coordination.seeing import Why
from baken.coordination.tests.make import make_case, make_track
from baken.partners import services as partners
from baken.partners.models import PartnerEntry
from baken.sharing import services as sharing

ADDRESS = "/werk/casussen/{}/toestemming/"


@pytest.fixture
def case(cast):
    return make_case(cast.chris)


@pytest.fixture
def victim(case):
    return make_track(case)


def test_loes_comes_in_when_the_victim_agreed_and_not_before(cast, case, victim):
    with pytest.raises(letting.NotPossible, match="geen toestemming vastgelegd voor Slachtoffer A"):
        let_in_on_consent(case, cast.loes, victim)
    agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    assert cases.read_case(cast.loes, case.pk).tracks == [victim]


def test_what_is_withdrawn_gives_nothing_in_the_same_moment(cast, case, victim, signed_in):
    consent = agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    loes, page = signed_in(cast.loes), f"/werk/casussen/{case.pk}/"
    assert loes.get(page).status_code == 200
    services.withdraw(consent, words="Ik wil het niet meer.", by=cast.chris)
    services.withdraw(consent, words="Nog eens.", by=cast.chris)
    assert loes.get(page).status_code == 404
    assert list(cases.cases_for(cast.loes)) == []
    grant = CaseGrant.objects.get()
    assert grant.revoked_by == cast.chris
    assert {each.kind for each in cases.events_of(cases.look(cast.chris, case.pk))} >= {
        "consent withdrawn",
        "revoked",
    }
    assert Consent.objects.get().withdrawn_words == "Ik wil het niet meer."


def test_nothing_has_to_be_told_for_that(cast, case, victim):
    """The row alone is enough: also when somebody would write it past the service."""
    agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    Consent.objects.update(withdrawn_at=timezone.now())
    assert not cases.sight_of(cast.loes, case).case
    assert list(cases.cases_for(cast.loes)) == []


def test_as_long_as_no_room_says_so_consent_gives_nothing(cast, case, victim, monkeypatch):
    agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    monkeypatch.setattr("baken.coordination.resting._rests", [])
    assert not cases.sight_of(cast.loes, case).case


def test_access_on_another_ground_stays(cast, case, victim):
    consent = agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    let_in(case, cast.loes, victim)
    services.withdraw(consent, words="", by=cast.chris)
    assert cases.sight_of(cast.loes, case).sees(victim.pk)


def test_consent_for_a_kind_of_partner_is_for_each_of_that_kind_and_nobody_else(cast, case, victim):
    agree(victim)
    let_in_on_consent(case, cast.loes, victim)
    with pytest.raises(letting.NotPossible, match="geen toestemming"):
        let_in_on_consent(case, cast.mo, victim)
    agree(victim, user=cast.mo, recipient="shelter", purpose="placement")
    with pytest.raises(letting.NotPossible, match="geen toestemming"):
        let_in_on_consent(case, cast.mo, victim)
    let_in_on_consent(case, cast.mo, victim, purpose="placement")


def test_who_may_be_given_something_does_not_read_along_by_itself(cast, case, victim):
    agree(victim, user=cast.loes, reads_along=False)
    with pytest.raises(letting.NotPossible, match="meelezen"):
        let_in_on_consent(case, cast.loes, victim)


def test_access_ends_with_the_consent(cast, case, victim):
    agree(victim, user=cast.loes, days=10)
    with pytest.raises(letting.NotPossible, match="De toestemming geldt tot en met"):
        let_in_on_consent(case, cast.loes, victim, days=11)
    let_in_on_consent(case, cast.loes, victim, days=10)


def test_a_victim_agrees_for_her_own_track_only(cast, case, victim):
    agree(victim, user=cast.loes)
    with pytest.raises(letting.NotPossible, match="spoor van een slachtoffer"):
        let_in_on_consent(case, cast.loes, victim, make_track(case, "suspect", "Verdachte B"))
    with pytest.raises(letting.NotPossible, match="geen toestemming vastgelegd voor Slachtoffer C"):
        let_in_on_consent(case, cast.loes, victim, make_track(case, "victim", "Slachtoffer C"))
    with pytest.raises(services.NotPossible, match="Alleen een slachtoffer"):
        agree(make_track(case, "place", "Loods"))


def test_els_comes_in_on_consent_when_the_municipality_confirmed_it(cast, case, victim):
    agree(victim, recipient="municipality")
    with pytest.raises(letting.NotPossible, match="Te bevestigen"):
        let_in_on_consent(case, cast.els, victim)
    sharing.decide_ground("consent", "municipality", holds=True, reference="Besluit.", by=cast.gerda)
    let_in_on_consent(case, cast.els, victim)
    assert list(cases.cases_for(cast.els)) == [case]


def test_registration_asks_for_consent_in_writing(cast, case, victim):
    entry = PartnerEntry.objects.get(organisation=cast.loes.organisation)
    partners.change(entry, entry.values | {"recipient": "comensha"}, seen=1, by=cast.chris)
    scope = {"ground": "registration-consent", "purpose": "registration"}
    about = {"recipient": "comensha", "purpose": "registration"}
    case.director = cast.dewi
    agree(victim, user=cast.loes, **about)
    with pytest.raises(letting.NotPossible, match="geen toestemming"):
        let_in_on_consent(case, cast.loes, victim, **scope)
    consent = agree(victim, user=cast.loes, written=True, **about)
    let_in_on_consent(case, cast.loes, victim, **scope)
    services.withdraw(consent, words="", by=cast.chris)
    assert list(cases.cases_for(cast.loes)) == []


def test_who_could_see_it_on_a_day_goes_by_the_withdrawal(cast, case, victim):
    consent = agree(victim, user=cast.loes)
    let_in_on_consent(case, cast.loes, victim)
    services.withdraw(consent, words="", by=cast.chris)
    today = timezone.localdate()
    assert Why.GRANT in {each.why for each in standing.who_could(case, today)}  # this morning she saw it
    assert CaseGrant.objects.get().revoked_at.date() <= today


@pytest.mark.parametrize(
    ("age", "known", "why"),
    [
        ("under_12", {}, "Onder 12 jaar"),
        ("under_12", {"agreed_by": "x", "alone": True}, "Onder 12 jaar"),
        ("under_12", {"agreed_by": "Voogd"}, ""),
        ("from_12", {}, "Van 12 tot 16"),
        ("from_12", {"agreed_by": "Voogd"}, ""),
        ("from_12", {"agreed_by": "Voogd", "parents": True}, "Veilig Thuis"),
        ("from_12", {"agreed_by": "Voogd", "parents": True, "consulted": True}, ""),
        ("from_16", {"parents": True}, ""),
    ],
)
def test_who_decides_goes_by_age(age, known, why):
    told = {"agreed_by": "", "alone": False, "parents": False, "consulted": False} | known
    assert why in " ".join(ages.missing(age, **told))
    assert bool(ages.missing(age, **told)) == bool(why)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"blocks": ()}, "onderwerpen"),
        ({"blocks": ("alles",)}, "onderwerpen"),
        ({"days": 400}, "binnen een jaar"),
        ({"given_on": timezone.localdate() + timedelta(days=1)}, "latere dag"),
        ({"recipient": "iedereen"}, "uit de lijst"),
        ({"age": "under_12"}, "vertegenwoordiger"),
    ],
)
def test_blanket_consent_does_not_count(cast, case, victim, values, why):
    with pytest.raises(services.NotPossible, match=why):
        agree(victim, **values)
    assert not Consent.objects.exists()


def test_the_pages(cast, case, victim, signed_in):
    chris, page = signed_in(cast.chris), ADDRESS.format(case.pk)
    asked = chris.get(f"{page}nieuw/").content.decode()
    assert "Wmo 2015 5.3.2" in asked
    today = timezone.localdate()
    told = {"track": victim.pk, "age": "from_12", "to": f"partner:{cast.loes.organisation_id}", "purpose": "help",
            "blocks": ["gezondheid"], "reads_along": "on", "written": "no", "given_on": today.isoformat(),
            "until": (today + timedelta(days=30)).isoformat(), "heard_by": cast.dewi.pk, "said": "Dat is goed."}  # fmt: skip
    refused = chris.post(f"{page}nieuw/", told)
    assert refused.status_code == 422
    assert "Van 12 tot 16 jaar" in refused.content.decode()
    assert chris.post(f"{page}nieuw/", told | {"agreed_by": "Jeugdbeschermer"}).status_code == 302
    listed = chris.get(page).content.decode()
    assert all(
        text in listed for text in ("Stichting De Brug", "Dat is goed.", str(BLOCKS["gezondheid"]), cast.dewi.name)
    )
    assert "Stichting De Brug" in chris.get(f"/werk/casussen/{case.pk}/").content.decode()
    consent = Consent.objects.get()
    assert chris.post(f"{page}{consent.pk}/intrekken/", {"words": "Nee."}).status_code == 302
    assert "Ingetrokken op" in chris.get(page).content.decode()


def test_consent_is_seen_with_its_track_and_whoever_sees_it_can_write_the_withdrawal_down(
    cast, case, victim, signed_in
):
    other = make_track(case, "place", "Loods")
    let_in(case, cast.mo, other)
    let_in(case, cast.loes, victim)
    consent = agree(victim, user=cast.loes)
    page = ADDRESS.format(case.pk)
    assert "De Brug mag mij helpen" not in signed_in(cast.mo).get(page).content.decode()
    with pytest.raises(Http404):
        access.consent_of(cases.look(cast.mo, case.pk), consent.pk)
    loes = signed_in(cast.loes)
    assert "De Brug mag mij helpen" in loes.get(page).content.decode()
    assert loes.get(f"{page}nieuw/").status_code == 404  # she reads, and writes nothing there
    assert loes.post(f"{page}{consent.pk}/intrekken/", {"words": "Zij belde."}).status_code == 302
    assert Consent.objects.get().withdrawn_by == cast.loes


def test_nothing_is_found_for_a_track_of_no_victim(cast, case):
    suspect = make_track(case, "suspect", "Verdachte B")
    assert (
        holding.of_track(suspect, purpose="help", recipient="police", organisation=None, on=timezone.localdate())
        == []
    )
    assert said(cast.chris).age == "from_16"
