"""Builders for tests: who is let in to an invented case."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from baken.accounts.models import User
from baken.admission import letting
from baken.coordination.models import AccessRequest, Case, CaseExclusion, CaseGrant, Track
from baken.coordination.tests.make import make_case, make_track
from baken.signals.models import Report


def scope(*tracks: Track, days: int = 30, writes: bool = False, **values: Any) -> letting.Scope:
    """To these tracks, or to the whole case when none is named; to help, on the Wmo."""
    why = {"purpose": "help", "ground": "wmo-execution"} | values
    return letting.Scope(
        whole=not tracks, tracks=tracks, writes=writes, **why,
        until=timezone.localdate() + timedelta(days=days), reason="Helpt het slachtoffer.",
    )  # fmt: skip


def let_in(case: Case, user: User, *tracks: Track, **values: Any) -> CaseGrant:
    """Let somebody in to these tracks, or to the whole case; who works for another municipality for its own task."""
    if user.municipality_id != case.municipality_id:
        values = {"purpose": "own-task", "ground": "public-task"} | values
    return letting.grant(case, user, scope(*tracks, **values), by=case.director)


def make_world(cast: Any, *, report: Report | None = None) -> SimpleNamespace:
    """A case of Chris: Dewi reads all of it, Loes writes in the victim's track, Mo is shut out, and Amina asks to be let in."""
    case = make_case(cast.chris, report=report)
    victim, suspect = make_track(case), make_track(case, "suspect", "Verdachte B")
    let_in(case, cast.dewi)
    given = let_in(case, cast.loes, victim, writes=True)
    letting.exclude(case, cast.mo, reason="Kent de familie.", by=cast.chris)
    letting.ask(case, reason="De meldingen kwamen bij mij.", by=cast.amina)
    asked, shut_out = AccessRequest.objects.get(case=case), CaseExclusion.objects.get(case=case)
    return SimpleNamespace(case=case, victim=victim, suspect=suspect, grant=given, asked=asked, shut_out=shut_out)
