"""No sequence of agreeing, withdrawing, letting in and days that go by lets a partner read what no victim agrees to now.

A machine does what people can do, in any order, and keeps an account of its own; after each step the real thing is asked.
"""

import os
from datetime import datetime, timedelta
from types import SimpleNamespace
from unittest.mock import patch
from zoneinfo import ZoneInfo

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from baken.accounts.models import User
from baken.admission import letting
from baken.admission.tests.make import let_in
from baken.consent import services
from baken.consent.models import Consent
from baken.consent.tests.make import agree, choices, give, let_in_on_consent
from baken.coordination import access as cases
from baken.coordination.models import CaseGrant
from baken.coordination.tests.make import make_case, make_track
from baken.sharing.services import Refused

NOON = datetime(2026, 11, 30, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
KINDS = {"loes": "care-partner", "mo": "shelter"}  # Loes helps, Mo works for a shelter
who, which = st.sampled_from(sorted(KINDS)), st.integers(0, 1)


class Office(RuleBasedStateMachine):
    cast: SimpleNamespace

    def __init__(self):
        super().__init__()
        self.day, self.agreed, self.open = 0, [], []
        self.clock = patch("django.utils.timezone.now", lambda: NOON + timedelta(days=self.day))
        self.clock.start()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.case = make_case(self.cast.chris)
        self.tracks = [make_track(self.case, name=f"Slachtoffer {each}") for each in "AB"]

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)
        self.clock.stop()

    def holding(self, name, track, days=0, reads=True):
        """Whether a consent holds for this person today and that many days from now."""
        return any(
            (each.one in (name, None)) and each.kind == KINDS[name] and each.track == track and self.day + days <= each.last
            and (each.reads or not reads) for each in self.agreed
        )  # fmt: skip

    @rule(name=who, track=which, days=st.integers(0, 3), reads=st.booleans(), all_of_a_kind=st.booleans())
    def agrees(self, name, track, days, reads, all_of_a_kind):
        user = None if all_of_a_kind else getattr(self.cast, name)
        kind = KINDS[name]
        row = agree(self.tracks[track], user=user, days=days, recipient=kind, reads_along=reads)
        self.agreed.append(
            SimpleNamespace(
                one=None if all_of_a_kind else name,
                kind=kind,
                track=track,
                last=self.day + days,
                reads=reads,
                row=row.pk,
            )
        )

    @rule(number=st.integers(0, 9))
    def withdraws(self, number):
        if self.agreed:
            gone = self.agreed.pop(number % len(self.agreed))
            services.withdraw(Consent.objects.get(pk=gone.row), words="Nee.", by=self.cast.chris)
            self.open = [
                each for each in self.open if self.stands(each)
            ]  # what stopped does not come back by itself

    @rule(name=who, chosen=st.sets(which, min_size=1), days=st.integers(0, 3))
    def lets_in_on_consent(self, name, chosen, days):
        wanted = [self.tracks[each] for each in sorted(chosen)]
        try:
            given = let_in_on_consent(self.case, getattr(self.cast, name), *wanted, days=days)
        except letting.NotPossible:
            assert not all(self.holding(name, each, days) for each in chosen)
            return
        assert all(self.holding(name, each, days) for each in chosen)
        self.open.append(
            SimpleNamespace(name=name, tracks=chosen, last=self.day + days, on_consent=True, row=given.pk)
        )

    @rule(name=who, track=which, days=st.integers(0, 2))
    def lets_in_on_the_law(self, name, track, days):
        given = let_in(self.case, getattr(self.cast, name), self.tracks[track], days=days)
        self.open.append(
            SimpleNamespace(name=name, tracks={track}, last=self.day + days, on_consent=False, row=given.pk)
        )

    @rule(number=st.integers(0, 9))
    def takes_back(self, number):
        if self.open:
            gone = self.open.pop(number % len(self.open))
            letting.revoke(CaseGrant.objects.get(pk=gone.row), reason="Klaar.", by=self.cast.chris)

    @rule(name=who, track=which)
    def gives_something(self, name, track):
        partner = getattr(self.cast, name).organisation
        chosen = choices(self.tracks[track], organisation=partner, recipient=KINDS[name])
        try:
            give(self.case, self.cast.chris, chosen)
        except Refused:
            assert not self.holding(name, track, reads=False)
            return
        assert self.holding(name, track, reads=False)

    @rule(days=st.integers(1, 3))
    def days_go_by(self, days):
        self.day += days

    def stands(self, grant):
        return not grant.on_consent or all(self.holding(grant.name, each) for each in grant.tracks)

    @invariant()
    def a_partner_reads_only_what_a_victim_agrees_to_now(self):
        for name in KINDS:
            user = User.objects.get(pk=getattr(self.cast, name).pk)
            mine = [
                each for each in self.open if each.name == name and self.day <= each.last and self.stands(each)
            ]
            expected = set().union(*(each.tracks for each in mine))
            seen = cases.sight_of(user, self.case)
            assert {at for at, track in enumerate(self.tracks) if seen.sees(track.pk)} == expected
            assert cases.cases_for(user).filter(pk=self.case.pk).exists() == bool(expected)


@pytest.mark.slow
def test_no_partner_ever_reads_without_consent(cast):
    calm = settings(
        max_examples=300 if os.environ.get("BAKEN_PROOF") == "full" else 8,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type("Here", (Office,), {"cast": cast}), settings=calm)
