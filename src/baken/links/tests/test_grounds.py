"""Off until the municipality recorded its ground, DPIA and date; switching off deletes what stood on it."""

from datetime import date, timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import Ground
from baken.accounts.services import NotPossible
from baken.links import finding, holders, services
from baken.links.models import LinkDecision, RegionalHit, ReportLink
from baken.links.tests.make import make_ground, tell
from baken.privacy.models import Trace
from baken.signals import tokens
from baken.signals.models import Report, TraitList, TraitToken
from baken.signals.refusals import NotStored
from baken.traits.ordinary import LIMITS

FILLED = {"legal_ground": "verzonnen artikel 1", "dpia": "DPIA 7 (verzonnen)", "decided_on": "2026-01-05"}
VAN = "Een witte bus met kenteken 12-BCD-3 haalt elke ochtend acht mannen op."


def test_everything_is_off_at_first_and_the_page_says_so(cast, signed_in):
    html = signed_in(cast.gerda).get("/werk/vergelijken/").content.decode()
    assert html.count("Staat uit") == 3
    assert people.what_is_on(cast.havenstad.pk) == set()


@pytest.mark.parametrize("who", ["farid", "gerda"])
def test_the_administrator_or_privacy_officer_records_the_ground(cast, signed_in, who):
    browser = signed_in(getattr(cast, who))
    assert browser.post("/werk/vergelijken/matching/aan/", FILLED).status_code == 302
    html = browser.get("/werk/vergelijken/").content.decode()
    assert "DPIA 7 (verzonnen)" in html
    assert html.count("Staat aan") == 1
    assert people.what_is_on(cast.havenstad.pk) == {"matching"}
    assert Trace.objects.filter(verb="switched on matching", actor=str(getattr(cast, who).pk)).exists()


def test_each_thing_is_by_itself(cast, signed_in):
    browser = signed_in(cast.gerda)
    for what in ("regional", "person-search"):
        browser.post(f"/werk/vergelijken/{what}/aan/", FILLED)
    assert people.what_is_on(cast.havenstad.pk) == {"regional", "person_search"}
    assert people.what_is_on(cast.duindorp.pk) == set()


@pytest.mark.parametrize(
    "wrong", [{"legal_ground": ""}, {"dpia": " "}, {"decided_on": ""}, {"decided_on": "morgen"}]
)
def test_nothing_is_on_while_something_is_missing(cast, signed_in, wrong):
    answer = signed_in(cast.gerda).post("/werk/vergelijken/matching/aan/", FILLED | wrong)
    assert answer.status_code == 422
    assert not Ground.objects.exists()


def test_a_decision_of_tomorrow_is_no_ground(cast, signed_in):
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = signed_in(cast.gerda).post("/werk/vergelijken/matching/aan/", FILLED | {"decided_on": tomorrow})
    assert "Deze datum is nog niet geweest." in answer.content.decode()


def test_twice_on_and_twice_off_get_a_clear_message(cast, signed_in):
    ground = make_ground(cast.havenstad)
    answer = signed_in(cast.gerda).post("/werk/vergelijken/matching/aan/", FILLED)
    assert "Dit staat al aan." in answer.content.decode()
    services.switch_off(ground, by=cast.gerda)
    with pytest.raises(NotPossible):
        services.switch_off(ground, by=cast.farid)


def test_off_asks_once_and_deletes_tokens_links_and_decisions_but_no_report(cast, signed_in):
    make_ground(cast.havenstad)
    make_ground(cast.duindorp)
    for place in (cast.havenstad, cast.havenstad, cast.duindorp):
        tell(place, VAN)
    services.decide(ReportLink.objects.get(), verdict="same", reason="Zelfde bus", seen=0, by=cast.amina)
    browser = signed_in(cast.gerda)
    assert browser.post("/werk/vergelijken/matching/uit/", {}).status_code == 422
    assert ReportLink.objects.count() == 1
    assert browser.post("/werk/vergelijken/matching/uit/", {"sure": "ja"}).status_code == 302
    assert set(TraitToken.objects.values_list("municipality", flat=True)) == {cast.duindorp.pk}
    assert set(TraitList.objects.values_list("municipality", flat=True)) == {cast.duindorp.pk}
    assert not ReportLink.objects.exists()
    assert not LinkDecision.objects.exists()
    assert Report.objects.count() == 3
    assert "Gerda Bos" in browser.get("/werk/vergelijken/").content.decode()


def test_regional_off_leaves_what_stands_on_the_other_ground(cast):
    for place in (cast.havenstad, cast.duindorp):
        make_ground(place), make_ground(place, Ground.What.REGIONAL)
        tell(place, VAN), tell(place, VAN)
    assert RegionalHit.objects.exists()
    services.switch_off(Ground.objects.get(municipality=cast.havenstad, what="regional"), by=cast.gerda)
    assert not RegionalHit.objects.exists()
    assert not TraitToken.objects.filter(municipality=cast.havenstad, regional=True).exists()
    assert TraitToken.objects.filter(municipality=cast.havenstad, regional=False).exists()
    assert ReportLink.objects.filter(municipality=cast.havenstad).exists()


def test_without_a_ground_a_report_leaves_no_token(cast):
    tell(cast.havenstad, VAN)
    assert not TraitToken.objects.exists()
    assert not TraitList.objects.exists()


def test_older_reports_get_their_tokens_bit_by_bit_and_it_goes_on_where_it_stopped(cast):
    for number in range(5):
        tell(cast.havenstad, f"{VAN} Dag {number}.")
    make_ground(cast.havenstad)
    assert finding.give_tokens(cast.havenstad, most=2) == 2
    assert finding.give_tokens(cast.havenstad, most=2) == 2
    assert TraitList.objects.count() == 4
    assert finding.catch_up() > 0
    assert TraitList.objects.count() == 5
    assert ReportLink.objects.filter(kind="plate").count() == 10
    assert finding.catch_up() == 0


def test_a_second_ground_gives_older_reports_the_other_tokens_too(cast):
    make_ground(cast.havenstad)
    tell(cast.havenstad, VAN)
    make_ground(cast.havenstad, Ground.What.REGIONAL)
    finding.catch_up()
    assert set(TraitToken.objects.values_list("regional", flat=True)) == {False, True}


def test_the_same_value_has_other_tokens_in_each_ring_and_none_can_be_read(cast):
    for place in (cast.havenstad, cast.duindorp):
        make_ground(place), make_ground(place, Ground.What.REGIONAL)
        tell(place, "kenteken 12-BCD-3")
    local = [bytes(t) for t in TraitToken.objects.filter(regional=False).values_list("token", flat=True)]
    shared = [bytes(t) for t in TraitToken.objects.filter(regional=True).values_list("token", flat=True)]
    assert len(set(local)) == len(local)
    assert len(set(shared)) < len(shared)
    assert not set(local) & set(shared)
    assert all(len(each) == 16 and b"12BCD3" not in each for each in local + shared)


def test_report_and_tokens_are_stored_together_or_not_at_all(cast):
    make_ground(cast.havenstad)

    def full_disk(execute, sql, params, many, context):
        if 'INTO "signals_traittoken"' in sql:
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full_disk), pytest.raises(NotStored):
        tell(cast.havenstad, VAN)
    assert not Report.objects.exists()
    assert not TraitList.objects.exists()


def test_a_value_that_everybody_has_is_read_no_further_than_its_limit(cast):
    make_ground(cast.havenstad)
    for _ in range(LIMITS["possible"] + 5):
        tell(cast.havenstad, "Het gaat om Nowak Bouw B.V.")
    told = TraitList.objects.select_related("report__municipality").first()
    rows = []
    with connection.execute_wrapper(
        lambda run, sql, params, many, context: rows.append(params) or run(sql, params, many, context)
    ):
        assert list(holders.shared_with(told, regional=False).standing()) == []
    assert LIMITS["possible"] + 1 in rows[-1]


def test_the_number_of_traits_that_count_is_limited(cast):
    make_ground(cast.havenstad)
    story = " ".join(
        f"kenteken {n // 10 % 10}{n % 10}-BC{'DFGHJKLNPR'[n // 100]}-{n % 9 + 1}," for n in range(300)
    )
    tell(cast.havenstad, story)
    assert len(TraitList.objects.get().traits) <= tokens.MOST


def test_a_ground_is_called_without_its_text(cast):
    ground = make_ground(cast.havenstad)
    assert "verzonnen" not in str(ground)
    assert ground.decided_on == date(2026, 1, 5)
