"""Planning: who sees a meeting and what of it, who can be invited, what a calendar and a mail say, and the next one."""

from datetime import date, time, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from baken.accounts.tests.make import carry_out
from baken.admission import letting
from baken.coordination import services as case_services
from baken.coordination.models import Case
from baken.coordination.services import Changed, NotPossible
from baken.coordination.tests.make import make_case
from baken.meetings import access, holding, services
from baken.meetings.invitation import calendar_file
from baken.meetings.models import Meeting
from baken.meetings.tests.make import begun, make_meeting, make_table, opened
from baken.privacy import trace

PAGE = "/werk/overleg/{}/"


def test_participants_see_the_meeting_and_of_the_agenda_only_their_cases(cast):
    table = make_table(cast)
    shown = {who: [each.case.name for each in access.items_of(access.look(getattr(cast, who), table.meeting.pk))]
             for who in ("chris", "loes", "mo")}  # fmt: skip
    assert shown == {
        "chris": ["Loods aan de kade", "Nagelsalon", "Vakantiepark"],
        "loes": ["Loods aan de kade"],
        "mo": ["Nagelsalon"],
    }


def test_who_sees_a_part_of_a_case_knows_it_by_its_number_and_not_by_its_working_name(cast, signed_in):
    table = make_table(cast)
    begun(table.meeting, cast.chris)
    number = table.cases[0].number
    for page in (
        PAGE.format(table.meeting.pk),
        f"{PAGE.format(table.meeting.pk)}casus/{table.meeting.items.get(order=0).pk}/",
    ):
        said = signed_in(cast.loes).get(page).content.decode()
        assert f"Casus {number}" in said
        assert "Loods aan de kade" not in said
    assert "Loods aan de kade" in signed_in(cast.chris).get(PAGE.format(table.meeting.pk)).content.decode()


@pytest.mark.parametrize("who", ["amina", "dewi", "els"])
def test_for_who_does_not_take_part_it_does_not_exist(cast, who):
    meeting, user = make_meeting(cast.chris), getattr(cast, who)
    assert not access.meetings_for(user).exists()
    with pytest.raises(Http404):
        access.look(user, meeting.pk)
    assert [each.verb for each in trace.lines_of("meeting", meeting.pk)][-1] == "refused"


def test_who_does_not_work_in_cases_has_no_meetings(cast):
    with pytest.raises(PermissionDenied):
        access.meetings_for(cast.gerda)
    with pytest.raises(PermissionError):
        make_meeting(cast.dewi)


def test_who_leads_the_cases_here_sees_the_meeting_of_a_colleague_but_not_its_secret_case(cast):
    meeting = make_meeting(cast.amina, make_case(cast.amina), make_case(cast.amina, secret=True, name="Geheim"))
    seen = access.look(cast.chris, meeting.pk)
    assert seen.leads
    assert [each.case.name for each in access.items_of(seen)] == ["Loods aan de kade"]


def test_an_item_of_a_case_one_does_not_see_does_not_exist(cast):
    table = make_table(cast)
    third = access.items_of(access.look(cast.chris, table.meeting.pk))[2]
    with pytest.raises(Http404):
        access.item_of(access.look(cast.loes, table.meeting.pk), third.item.pk)


def test_those_who_see_a_case_can_be_invited_and_nobody_who_was_shut_out(cast):
    table = make_table(cast)
    letting.exclude(table.cases[1], cast.mo, reason="Buren.", by=cast.chris)
    meeting = make_meeting(cast.chris, *table.cases)
    assert [(user.name, count) for user, count in access.people_for(access.look(cast.chris, meeting.pk))] == [
        ("Chris Vos", 3), ("Loes Groen", 1)
    ]  # fmt: skip


def test_mails_say_that_something_waits_and_no_more(cast):
    carry_out()
    mail.outbox.clear()
    meeting = make_meeting(cast.chris, people=[cast.loes], title="Casusoverleg week 51")
    assert carry_out() == 1
    services.change(meeting, planned(meeting, on=date(2031, 1, 8)), seen=meeting.revision, by=cast.chris)
    services.cancel(meeting, by=cast.chris)
    assert carry_out() == 2
    assert {each.to[0] for each in mail.outbox} == {cast.loes.email}
    assert not any("week 51" in each.subject + each.body or "Kamer" in each.body for each in mail.outbox)


def planned(meeting, **values):
    known = {name: getattr(meeting, name) for name in ("kind", "title", "on", "begins", "place", "chair")}
    return services.Planned(form="", **(known | values))


def test_the_calendar_file_says_when_and_where_and_not_what_about(cast):
    meeting = make_meeting(cast.chris, make_case(cast.chris, name="Loods"), make_case(cast.chris, name="Salon"),
                           title="Overleg week 50", on=date(2027, 7, 1), begins=time(9, 30), place="Kamer 3; eerste étage")  # fmt: skip
    body = calendar_file(meeting)
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2027-07-01T07:30:00+00:00"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    assert event["location"] == "Kamer 3; eerste étage"
    text = body.decode()
    for word in ("Loods", "Salon", "week 50", "Chris", "ORGANIZER", "ATTENDEE", "havenstad"):
        assert word not in text
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))


def test_a_changed_or_cancelled_meeting_moves_the_same_appointment(cast):
    meeting = make_meeting(cast.chris)
    first = Calendar.from_ical(calendar_file(meeting)).walk("VEVENT")[0]
    services.change(meeting, planned(meeting, begins=time(11)), seen=0, by=cast.chris)
    services.cancel(meeting, by=cast.chris)
    last = Calendar.from_ical(calendar_file(Meeting.objects.get())).walk("VEVENT")[0]
    assert (first["uid"], first["sequence"], first["status"]) == (last["uid"], 0, "CONFIRMED")
    assert (last["sequence"], last["status"]) == (2, "CANCELLED")


def test_who_was_second_overwrites_nothing(cast, signed_in):
    meeting = make_meeting(cast.chris)
    services.change(meeting, planned(meeting, place="Kamer 9"), seen=0, by=cast.chris)
    with pytest.raises(Changed):
        services.change(meeting, planned(meeting), seen=0, by=cast.chris)
    said = {
        "kind": "case",
        "title": "X",
        "on": "2031-01-01",
        "begins": "10:00",
        "place": "Kamer 5",
        "chair": cast.chris.pk,
        "seen": 0,
    }
    late = signed_in(cast.chris).post(f"{PAGE.format(meeting.pk)}wijzigen/", said)
    assert late.status_code == 409
    assert "Kamer 9" in late.content.decode()
    assert "Kamer 5" in late.content.decode()


def test_the_agenda_is_put_in_order_and_what_was_discussed_stays(cast):
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    one, two, three = (each.item for each in access.items_of(seen))
    among = [one.pk, two.pk, three.pk]
    services.move(three, up=True, among=among, by=cast.chris)
    services.move(one, up=True, among=[one.pk, three.pk, two.pk], by=cast.chris)
    assert [each.item.pk for each in access.items_of(seen)] == [one.pk, three.pk, two.pk]
    opened(seen, 0)
    with pytest.raises(NotPossible, match="al besproken"):
        services.drop(one, by=cast.chris)
    services.drop(three, by=cast.chris)
    assert [each.item.pk for each in access.items_of(seen)] == [one.pk, two.pk]


def test_the_same_case_is_on_an_agenda_once_and_no_more_than_forty(cast):
    case = make_case(cast.chris)
    meeting = make_meeting(cast.chris, case)
    services.add(meeting, [case], minutes=5, by=cast.chris)
    assert meeting.items.count() == 1
    with pytest.raises(NotPossible, match="hooguit 40"):
        services.add(meeting, [case] * 40, minutes=5, by=cast.chris)


def test_a_meeting_that_is_over_takes_nothing_more(cast):
    table = make_table(cast)
    begun(table.meeting, cast.chris)
    holding.end(table.meeting, by=cast.chris)
    holding.end(table.meeting, by=cast.chris)
    for act in (
        lambda: services.add(table.meeting, table.cases, minutes=5, by=cast.chris),
        lambda: services.invite(table.meeting, [], by=cast.chris),
        lambda: holding.begin(table.meeting, [], by=cast.chris),
        lambda: services.cancel(table.meeting, by=cast.chris),
    ):
        with pytest.raises(NotPossible):
            act()


def test_the_next_meeting_takes_open_cases_and_people_along(cast, signed_in):
    table = make_table(cast)
    case = table.cases[1]
    Case.objects.filter(pk=case.pk).update(phase="closed", closed_on=date(2026, 11, 1))
    chris = signed_in(cast.chris)
    page = f"/werk/overleg/nieuw/?na={table.meeting.pk}"
    assert table.meeting.title in chris.get(page).content.decode()
    said = {"kind": "case", "title": "Week 51", "on": "2031-01-08", "begins": "09:30", "place": "Kamer 3", "chair": cast.chris.pk,
            "form": "volgende-" + "v" * 20}  # fmt: skip
    for _twice in range(2):
        assert chris.post(page, said).status_code == 302
    new = Meeting.objects.get(after=table.meeting)
    seen = access.look(cast.chris, new.pk)
    assert [each.case for each in access.items_of(seen)] == [table.cases[0], table.cases[2]]
    assert {each.user for each in access.participants_of(seen)} == {cast.chris, cast.loes, cast.mo}


def test_a_case_that_becomes_secret_leaves_the_agenda_of_who_is_not_let_in(cast):
    meeting = make_meeting(cast.amina, make_case(cast.amina), people=[cast.chris])
    case_services.set_secret(meeting.items.get().case, True, reason="Dreiging.", seen=0, by=cast.amina)
    assert access.items_of(access.look(cast.chris, meeting.pk)) == []
    assert len(access.items_of(access.look(cast.amina, meeting.pk))) == 1


def test_the_page_of_a_meeting_asks_as_much_for_one_case_as_for_twelve(cast, signed_in):
    browser, counted = signed_in(cast.chris), []
    for number in (1, 12):
        cases = [make_case(cast.chris, form=f"veel-{number}-{place:020d}") for place in range(number)]
        meeting = make_meeting(cast.chris, *cases)
        opened(begun(meeting, cast.chris), 0)
        browser.get(PAGE.format(meeting.pk))
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(PAGE.format(meeting.pk)).status_code == 200
        counted.append(len([each for each in seen if "privacy_keyset" not in each["sql"]]))
    assert counted[0] == counted[1] <= 30
