"""Meetings in the proofs: where they stand, who opens which door, and the pages with a form."""

from typing import Any

from baken.admission.tests.make import let_in
from baken.coordination.tests.make import make_case, make_track
from baken.meetings.models import Meeting
from baken.meetings.tests.make import begun, make_meeting, opened
from tests.proof import doors as table
from tests.proof.doors import Row, _seven, desk

WORK_IN_CASES = ("amina", "chris", "dewi", "loes", "mo", "els")
OF_MEETING = [f"meetings:{name}" for name in "meeting change people cancel calendar add begin end minutes".split()]
OF_ITEM = [f"meetings:{name}" for name in "change_item move drop open item".split()]


def running(leader: Any, *partners: Any, form: str) -> Meeting:
    """A meeting that runs, with one case open; the partners see a track of it."""
    case = make_case(leader, form=f"casus-{form}-{'c' * 20}")
    track = make_track(case)
    for partner in partners:
        let_in(case, partner, track)
    meeting = make_meeting(leader, case, people=partners, form=f"overleg-{form}-{'o' * 20}")
    opened(begun(meeting, leader))
    return meeting


def words(meeting: Meeting) -> dict[str, list[Any]]:
    """The words in the addresses of this meeting."""
    found = {name: [meeting.pk] for name in OF_MEETING} | {"meetings:file": [meeting.pk, "pdf"]}
    return found | {name: [meeting.pk, meeting.items.get().pk] for name in OF_ITEM}


def door(*may: str, get: int = 405, post: int = 405) -> Row:
    """For who works in cases and does not take part it does not exist; for the others of the desk it is not allowed."""
    found = desk(*may, get=get, post=post)
    hidden = [each if each == 405 else 404 for each in (get, post)]
    for who in set(WORK_IN_CASES) - set(may):
        found[who] = _seven(f"{hidden[0]} {hidden[0]} {hidden[1]} 405 405 405 405")
    return found


def doors(leader: str, *partners: str) -> dict[str, Row]:
    """Who opens which door of a meeting that `leader` leads and in which these partners take part."""
    both = {who: _seven("200 200 404 405 405 405 405") for who in partners}
    return {
        "meetings:meeting": door(leader, *partners, get=200),
        "meetings:change": door(leader, get=200, post=422),
        "meetings:people": door(leader, get=200, post=302),
        "meetings:cancel": door(leader, post=302),
        "meetings:calendar": door(leader, *partners, get=200),
        "meetings:add": door(leader, get=200, post=422),
        "meetings:change_item": door(leader, get=200, post=422),
        "meetings:move": door(leader, post=302),
        "meetings:drop": door(leader, post=302),
        "meetings:begin": door(leader, get=200, post=302),
        "meetings:open": door(leader, get=200, post=302),
        "meetings:item": door(leader, get=200, post=422) | both,
        "meetings:end": door(leader, get=200, post=302) | both,
        "meetings:minutes": door(leader, *partners, get=200),
        "meetings:file": door(leader, *partners, post=200),
    }


TABLE: dict[str, Row] = {
    "meetings:list": desk(*WORK_IN_CASES, get=200),
    "meetings:plan": door("amina", "chris", "els", get=200, post=422),
    **doors("chris", "loes"),
}
table.TABLE |= TABLE
table.ELSEWHERE |= doors("els")


def pages(cast: Any) -> dict[Any, list[str]]:
    """The pages with a form: a meeting that is planned and one that runs."""
    runs = running(cast.chris, cast.loes, form="loopt")
    plans = make_meeting(cast.chris, runs.items.get().case, make_case(cast.chris, form="nog-een-" + "n" * 20))
    make_case(cast.chris, form="en-nog-een-" + "n" * 20)
    item, own, now = plans.items.first(), f"/werk/overleg/{plans.pk}/", f"/werk/overleg/{runs.pk}/"
    here = f"{now}casus/{runs.items.get().pk}/"
    return {
        cast.chris: [
            "/werk/overleg/nieuw/", own, *(f"{own}{tail}/" for tail in ("wijzigen", "mensen", "agenda", f"agenda/{item.pk}", "begin")),
            here, f"{here}openen/", f"{now}slot/", f"{now}verslag/",
        ],
        cast.loes: [f"{now}verslag/"],
    }  # fmt: skip
