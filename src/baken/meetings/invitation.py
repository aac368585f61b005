"""The calendar file of a meeting (RFC 5545): when, where and that it is one. No title, no case, no people."""

from datetime import UTC, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from baken.meetings.access import minutes_planned
from baken.meetings.models import Meeting


def calendar_file(meeting: Meeting) -> bytes:
    """The file, in UTC. Opened again after a change, a calendar moves or strikes out the same appointment."""
    begins = meeting.starts_at.astimezone(UTC)
    event = Event()
    event.add("uid", f"{meeting.pk}@baken")
    event.add("dtstamp", meeting.planned_at.astimezone(UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=minutes_planned(meeting)))
    event.add("sequence", meeting.revision)
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    event.add("class", "CONFIDENTIAL")
    event.add("summary", f"{meeting.get_kind_display()} {meeting.number}")
    event.add("description", _("De agenda staat in Baken. Meld je aan om haar te zien."))
    if meeting.place:
        event.add("location", meeting.place)
    calendar = Calendar()
    calendar.add("prodid", "-//Baken//Overleg//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
