"""Builders for tests: an invented meeting over invented cases, with partners who each see a part."""

from datetime import time
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from baken.accounts.models import User
from baken.admission.tests.make import let_in
from baken.casework.tests.make import make_action
from baken.coordination.models import Case
from baken.coordination.tests.make import make_case, make_track
from baken.meetings import access, holding, services
from baken.meetings.models import Meeting
from baken.sharing import services as sharing


def make_meeting(by: User, *cases: Case, people: Any = (), **values: Any) -> Meeting:
    """A meeting that `by` plans and chairs today, with these cases and people."""
    known = {"kind": "case", "title": "Casusoverleg week 50", "on": timezone.localdate(), "begins": time(9, 30),
             "place": "Kamer 3", "chair": by, "form": f"overleg-{Meeting.objects.count():020d}"}  # fmt: skip
    meeting = services.plan(services.Planned(**(known | values)), by=by)
    services.add(meeting, cases, minutes=5, by=by)
    services.invite(meeting, list(people), by=by)
    return meeting


def confirm(municipality: Any, by: User) -> None:
    """The municipality confirmed the ground for a case meeting of its own."""
    sharing.decide_ground("cooperation", "case-meeting", holds=True, reference="Besluit 12", by=by)


def begun(meeting: Meeting, by: User) -> access.Seen:
    """The meeting runs with everybody there; as `by` sees it."""
    seen = access.look(by, meeting.pk)
    holding.begin(meeting, [each.user for each in access.participants_of(seen)], by=by)
    return access.look(by, meeting.pk)


def opened(seen: access.Seen, place: int = 0, *people: User) -> access.SeenItem:
    """The item at this place is open, with whoever leads and these people in the room."""
    found = access.items_of(seen)[place]
    holding.open_item(found, [seen.user, *people], by=seen.user)
    return access.items_of(seen)[place]


def make_table(cast: Any) -> SimpleNamespace:
    """Three cases of Chris. Loes sees the victim of the first; Mo the victim of the second, which is what is discussed of it;
    the third is Chris's alone. The first has two action points of last time.
    """
    one, two, three = (
        make_case(cast.chris, name=name) for name in ("Loods aan de kade", "Nagelsalon", "Vakantiepark")
    )
    victim, suspect = make_track(one), make_track(one, "suspect", "Verdachte B")
    let_in(one, cast.loes, victim, days=90)
    salon = make_track(two, name="Slachtoffer C")
    let_in(two, cast.mo, salon, days=90)
    old = [
        make_action(one, cast.loes, track=victim, text="Zoekt een bed."),
        make_action(one, cast.chris, text="Belt de wijkagent."),
    ]
    meeting = make_meeting(cast.chris, one, two, three, people=[cast.loes, cast.mo])
    about = services.About(minutes=5, tracks=(salon,), purpose="case-meeting", ground="cooperation")
    services.change_item(meeting.items.get(case=two), about, by=cast.chris)
    confirm(cast.havenstad, cast.gerda)
    return SimpleNamespace(
        meeting=meeting, cases=(one, two, three), victim=victim, suspect=suspect, salon=salon, old=old
    )
