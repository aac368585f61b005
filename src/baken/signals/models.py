"""Reports, what was said about them, and how they were weighed. Stories and people are sealed."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models

from baken.accounts.models import Municipality, User
from baken.deadlines.workdays import Closed
from baken.files.models import StoredFile
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.signals.steps import Outcome, Referral, ReportStatus
from baken.signals.terms import Terms
from baken.signals.urgency import Urgency

GROUND = "verwerking van de melding zelf; termijn is een voorstel dat de gemeente bevestigt"


CLOSED_RANK = 9
PLACE_IN_LINE = models.Case(
    models.When(status=ReportStatus.CLOSED, then=models.Value(CLOSED_RANK)),
    models.When(urgency=Urgency.ACUTE, then=models.Value(0)),
    models.When(urgency=Urgency.HIGH, then=models.Value(1)),
    default=models.Value(2),
)


def number_of(report: uuid.UUID) -> str:
    """How people call the report with this id."""
    return f"M-{report.hex[:6].upper()}"


class Report(models.Model):
    """A worry about possible exploitation, told by somebody (melding). An anonymous one keeps a date, not a time.

    `question`: no report of something but a question for advice, without personal data (vraag om advies).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="reports")
    received_on = models.DateField()
    anonymous = models.BooleanField(default=True)
    question = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="nl")
    setting = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=20, choices=ReportStatus.choices, default=ReportStatus.NEW)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    concern = models.CharField(max_length=10)
    main_type = models.CharField(max_length=20, blank=True)
    content_version = models.CharField(max_length=40)
    rank = models.GeneratedField(  # the database keeps it: the inbox is read from an index, without sorting
        expression=PLACE_IN_LINE, output_field=models.SmallIntegerField(), db_persist=True
    )
    unread = models.BooleanField(default=False)  # the reporter wrote and nobody has read it yet
    closed_on = models.DateField(null=True)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    term_from = models.DateField(null=True)
    due_on = models.DateField(null=True)  # the last day to act; stored, so that the inbox is in this order

    story = SealedText()
    place = SealedText()
    moment = SealedText()
    earlier = SealedText()  # what the reporter remembers of a report of which the code is lost
    reporter_name = SealedText()
    reporter_contact = SealedText()
    safe_contact = SealedText()
    safe_channel = SealedText()
    safe_hours = SealedText()
    safe_words = SealedText()
    safe_person = SealedText()
    ticks = SealedJSON()
    assessment = SealedJSON()

    code_hash = models.CharField(max_length=64, unique=True)
    form_hash = models.CharField(max_length=64, unique=True)
    code_saved = models.BooleanField(default=False)

    keep = Keep(years=1, after="closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["-received_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "rank", "due_on", "id"], name="report_line"),
            models.Index(fields=["municipality", "rank", "-closed_on", "id"], name="report_done"),
            models.Index(fields=["municipality", "unread"], name="report_unread"),
        ]

    def __str__(self) -> str:
        return f"melding {self.number}"

    @property
    def number(self) -> str:
        """How people call this report. Made from its id, so that it tells nothing of how many there are."""
        return number_of(self.id)

    @property
    def is_closed(self) -> bool:
        """Whether it needs no more work."""
        return self.status == ReportStatus.CLOSED


class _AboutReport(models.Model):
    """What belongs to a report shares its municipality and key, and goes when the report goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="%(class)ss")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} bij {self.report_id}"


class Message(_AboutReport):
    """One message between the reporter and the focal officer (bericht). `author` is empty for the reporter."""

    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(null=True)
    order = models.BigIntegerField(default=0)
    form_hash = models.CharField(max_length=64, unique=True)
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["on", "order"]

    def __str__(self) -> str:
        return f"bericht bij {self.report_id}"


class ReportFile(_AboutReport, StoredFile):
    """A file that came with a report, or with a message about it (bijlage bij een melding). `author` is empty for the reporter."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="files")
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["on", "order"]

    def __str__(self) -> str:
        return f"bijlage {self.number} bij {self.report_id}"


class InternalNote(_AboutReport):
    """What colleagues of the municipality write to each other about a report (interne notitie)."""

    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"notitie bij {self.report_id}"


class Weighing(_AboutReport):
    """How a person weighed a report (weging): agree with the assessment or not, what happens, and why."""

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    agrees = models.BooleanField()
    concern = models.CharField(max_length=10)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    reason = SealedText()
    referrals = SealedJSON()  # to whose help: a list of Referral, only where help is needed

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"weging van {self.report_id}"

    @property
    def led_to(self) -> list[str]:
        """To whose help somebody is led, in words."""
        return [str(Referral(each).label) for each in self.referrals or []]


class TermSetting(models.Model):
    """The terms that a municipality set itself (termijnen), in working days, and its own closing days."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, related_name="+")
    high = models.PositiveSmallIntegerField(default=1)
    normal = models.PositiveSmallIntegerField(default=5)
    follow_up = models.PositiveSmallIntegerField(default=10)
    escalate = models.PositiveSmallIntegerField(default=3)
    open_months = models.PositiveSmallIntegerField(default=12)
    good_friday = models.BooleanField(default=False)
    liberation_day = models.BooleanField(default=False)
    closing_days = models.JSONField(default=list)
    changed_on = models.DateField()
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"termijnen van {self.municipality_id}"

    @property
    def terms(self) -> Terms:
        """The same as plain values."""
        days = frozenset(date.fromisoformat(day) for day in self.closing_days)
        closed = Closed(self.good_friday, self.liberation_day, days)
        return Terms(self.high, self.normal, self.follow_up, self.escalate, closed, self.open_months)


class Mask(_AboutReport):
    """A stretch of the story or of a message that is hidden (afgeschermd stuk). A label stands in the text in its place.

    The words themselves are here, sealed, until two people erase them. One choice is one `group`: the same words
    wherever they stand. `before` is a keyed mark of the text as it was, to know it again without keeping it.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="masks")
    group = models.UUIDField()
    start = models.PositiveIntegerField()
    label = models.CharField(max_length=40)
    what = models.CharField(max_length=20)
    before = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    erased_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    erased_on = models.DateField(null=True)
    hidden = SealedJSON()
    reason = SealedText()

    class Meta:
        ordering: ClassVar = ["at", "start"]
        indexes: ClassVar = [models.Index(fields=["report", "group"], name="mask_group")]

    def __str__(self) -> str:
        return f"afgeschermd stuk van {self.report_id}"


from baken.signals.trait_models import TraitList, TraitToken  # noqa: E402 (tables of this room in a file of their own)

__all__ = ["InternalNote", "Message", "Report", "ReportFile", "TraitList", "TraitToken", "Weighing"]
