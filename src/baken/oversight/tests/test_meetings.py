"""A meeting stays while one of its cases does; then it goes by the same term, with who was there and every trace but content."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.coordination.models import Case
from baken.coordination.phases import Phase
from baken.meetings.models import ItemPresence, Meeting, MeetingItem, Participant
from baken.meetings.tests.make import begun, make_meeting, make_table, opened
from baken.oversight import register
from baken.oversight.purge import purge
from baken.oversight.tests.make import confirm_all
from baken.privacy.models import Trace
from baken.privacy.retention import later


@pytest.fixture
def held(cast):
    """A meeting of six years ago over three cases, of which two were closed long ago."""
    table = make_table(cast)
    opened(begun(table.meeting, cast.chris), 0)
    Meeting.objects.filter(pk=table.meeting.pk).update(on=timezone.localdate() - timedelta(days=6 * 366))
    for case in table.cases[:2]:
        close(case, months_ago=61)
    confirm_all(cast.havenstad, cast.amina)
    return table


def close(case, *, months_ago):
    day = later(timezone.localdate(), -months_ago)
    Case.objects.filter(pk=case.pk).update(phase=Phase.CLOSED, closed_on=day, due_on=None)


def test_items_go_with_their_case_and_the_meeting_with_the_last_of_them(cast, held):
    today = timezone.localdate()
    assert [each.count for each in purge(today) if each.kind == "case-file"] == [2]
    assert MeetingItem.objects.get().case == held.cases[2]
    assert not ItemPresence.objects.exists()
    assert Meeting.objects.exists()
    close(held.cases[2], months_ago=61)
    assert [each.count for each in purge(today) if each.kind == "case-file"] == [
        2
    ]  # the case, and then the meeting
    assert not Meeting.objects.exists()
    assert not Participant.objects.exists()
    assert (
        Trace.objects.filter(verb="purged", kind="meeting", record=str(held.meeting.pk), why="case-file").count()
        == 1
    )


def test_a_meeting_without_cases_goes_by_its_own_day(cast):
    meeting = make_meeting(cast.chris)
    confirm_all(cast.havenstad, cast.amina)
    assert purge(timezone.localdate()) == []
    Meeting.objects.filter(pk=meeting.pk).update(on=later(timezone.localdate(), -61))
    purge(timezone.localdate())
    assert not Meeting.objects.exists()


def test_the_register_says_who_reads_meetings_and_how_long_they_stay(db):
    found = {each["model"]: each for each in register.as_json()["records"]}
    for name in ("Meeting", "Participant", "MeetingItem", "ItemPresence"):
        assert "60 maanden" in found[name]["term"], name
        assert "Ketenregisseur" in found[name]["readers"]
    assert found["Meeting"]["sealed"] == ["title", "place"]
