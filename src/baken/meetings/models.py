"""Meetings: when and who, the cases on the agenda with who was in the room, and what was settled there."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.casework.models import ActionPoint
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.coordination.models import GROUND, OfCase, Track
from baken.meetings.words import Kind
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedText
from baken.sharing.words import PURPOSES

SHORTEST = 30  # minutes that a meeting without an agenda takes in a calendar


class Meeting(models.Model):
    """People who talk about one or more cases on a day (overleg). `title` and `place` hold no personal data."""

    class State(models.TextChoices):
        """How it stands."""

        PLANNED = "planned", _("Gepland")
        RUNNING = "running", _("Bezig")
        ENDED = "ended", _("Klaar")
        CANCELLED = "cancelled", _("Afgezegd")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.CASE)
    on = models.DateField()
    begins = models.TimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    chair = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    after = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    form = models.CharField(max_length=64, unique=True)
    title = SealedText()
    place = SealedText()

    keep = Keep(years=5, after="on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["on", "begins", "id"]
        indexes: ClassVar = [models.Index(fields=["municipality", "on"], name="meeting_day")]

    def __str__(self) -> str:
        return f"overleg {self.number}"

    @property
    def number(self) -> str:
        """How people call this meeting. Made from its id."""
        return f"O-{self.id.hex[:6].upper()}"

    @property
    def is_open(self) -> bool:
        """Whether it still has to be held, or is being held."""
        return self.state in {self.State.PLANNED, self.State.RUNNING}

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        return timezone.make_aware(datetime.combine(self.on, self.begins))


class OfMeeting(models.Model):
    """What belongs to a meeting goes when the meeting goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="%(class)ss")

    keep = Keep(years=5, after="meeting.on", ground=GROUND)

    class Meta:
        abstract = True


class Participant(OfMeeting):
    """Somebody who is invited (deelnemer). `present` is None until the meeting began."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    present = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "user"], name="invited_once")]

    def __str__(self) -> str:
        return f"deelnemer {self.pk}"


class MeetingItem(OfCase):
    """One case on the agenda (agendapunt): which tracks, for what and on which ground. Without tracks it is the whole case.

    It goes with its case. A meeting stays while it has items.
    """

    class State(models.TextChoices):
        """How it stands."""

        PLANNED = "planned", _("Komt nog")
        OPEN = "open", _("Nu")
        DONE = "done", _("Besproken")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(default=0)
    minutes = models.PositiveSmallIntegerField(default=5)
    tracks = models.ManyToManyField(Track, related_name="+")
    purpose = models.CharField(max_length=40)
    ground = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    settled = models.ManyToManyField(ActionPoint, related_name="+")
    forms = models.JSONField(default=list)  # the forms that were written, so that one sent twice counts once

    class Meta:
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "case"], name="case_once_a_meeting")]

    def __str__(self) -> str:
        return f"agendapunt {self.pk}"

    @property
    def until(self) -> datetime | None:
        """The moment at which its time is over; None until it is opened."""
        return self.opened_at + timedelta(minutes=self.minutes) if self.opened_at else None

    @property
    def purpose_name(self) -> str:
        """The purpose in words."""
        return str(PURPOSES.get(self.purpose, self.purpose))

    @property
    def legal_ground(self) -> LegalGround | None:
        """The ground with its conditions, or None when it is no longer in the catalogue."""
        return load().grounds.get(self.ground)

    @property
    def ground_name(self) -> str:
        """The ground in words, in the language of the page."""
        found = self.legal_ground
        return found.title.say(get_language() or "nl") if found else self.ground


class ItemPresence(OfCase):
    """Somebody was in the room while this case was discussed (aanwezig bij een agendapunt)."""

    item = models.ForeignKey(MeetingItem, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "user"], name="present_once")]

    def __str__(self) -> str:
        return f"aanwezigheid {self.pk}"
