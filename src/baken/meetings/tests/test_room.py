"""Who is in the room: computed from what each sees now, and refused when it does not fit."""

import pytest

from baken.admission import letting
from baken.coordination.services import NotPossible
from baken.meetings import access, holding, minutes, room, services
from baken.meetings.models import ItemPresence
from baken.meetings.tests.make import begun, make_meeting, make_table, opened
from baken.privacy import trace
from baken.sharing import services as sharing


def about(**values):
    return services.About(
        **({"minutes": 5, "tracks": (), "purpose": "case-meeting", "ground": "cooperation"} | values)
    )


def test_who_does_not_see_the_case_or_not_all_of_it_is_named_before_it_opens(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    one, two, three = access.items_of(seen)
    people = access.present_of(seen)
    assert [each.words for each in room.must_leave(one.item, people)] == [
        "Loes Groen ziet maar een deel van deze casus: laat Loes Groen even gaan.",
        "Mo Jansen ziet deze casus niet: laat Mo Jansen even gaan.",
    ]
    assert [each.user for each in room.must_leave(two.item, people)] == [cast.loes]
    assert [each.user for each in room.must_leave(three.item, people)] == [cast.loes, cast.mo]


def test_over_one_track_who_sees_that_track_may_stay(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    item = access.items_of(seen)[0].item
    services.change_item(item, about(tracks=(table.victim,)), by=cast.chris)
    assert [each.user for each in room.must_leave(access.items_of(seen)[0].item, access.present_of(seen))] == [
        cast.mo
    ]
    services.change_item(item, about(tracks=(table.victim, table.suspect)), by=cast.chris)
    assert "dit spoor niet: Verdachte B" in room.must_leave(access.items_of(seen)[0].item, [cast.loes])[0].words


def test_a_case_does_not_open_while_somebody_is_there_who_does_not_see_it(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    with pytest.raises(NotPossible, match="laat Mo Jansen even gaan"):
        opened(seen, 0, cast.mo)
    found = opened(seen, 0)
    assert [each.user for each in ItemPresence.objects.filter(item=found.item)] == [cast.chris]
    assert found.item.state == "open"


def test_other_tracks_while_a_case_is_open_lead_back_to_its_door_and_what_was_said_stays(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    item = access.items_of(seen)[0].item
    services.change_item(item, about(tracks=(table.victim,)), by=cast.chris)
    found = opened(seen, 0, cast.loes)
    holding.write(
        found, holding.Said(form="een", track=table.victim, aim="safety", note="Zij wil hulp."), by=cast.chris
    )
    services.change_item(item, about(tracks=(table.victim,), minutes=9), by=cast.chris)
    assert access.items_of(seen)[0].item.state == "open"  # only more time
    services.change_item(item, about(tracks=(table.suspect,)), by=cast.chris)
    assert access.items_of(seen)[0].item.state == "planned"
    with pytest.raises(NotPossible, match="Verdachte B"):
        opened(seen, 0, cast.loes)
    with pytest.raises(NotPossible, match="al besproken"):
        services.drop(item, by=cast.chris)
    holding.end(table.meeting, by=cast.chris)
    assert [each.heading for each in minutes.make(seen, cast.loes)[0].parts] == [
        f"1. Casus {table.cases[0].number}"
    ]


def test_a_grant_that_was_taken_back_counts_at_once(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    given = table.cases[1].casegrants.get(user=cast.mo)
    letting.revoke(given, reason="Klaar.", by=cast.chris)
    with pytest.raises(NotPossible, match="ziet deze casus niet"):
        opened(seen, 1, cast.mo)


def test_with_a_partner_there_an_unconfirmed_ground_is_refused_with_the_reason(cast):
    table = make_table(cast)
    sharing.decide_ground("cooperation", "case-meeting", holds=False, reference="Besluit 13", by=cast.gerda)
    seen = begun(table.meeting, cast.chris)
    services.change_item(access.items_of(seen)[0].item, about(tracks=(table.victim,)), by=cast.chris)
    with pytest.raises(NotPossible, match="Te bevestigen door de gemeente"):
        opened(seen, 0, cast.loes)
    opened(seen, 0)  # among colleagues nothing is given away


def test_a_purpose_that_the_ground_does_not_know_is_refused(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    services.change_item(
        access.items_of(seen)[0].item, about(tracks=(table.victim,), purpose="enforcement"), by=cast.chris
    )
    with pytest.raises(NotPossible, match="verbiedt dit"):
        opened(seen, 0, cast.loes)


def test_who_is_not_there_cannot_be_in_the_room(cast):
    table = make_table(cast)
    holding.begin(table.meeting, [cast.chris], by=cast.chris)
    found = opened(access.look(cast.chris, table.meeting.pk), 1, cast.mo)
    assert [each.user for each in found.item.presences.all()] == [cast.chris]


def test_who_comes_in_later_is_written_down_too_and_one_case_is_open_at_a_time(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    opened(seen, 1)
    opened(seen, 1, cast.mo)
    assert {each.user for each in ItemPresence.objects.all()} == {cast.chris, cast.mo}
    opened(seen, 2)
    assert [each.item.state for each in access.items_of(seen)] == ["planned", "done", "open"]


def test_the_chair_opens_only_what_they_see_whole(cast):
    table = make_table(cast)
    meeting = make_meeting(cast.chris, table.cases[0], people=[cast.loes], chair=cast.loes)
    seen = begun(meeting, cast.loes)
    with pytest.raises(NotPossible, match="Jij ziet niet alles"):
        opened(seen, 0)


def test_opening_stands_in_the_case_and_in_the_trace(cast):
    table = make_table(cast)
    opened(begun(table.meeting, cast.chris), 0)
    assert table.cases[0].caseevents.filter(kind="discussed", new=table.meeting.number).count() == 1
    assert [each.verb for each in trace.lines_of("meeting", table.meeting.pk)] == [
        "planned",
        "agenda",
        "invited",
        "agenda",
        "began",
    ]
