"""No sequence of letting in, taking back, expiring, shutting out, hiding and giving away lets anybody read what they should not.

A machine does what people can do, in any order, and keeps an account of its own of who may see what, as plain as can be;
after each step everybody and every track is asked of the real thing.
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

from baken.accounts import services as accounts
from baken.accounts.models import User
from baken.admission import letting
from baken.admission.tests.make import let_in
from baken.coordination import access, services
from baken.coordination.models import CaseExclusion, CaseGrant
from baken.coordination.seeing import NOTHING
from baken.coordination.tests.make import make_case, make_track
from baken.sharing import services as sharing

NOON = datetime(2026, 11, 30, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
PEOPLE = ("chris", "vera", "amina", "dewi", "loes", "mo", "els", "bram")
OUTSIDE = {"loes", "mo", "els"}  # no ground lets them in to a whole file
LEADERS, DIRECTORS = {"chris", "vera"}, {"chris", "vera", "amina"}  # amina opens cases; she leads none by her role
who, tracks = st.sampled_from(PEOPLE), st.sets(st.integers(0, 2), max_size=3)


class Office(RuleBasedStateMachine):
    cast: SimpleNamespace

    def __init__(self):
        super().__init__()
        self.day, self.director, self.secret = 0, "chris", False
        self.open, self.shut = [], set()  # (who, tracks or None, last day, partner of then, grant)
        self.clock = patch("django.utils.timezone.now", lambda: NOON + timedelta(days=self.day))
        self.clock.start()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        sharing.decide_ground("public-task", "municipality", holds=True, reference="Besluit.", by=self.cast.gerda)
        self.case = make_case(self.cast.chris)
        self.tracks = [make_track(self.case, kind) for kind in ("victim", "suspect", "place")]

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)
        self.clock.stop()

    def now(self):
        self.case.refresh_from_db()
        return self.case

    @rule(name=who, chosen=tracks, days=st.integers(0, 3))
    def lets_in(self, name, chosen, days):
        wanted = [self.tracks[each] for each in sorted(chosen)]
        try:
            given = let_in(self.now(), self.person(name), *wanted, days=days)
        except letting.NotPossible:
            nowhere = name in {"loes", "mo"} and self.person(name).organisation_id is None
            assert name == "bram" or name in self.shut or nowhere or (name in OUTSIDE and not wanted)
            return
        works_for = self.person(name).organisation_id
        self.open.append((name, {track.pk for track in wanted} or None, self.day + days, works_for, given))

    def person(self, name):
        return User.objects.get(pk=getattr(self.cast, name).pk)

    @rule(name=st.sampled_from(["loes", "mo"]), partner=st.sampled_from(["loes", "mo", None]))
    def goes_to_work_for(self, name, partner):
        there = getattr(self.cast, partner).organisation if partner else None
        accounts.set_organisation(self.person(name), organisation=there, by=self.cast.farid)

    @rule(which=st.integers(0, 9))
    def takes_back(self, which):
        if self.open:
            *_, given = self.open.pop(which % len(self.open))
            letting.revoke(CaseGrant.objects.get(pk=given.pk), reason="Klaar.", by=self.cast.chris)

    @rule(name=who)
    def shuts_out(self, name):
        try:
            letting.exclude(self.now(), getattr(self.cast, name), reason="Te dichtbij.", by=self.cast.chris)
            self.shut.add(name)
        except letting.NotPossible:
            assert name == self.director

    @rule(name=who)
    def lets_be_let_in_again(self, name):
        for found in CaseExclusion.objects.filter(user=getattr(self.cast, name), lifted_at=None):
            letting.lift(found, reason="Voorbij.", by=self.cast.chris)
        self.shut.discard(name)

    @rule(wanted=st.booleans())
    def hides(self, wanted):
        services.set_secret(self.now(), wanted, reason="Gevoelig.", seen=self.case.revision, by=self.cast.chris)
        self.secret = wanted

    @rule(name=who)
    def gives_away(self, name):
        try:
            services.give_to(
                self.now(), getattr(self.cast, name), reason="Druk.", seen=self.case.revision, by=self.cast.chris
            )
            self.director = name
        except services.NotPossible:
            assert name not in DIRECTORS or name in self.shut

    @rule(days=st.integers(1, 3))
    def days_go_by(self, days):
        self.day += days

    def should_see(self, name):
        """None for nothing, `all` for everything, otherwise the tracks."""
        if name in self.shut or name == "bram":
            return None
        if name == self.director or (name in LEADERS and not self.secret):
            return "all"
        now = self.person(name).organisation_id
        mine = [
            given
            for person, given, last, then, _ in self.open
            if person == name and last >= self.day and then == now
        ]
        if not mine:
            return None
        return "all" if None in mine else set().union(*mine)

    @invariant()
    def nobody_sees_what_they_should_not(self):
        for name in PEOPLE:
            user, should = User.objects.get(pk=getattr(self.cast, name).pk), self.should_see(name)
            seen = access.sight_of(user, self.now())
            on_list = user.may(access.SEE) and access.cases_for(user).filter(pk=self.case.pk).exists()
            assert (seen != NOTHING) == on_list == (should is not None)
            expected = {track.pk for track in self.tracks} if should == "all" else should or set()
            assert {track.pk for track in self.tracks if seen.sees(track.pk)} == expected
            assert seen.whole == (should == "all")


@pytest.mark.slow
def test_nobody_ever_sees_what_they_should_not(cast):
    from baken.accounts.roles import Role
    from baken.accounts.tests.make import make_person

    cast.vera = make_person("Vera Kuil", cast.havenstad, Role.CHAIN_COORDINATOR)
    calm = settings(
        max_examples=300 if os.environ.get("BAKEN_PROOF") == "full" else 8,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type("Here", (Office,), {"cast": cast}), settings=calm)
