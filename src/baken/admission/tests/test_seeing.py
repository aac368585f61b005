"""Who sees what of a case: the rule by itself, and the same in lists, pages and the question about a day."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from baken.accounts.models import User
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.admission import letting, standing
from baken.admission.tests.make import let_in, scope
from baken.coordination import access, services
from baken.coordination.models import AccessRequest, Case, CaseExclusion
from baken.coordination.seeing import Given, Standing, Why, sight
from baken.coordination.tests.make import make_case, make_track
from baken.privacy import trace

DAY = date(2026, 11, 30)


def grant(*tracks, whole=False, until=DAY, since=DAY, revoked=None, writes=False):
    return Given(whole, frozenset(tracks), writes, since, until, revoked)


@pytest.mark.parametrize(
    ("standing", "whole", "tracks"),
    [
        (Standing(), None, None),
        (Standing(leads=True), True, set()),
        (Standing(leads=True, secret=True), None, None),
        (Standing(directs=True, secret=True), True, set()),
        (Standing(leads=True, directs=True, excluded=True, grants=(grant(whole=True),)), None, None),
        (Standing(active=False, leads=True), None, None),
        (Standing(grants=(grant("a"), grant("b"))), False, {"a", "b"}),
        (Standing(grants=(grant("a", until=DAY - timedelta(days=1)),)), None, None),
        (Standing(grants=(grant("a", since=DAY + timedelta(days=1)),)), None, None),
        (Standing(grants=(grant("a", revoked=DAY),)), None, None),
        (Standing(secret=True, grants=(grant("a"),)), False, {"a"}),
    ],
)
def test_the_rule(standing, whole, tracks):
    seen = sight(standing, DAY)
    assert seen.case is (whole is not None)
    if whole is not None:
        assert (seen.whole, set(seen.tracks)) == (whole, tracks)


def test_to_read_a_track_is_not_to_write_in_it():
    seen = sight(Standing(grants=(grant("a"), grant("b", writes=True))), DAY)
    assert (seen.may_write("a"), seen.may_write("b"), seen.may_write(None)) == (False, True, False)


def test_loes_sees_the_track_she_was_let_in_to_and_nothing_else(cast):
    case = make_case(cast.chris)
    mine, theirs = make_track(case), make_track(case, "suspect", "Verdachte B")
    with pytest.raises(Http404):
        access.read_case(cast.loes, case.pk)
    let_in(case, cast.loes, mine)
    seen = access.read_case(cast.loes, case.pk)
    assert seen.tracks == [mine]
    assert access.reports_of(seen) == []
    assert {event.track_id for event in access.events_of(seen)} == {mine.pk}
    for refused in (lambda: access.track_of(seen, theirs.pk), lambda: access.read_whole(cast.loes, case.pk), lambda: access.to_write(cast.loes, case.pk, mine.pk)):  # fmt: skip
        with pytest.raises(Http404):
            refused()
    assert "refused" in {each.verb for each in trace.lines_of("case", case.pk)}


def test_a_grant_that_was_taken_back_gives_nothing_any_more(cast):
    case = make_case(cast.chris)
    given = let_in(case, cast.loes, make_track(case))
    letting.revoke(given, reason="Niet meer nodig.", by=cast.chris)
    with pytest.raises(Http404):
        access.read_case(cast.loes, case.pk)
    assert list(access.cases_for(cast.loes)) == []


def test_an_extra_secret_case_is_not_there_for_another_coordinator(cast):
    other = make_person("Vera Kuil", cast.havenstad, Role.CHAIN_COORDINATOR)
    case = make_case(cast.chris, secret=True)
    assert list(access.cases_for(other)) == []
    assert list(access.cases_for(cast.chris)) == [case]
    let_in(case, other)
    assert list(access.cases_for(other)) == [case]


def test_who_is_shut_out_sees_nothing_whatever_their_role(cast):
    other = make_person("Vera Kuil", cast.havenstad, Role.CHAIN_COORDINATOR)
    case = make_case(cast.chris)
    letting.exclude(case, other, reason="Familie van de verhuurder.", by=cast.chris)
    assert list(access.cases_for(other)) == []
    with pytest.raises(letting.NotPossible):
        let_in(case, other)
    with pytest.raises(letting.NotPossible):
        letting.exclude(case, cast.chris, reason="Zelf.", by=cast.chris)
    letting.lift(CaseExclusion.objects.get(), reason="Verhuisd.", by=cast.chris)
    assert list(access.cases_for(other)) == [case]


@pytest.mark.parametrize("days", [-1, 500])
def test_a_grant_ends_within_a_year(cast, days):
    with pytest.raises(letting.NotPossible, match="hooguit een jaar"):
        let_in(make_case(cast.chris), cast.loes, days=days)


def test_a_policy_officer_cannot_be_let_in(cast):
    with pytest.raises(letting.NotPossible):
        let_in(make_case(cast.chris), cast.bram)


def test_who_asks_cannot_tell_whether_the_case_exists(cast, signed_in):
    case = make_case(cast.chris, secret=True)
    loes = signed_in(cast.loes)
    address, told = "/werk/casussen/toegang-vragen/", []
    for number in (case.number, "C-000000"):
        page = loes.post(address, {"number": number, "reason": "Ik help."}, follow=True).content.decode()
        told.append(re.sub(r'value="\w{64}"', "", page))
    assert told[0] == told[1]
    asked = AccessRequest.objects.get()
    letting.answer(asked, scope(make_track(case)), words="Goed.", by=cast.chris)
    assert list(access.cases_for(cast.loes)) == [case]
    with pytest.raises(letting.NotPossible):
        letting.answer(asked, None, words="Toch niet.", by=cast.chris)


def test_who_could_see_it_on_a_day(cast):
    case = make_case(cast.chris)
    given = let_in(case, cast.loes, make_track(case))
    today = timezone.localdate()
    assert {(each.who.name, each.why) for each in standing.who_could(case, today)} == {
        (cast.chris.name, Why.DIRECTS), (cast.loes.name, Why.GRANT),
    }  # fmt: skip
    letting.revoke(given, reason="Klaar.", by=cast.chris)
    assert cast.loes.pk in {each.who.pk for each in standing.who_could(case, today)}  # she saw it this morning
    assert standing.who_could(case, today - timedelta(days=1)) == []


def test_a_deputy_directs_in_the_meantime(cast):
    case = make_case(cast.amina, secret=True)
    assert list(access.cases_for(cast.noor)) == []
    cast.amina.deputy, cast.amina.away_from = cast.noor, timezone.localdate()
    cast.amina.save()
    assert list(access.cases_for(User.objects.get(pk=cast.noor.pk))) == [case]


def test_els_of_duindorp_sees_no_case_of_havenstad(cast):
    make_case(cast.chris)
    assert list(access.cases_for(cast.els)) == []


def test_the_list_asks_the_same_for_one_case_and_for_many(cast, signed_in):
    for _ in range(12):
        make_case(cast.chris)
    browser = signed_in(cast.chris)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get("/werk/casussen/").content.decode()
    assert page.count("Loods aan de kade") == 12
    assert len([each for each in asked if "privacy_keyset" not in each["sql"]]) <= 11
    services.set_secret(Case.objects.first(), True, reason="Proef.", seen=0, by=cast.chris)
    assert "extra geheim" in browser.get("/werk/casussen/").content.decode()
