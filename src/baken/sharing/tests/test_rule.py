"""The rule of sharing as a table: every ground, receiver and purpose, and each thing that must be known first."""

from dataclasses import replace
from itertools import product

import pytest
from django.utils.translation import override

from baken.accounts.roles import Role
from baken.catalogue import load
from baken.catalogue.grounds import NEEDS, PURPOSES, RECIPIENTS
from baken.sharing.rule import Wish, can_lead, may_share
from baken.sharing.words import KINDS, MISSING
from baken.sharing.words import PURPOSES as PURPOSE_WORDS
from baken.sharing.words import RECIPIENTS as RECIPIENT_WORDS

LAW = ("police", "prosecutor", "labour-inspectorate")
# What the facts say outright (care-and-law, legal_bases): ground → receiver → purposes.
ALLOWED: dict[str, dict[str, str]] = {
    "no-personal-data": {
        **dict.fromkeys((*LAW, "veilig-thuis", "comensha", "care-coordinator", "care-partner", "municipality"),
                        "advice protect investigate help"),
        "shelter": "placement advice", "case-meeting": "case-meeting advice",
    },
    "consent": {**dict.fromkeys(LAW, "protect investigate"), "care-coordinator": "help", "care-partner": "help",
                "shelter": "help placement"},
    "public-task": dict.fromkeys(LAW, "protect investigate"),
    "vital-interest": dict.fromkeys(LAW, "protect"),
    "wmo-execution": dict.fromkeys(("care-coordinator", "care-partner", "shelter"), "help"),
    "veilig-thuis": {"veilig-thuis": "protect help"},
    "wgs": {}, "cooperation": {},
    "registration-consent": {"comensha": "registration"},
}  # fmt: skip
# Where the facts are silent: only after the municipality confirmed it.
TO_CONFIRM: dict[str, dict[str, str]] = {
    "consent": {"municipality": "help protect own-task"},
    "public-task": {"municipality": "own-task protect"},
    "vital-interest": dict.fromkeys(("veilig-thuis", "care-coordinator", "care-partner", "shelter", "municipality"), "protect"),
    "wgs": {"case-meeting": "case-meeting"}, "cooperation": {"case-meeting": "case-meeting"},
}  # fmt: skip
NEEDED = {
    "no-personal-data": {"unrecognisable", "necessity"}, "consent": {"consent", "necessity"},
    "public-task": {"task", "necessity", "subsidiarity"}, "vital-interest": {"danger", "necessity"},
    "wmo-execution": {"necessity", "subsidiarity"}, "veilig-thuis": {"necessity"}, "wgs": {"necessity", "subsidiarity"},
    "cooperation": {"task", "necessity", "subsidiarity"}, "registration-consent": {"written-consent", "necessity"},
}  # fmt: skip
EVERYONE = frozenset({Role.FOCAL_OFFICER, Role.CARE_COORDINATOR})


def wish(recipient, purpose, **more):
    return Wish(
        **{"recipient": recipient, "purpose": purpose, "roles": EVERYONE, "given": frozenset(NEEDS)} | more
    )


def an_allowed(ground):
    """One wish that this ground allows."""
    routes = ALLOWED[ground] or TO_CONFIRM[ground]
    recipient, purposes = next(iter(routes.items()))
    return wish(recipient, purposes.split()[0], confirmed=True)


def test_the_table_speaks_of_every_ground():
    assert set(ALLOWED) == set(NEEDED) == set(load().grounds)


@pytest.mark.parametrize("ground", sorted(ALLOWED))
def test_every_receiver_and_purpose(ground):
    for recipient, purpose, confirmed in product(RECIPIENTS, PURPOSES, (False, True)):
        said = purpose in ALLOWED[ground].get(recipient, "").split()
        by_place = purpose in TO_CONFIRM.get(ground, {}).get(recipient, "").split()
        verdict = may_share(load().grounds[ground], wish(recipient, purpose, confirmed=confirmed))
        assert verdict.allowed == (said or (by_place and confirmed)), (recipient, purpose, confirmed)
        if by_place and not confirmed:
            assert "Te bevestigen door de gemeente" in verdict.reasons[0]


@pytest.mark.parametrize("ground", sorted(NEEDED))
def test_each_need_must_be_answered(ground):
    assert may_share(load().grounds[ground], an_allowed(ground)).allowed
    for need in NEEDS:
        verdict = may_share(load().grounds[ground], replace(an_allowed(ground), given=frozenset(NEEDS) - {need}))
        assert verdict.reasons == ((str(MISSING[need]),) if need in NEEDED[ground] else ())


@pytest.mark.parametrize("ground", sorted(ALLOWED))
def test_a_citizen_service_number_never_goes_along(ground):
    verdict = may_share(load().grounds[ground], replace(an_allowed(ground), shown=frozenset({"bsn"})))
    assert any("burgerservicenummer" in reason or "Namen" in reason for reason in verdict.reasons)


@pytest.mark.parametrize("ground", sorted(ALLOWED))
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"bsn", "word"}))
def test_without_personal_data_means_nothing_shown(ground, kind):
    verdict = may_share(load().grounds[ground], replace(an_allowed(ground), shown=frozenset({kind})))
    assert verdict.allowed == (ground != "no-personal-data")


@pytest.mark.parametrize("ground", ["consent", "public-task", "vital-interest", "wmo-execution", "cooperation"])
def test_never_the_whole_file(ground):
    verdict = may_share(load().grounds[ground], replace(an_allowed(ground), whole=True))
    assert "Het hele dossier meesturen." in verdict.reasons[0]


@pytest.mark.parametrize(
    "ground", ["consent", "public-task", "vital-interest", "wmo-execution", "wgs", "cooperation"]
)
def test_enforcement_apart_from_protection_is_forbidden_with_its_article(ground):
    recipient = an_allowed(ground).recipient
    verdict = may_share(load().grounds[ground], wish(recipient, "enforcement", confirmed=True))
    assert "Awb 3:3" in verdict.reasons[0]


def test_only_the_care_coordinator_decides_on_national_registration():
    verdict = may_share(
        load().grounds["registration-consent"],
        wish("comensha", "registration", roles=frozenset({Role.FOCAL_OFFICER})),
    )
    assert verdict.reasons == ("Dit mag jij niet beslissen. Dat doet: zorgcoördinator.",)


@pytest.mark.parametrize("ground", sorted(ALLOWED))
def test_who_has_no_role_for_it_decides_nothing(ground):
    for role in set(Role) - {Role.FOCAL_OFFICER, Role.CHAIN_COORDINATOR, Role.CARE_COORDINATOR}:
        assert not may_share(load().grounds[ground], replace(an_allowed(ground), roles=frozenset({role}))).allowed


def test_no_ground_or_unknown_words_are_refused():
    assert not may_share(None, wish("police", "protect")).allowed
    assert not may_share(load().grounds["consent"], wish("newspaper", "protect")).allowed
    assert not may_share(load().grounds["consent"], wish("police", "curiosity")).allowed


def test_a_refusal_speaks_english_too():
    with override("en"):
        verdict = may_share(load().grounds["veilig-thuis"], wish("police", "protect"))
    assert verdict.reasons == (
        "The ground ‘Reporting to Veilig Thuis (Safe at Home)’ does not hold for sharing with: Police.",
    )


def test_every_word_of_the_content_has_a_name_on_the_page():
    assert set(RECIPIENT_WORDS) == set(RECIPIENTS)
    assert set(PURPOSE_WORDS) == set(PURPOSES)
    assert set(MISSING) == set(NEEDS)
    assert {role for ground in load().grounds.values() for role in ground.decides} <= set(Role)


def test_a_ground_that_was_retired_is_no_ground():
    ground = replace(load().grounds["consent"], retired=load().grounds["consent"].reviewed)
    assert not may_share(ground, an_allowed("consent")).allowed


@pytest.mark.parametrize("slug", list(load().grounds))
def test_a_ground_can_lead_where_the_facts_name_a_route_and_somebody_may_decide(slug):
    ground = load().grounds[slug]
    reached = {each for each in RECIPIENTS if can_lead(ground, each, roles=EVERYONE)}
    assert reached == ALLOWED[slug].keys() | TO_CONFIRM.get(slug, {}).keys()
    assert not any(can_lead(ground, each, roles={Role.CLERK}) for each in RECIPIENTS)


def test_without_personal_data_never_leads_to_anybody_once_somebody_is_shown():
    ground = load().grounds["no-personal-data"]
    assert not any(can_lead(ground, each, roles=EVERYONE, shown=frozenset({"plate"})) for each in RECIPIENTS)
