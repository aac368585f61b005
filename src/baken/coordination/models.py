"""Cases: what is known, kept apart by track, who was let in, and everything that happened. All of it is sealed but the frame."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation, User
from baken.catalogue import load
from baken.coordination.phases import Phase
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.words import PURPOSES
from baken.signals.models import Report
from baken.signals.urgency import Urgency

GROUND = "regie op een casus; de termijn is een voorstel dat de gemeente bevestigt"
CLOSED_RANK = 9
PLACE_IN_LINE = models.Case(
    models.When(phase=Phase.CLOSED, then=models.Value(CLOSED_RANK)),
    models.When(urgency=Urgency.ACUTE, then=models.Value(0)),
    models.When(urgency=Urgency.HIGH, then=models.Value(1)),
    default=models.Value(2),
)


class Case(models.Model):
    """Something that several parties work on together (casus). `name` is a working name without a person's name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    director = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    phase = models.CharField(max_length=20, choices=Phase.choices, default=Phase.REPORT)
    phase_since = models.DateField()
    due_on = models.DateField(null=True)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    main_type = models.CharField(max_length=20, blank=True)
    secret = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=30, blank=True)
    revision = models.PositiveIntegerField(default=0)
    rank = models.GeneratedField(
        expression=PLACE_IN_LINE, output_field=models.SmallIntegerField(), db_persist=True
    )
    form = models.CharField(max_length=64, unique=True)

    name = SealedText()
    picture = SealedText()
    recorded = SealedJSON()  # by phase, by key: what was recorded
    criteria = SealedJSON()  # for the Zorg- en Veiligheidshuis: by key, whether it is met and why

    keep = Keep(years=5, after="closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["-opened_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "rank", "due_on", "id"], name="case_line"),
            models.Index(fields=["municipality", "rank", "-closed_on", "id"], name="case_closed"),
            models.Index(fields=["director", "rank", "due_on", "id"], name="case_director"),
        ]

    def __str__(self) -> str:
        return f"casus {self.number}"

    @property
    def number(self) -> str:
        """How people call this case. Made from its id, so that it tells nothing of how many there are."""
        return f"C-{self.id.hex[:6].upper()}"

    @property
    def is_closed(self) -> bool:
        """Whether it needs no more work."""
        return self.phase == Phase.CLOSED


class OfCase(models.Model):
    """What belongs to a case shares its municipality and key, and goes when the case goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="%(class)ss")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    keep = Keep(years=5, after="case.closed_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} bij {self.case_id}"


class CaseReport(OfCase):
    """A report that is part of a case (melding in een casus). The report itself stays where it is."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="case_reports")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "report"], name="report_once_a_case")]

    def __str__(self) -> str:
        return f"melding {self.report_id} in {self.case_id}"


class Track(OfCase):
    """One line of a case that is seen apart from the others (spoor): a victim, a suspect, a place or a facilitator."""

    class Kind(models.TextChoices):
        """What the track is about."""

        VICTIM = "victim", _("Slachtoffer")
        SUSPECT = "suspect", _("Verdachte")
        PLACE = "place", _("Plek of bedrijf")
        FACILITATOR = "facilitator", _("Wie het mogelijk maakt")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    order = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    name = SealedText()
    summary = SealedText()

    class Meta:
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return f"spoor {self.pk}"


class CaseGrant(OfCase):
    """Somebody was let in (toegang): to the whole case or to tracks, for a purpose, on a ground, until a day.

    It is never widened: another scope is a new grant, so that it can always be said what was open when.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="case_grants")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )  # of then
    recipient = models.CharField(max_length=40, blank=True)  # as the ground knows them; empty: a colleague
    whole = models.BooleanField(default=False)
    tracks = models.ManyToManyField(Track, related_name="+")
    writes = models.BooleanField(default=False)
    purpose = models.CharField(max_length=40)
    ground = models.CharField(max_length=60)
    since = models.DateField()
    until = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    reason = SealedText()
    revoke_reason = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]
        indexes: ClassVar = [models.Index(fields=["user", "revoked_at", "until"], name="grant_of_user")]

    def __str__(self) -> str:
        return f"toegang {self.pk}"

    @property
    def purpose_name(self) -> str:
        """The purpose in words."""
        return str(PURPOSES.get(self.purpose, self.purpose))

    @property
    def ground_name(self) -> str:
        """The ground in words, in the language of the page."""
        found = load().grounds.get(self.ground)
        return found.title.say(get_language() or "nl") if found else self.ground


class CaseExclusion(OfCase):
    """Somebody may not see this case whatever their role (uitsluiting), because of a conflict of interest."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="case_exclusions")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    reason = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "user"], condition=models.Q(lifted_at=None), name="one_exclusion_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"uitsluiting {self.pk}"


class AccessRequest(OfCase):
    """Somebody asks to be let in (verzoek om toegang), to a case of which they know the number."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(default=False)
    reason = SealedText()
    answer = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]
        indexes: ClassVar = [models.Index(fields=["municipality", "decided_at"], name="request_waiting")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "user"], condition=models.Q(decided_at=None), name="one_request_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"verzoek {self.pk}"


class SentForm(models.Model):
    """A form about a case that was sent (verstuurd formulier), so that the same one sent twice is done once."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"formulier bij {self.case_id}"


class PhaseTermSetting(models.Model):
    """The terms of phases that a municipality set itself (fasetermijnen), in working days. Only added to: the newest holds.

    `days`: by phase, by urgency. What is not in it goes by the proposal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    days = models.JSONField(default=dict)
    reason = models.CharField(max_length=200, blank=True)  # of the municipality, without a name
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(fields=["municipality", "-at"], name="phase_terms_newest")]

    def __str__(self) -> str:
        return f"fasetermijnen van {self.municipality_id}"


class CaseEvent(OfCase):
    """One thing that happened in a case (gebeurtenis), for the timeline. Only added to. With a track it is seen with that track."""

    kind = models.CharField(max_length=30)
    track = models.ForeignKey(Track, on_delete=models.CASCADE, null=True, related_name="+")
    about = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    old = models.CharField(max_length=40, blank=True)
    new = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="event_of_case")]

    def __str__(self) -> str:
        return f"{self.kind} bij {self.case_id}"
