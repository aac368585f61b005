"""What must not go wrong: names and reasons that leak, secrets that come loose or get lost, pages that leave no trace."""

import pytest
from django.http import Http404
from django.utils import timezone

from baken.accounts import past
from baken.accounts.models import RoleGrant, User
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.admission import letting, standing
from baken.admission.tests.make import let_in, scope
from baken.coordination import access, services
from baken.coordination.models import AccessRequest, Case, CaseGrant, Track
from baken.coordination.tests.make import make_case, make_track
from baken.privacy import trace
from baken.signals.tests.make import make_report

ADDRESS = "/werk/casussen/{}/"


def again(user):
    return User.objects.get(pk=user.pk)


def test_loes_reads_nothing_of_the_case_but_its_number_and_phase(cast, signed_in):
    case = make_case(cast.chris, urgency="acute", main_type="labour")
    let_in(case, cast.loes, make_track(case))
    loes = signed_in(cast.loes)
    for page in ("/werk/casussen/", ADDRESS.format(case.pk)):
        told = loes.get(page).content.decode()
        assert case.number in told
        assert not any(word in told for word in ("Loods aan de kade", "Acuut", "Arbeidsuitbuiting"))


def test_who_sees_the_whole_does_not_hear_who_was_shut_out(cast):
    case = make_case(cast.chris)
    let_in(case, cast.dewi)
    letting.exclude(case, cast.noor, reason="Familie van de verhuurder.", by=cast.chris)
    letting.ask(case, reason="Mag ik?", by=cast.loes)
    assert not {"excluded", "access asked"} & {
        event.kind for event in access.events_of(access.read_case(cast.dewi, case.pk))
    }
    assert "excluded" in {event.kind for event in access.events_of(access.read_case(cast.chris, case.pk))}


def test_a_partner_who_is_let_in_reads_no_reports(cast):
    case = make_case(cast.chris, report=make_report(cast.havenstad))
    let_in(case, cast.loes, make_track(case))
    assert access.reports_of(access.read_case(cast.loes, case.pk)) == []
    let_in(case, cast.dewi)
    assert len(access.reports_of(access.read_case(cast.dewi, case.pk))) == 1


@pytest.mark.parametrize(
    "page", ["wijzigen/", "vastleggen/", "criteria/", "fase/", "wie/toelaten/", "wie/geheim/"]
)
def test_each_page_that_shows_something_leaves_a_trace(cast, signed_in, page):
    case = make_case(cast.chris)
    before = len(trace.lines_of("case", case.pk))
    assert signed_in(cast.chris).get(ADDRESS.format(case.pk) + page).status_code == 200
    assert [each.verb for each in trace.lines_of("case", case.pk)][before:] == ["seen"]


def test_a_double_click_does_not_take_secrecy_off(cast, signed_in):
    case = make_case(cast.chris)
    told = {"reason": "Gevoelig.", "seen": 0, "wanted": "ja"}
    for _ in range(2):
        assert signed_in(cast.chris).post(f"{ADDRESS.format(case.pk)}wie/geheim/", told).status_code == 302
    assert Case.objects.get().secret is True


def test_a_secret_case_is_not_lost_when_its_director_leaves(cast):
    vera = make_person("Vera Kuil", cast.havenstad, Role.CHAIN_COORDINATOR)
    case = make_case(cast.amina, secret=True)
    assert list(access.cases_for(vera)) == []
    User.objects.filter(pk=cast.amina.pk).update(is_active=False)
    assert list(access.cases_for(again(vera))) == [case]
    assert access.to_lead(again(vera), case.pk).sight.leads


def test_who_no_longer_has_the_role_directs_nothing(cast):
    case = make_case(cast.amina, secret=True)
    past.end(RoleGrant.objects.filter(user=cast.amina))
    RoleGrant.objects.create(user=cast.amina, role=Role.PARTNER_MEMBER)
    assert list(access.cases_for(again(cast.amina))) == []
    with pytest.raises(Http404):
        access.read_case(again(cast.amina), case.pk)


def test_a_deputy_of_the_director_is_among_who_could_see(cast):
    case = make_case(cast.amina, secret=True)
    cast.amina.deputy, cast.amina.away_from = cast.noor, timezone.localdate()
    cast.amina.save()
    assert {each.who.pk for each in standing.who_could(case, timezone.localdate())} == {
        cast.amina.pk,
        cast.noor.pk,
    }


def test_the_same_form_sent_twice_lets_in_once(cast, signed_in):
    case = make_case(cast.chris)
    browser, page = signed_in(cast.chris), f"{ADDRESS.format(case.pk)}spoor/"
    told = {"kind": "victim", "name": "A", "summary": "", "once": "geheim-van-dit-formulier"}
    for _ in range(2):
        assert browser.post(page, told).status_code == 302
    assert Track.objects.count() == 1


def test_a_no_needs_only_a_reason(cast, signed_in):
    case = make_case(cast.chris)
    letting.ask(case, reason="Ik help.", by=cast.loes)
    asked = AccessRequest.objects.get()
    page = f"{ADDRESS.format(case.pk)}wie/verzoek/{asked.pk}/"
    chris = signed_in(cast.chris)
    assert chris.post(page, {"go": "no", "reason": ""}).status_code == 422
    assert chris.post(page, {"go": "no", "reason": "Niet nodig."}).status_code == 302
    assert CaseGrant.objects.count() == 0


def test_trying_numbers_is_seen_and_ends(cast):
    for _ in range(letting.TRIES_A_DAY):
        letting.ask(None, reason="Gok.", by=cast.loes)
    with pytest.raises(letting.NotPossible):
        letting.ask(None, reason="Gok.", by=cast.loes)
    assert len(trace.lines_of("case", "unknown")) == letting.TRIES_A_DAY


def test_shutting_out_takes_back_what_was_given(cast):
    case = make_case(cast.chris)
    given = let_in(case, cast.loes, make_track(case))
    letting.exclude(case, cast.loes, reason="Buren.", by=cast.chris)
    given.refresh_from_db()
    assert given.revoked_at is not None
    with pytest.raises(letting.NotPossible):
        letting.grant(case, cast.loes, scope(), by=cast.chris)


def test_what_was_recorded_stays_and_is_asked_anew(cast):
    case = make_case(cast.chris)
    told = {"reporter": "Ja.", "seen": "Matrassen.", "safety": "Nee.", "contact": "Ja."}
    services.record(case, told, phase="report", seen=0, by=cast.chris)
    case.refresh_from_db()
    services.move(case, "weighing", reason="Verder.", seen=1, by=cast.chris)
    case.refresh_from_db()
    with pytest.raises(services.Changed):
        services.record(case, told, phase="report", seen=2, by=cast.chris)  # a page that was open for too long
    services.move(case, "report", reason="Toch niet.", seen=2, by=cast.chris)
    case.refresh_from_db()
    assert case.recorded["report:before"] == told
    with pytest.raises(services.NotPossible):
        services.move(case, "weighing", reason="Weer.", seen=3, by=cast.chris)
