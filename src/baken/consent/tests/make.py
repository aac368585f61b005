"""Builders for tests: invented consent, and what is given from an invented case."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.admission.tests.make import let_in
from baken.consent import giving, services
from baken.consent.compose import TRACK, Choices
from baken.consent.models import Consent
from baken.coordination import access as cases
from baken.coordination.models import Case, CaseGrant, Track
from baken.handover.services import Receiver
from baken.sharing.models import Disclosure


def said(by: User, *, user: User | None = None, days: int = 60, **values: Any) -> services.Said:
    """To help, by a partner that helps; about safety and housing; to read along."""
    today = timezone.localdate()
    known = {
        "recipient": "care-partner", "organisation": user.organisation if user else None, "purpose": "help", "written": False,
        "reads_along": True, "given_on": today, "until": today + timedelta(days=days), "heard_by": by,
        "blocks": ("veiligheid", "huisvesting"), "age": "from_16", "said": "Ja, De Brug mag mij helpen.",
    }  # fmt: skip
    return services.Said(**(known | values))


def agree(track: Track, *, user: User | None = None, **values: Any) -> Consent:
    """The victim of this track agrees; for who `user` works for, or for every partner that helps."""
    by = track.case.director
    return services.give(track, said(by, user=user, **values), by=by)


def let_in_on_consent(case: Case, user: User, *tracks: Track, **values: Any) -> CaseGrant:
    """Let somebody in to help, on consent."""
    return let_in(case, user, *tracks, **({"ground": "consent", "purpose": "help"} | values))


def choices(*tracks: Track, **values: Any) -> Choices:
    """These tracks, to a partner that helps, on consent."""
    known = {
        "id": uuid.uuid4(), "recipient": "care-partner", "organisation": None, "place": None, "name": "De Brug",
        "purpose": "help", "ground": "consent", "parts": tuple(f"{TRACK}{track.pk}" for track in tracks),
        "blocks": ("veiligheid",), "given": {"necessity": "Anders is er geen hulp."},
    }  # fmt: skip
    return Choices(**(known | values))


def give(case: Case, by: User, chosen: Choices) -> Disclosure:
    """Give it as a file."""
    return giving.give(cases.look(by, case.pk), chosen, None)


def hand_over(case: Case, by: User, place: Municipality, *tracks: Track, **values: Any) -> Disclosure:
    """Hand these tracks over to another municipality, for its own task."""
    why = {
        "task": "Wmo 2.3.5",
        "necessity": "Zij is verhuisd.",
        "subsidiarity": "Zonder sporen begint alles opnieuw.",
    }
    known = {"recipient": "municipality", "place": place, "name": place.name, "purpose": "own-task", "ground": "public-task",
             "given": why, "blocks": ()}  # fmt: skip
    receiver = Receiver(place, "receive_cases")
    return giving.give(cases.look(by, case.pk), choices(*tracks, **(known | values)), receiver)
