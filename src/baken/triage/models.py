"""What was done around a report: steps with their reason, reports that belong together, and a person's own filters."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.privacy import keys
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedText
from baken.signals.models import GROUND, Report
from baken.signals.urgency import Urgency


class _AboutReport(models.Model):
    """Shares the municipality and the key of its report, and goes when the report goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = SealedText()

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} bij {self.report_id}"


class Step(_AboutReport):
    """One step with a report (stap): who took it, handed it over, confirmed, and why. `to` is who has it since."""

    class Kind(models.TextChoices):
        """What was done."""

        TAKEN = "taken", _("Opgepakt")
        HANDED_OVER = "handed over", _("Overgedragen")
        URGENCY = "urgency changed", _("Urgentie gewijzigd")
        CONFIRMED = "second confirmed", _("Afronden bevestigd")
        REFUSED = "second refused", _("Afronden niet bevestigd")
        REOPENED = "reopened", _("Heropend")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    old = models.CharField(max_length=20, blank=True)
    new = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["at"]
        indexes: ClassVar = [models.Index(fields=["report", "at"], name="step_of_report")]

    def __str__(self) -> str:
        return f"stap bij {self.report_id}"

    @property
    def old_name(self) -> str:
        """How urgent it was, in words."""
        return str(Urgency(self.old).label) if self.old else ""

    @property
    def new_name(self) -> str:
        """How urgent it is since, in words."""
        return str(Urgency(self.new).label) if self.new else ""


class Relation(_AboutReport):
    """Two reports that belong together (verbinding), for the eyes of people: nothing is merged, and it can be undone."""

    class Kind(models.TextChoices):
        """How `report` belongs to `other`."""

        DUPLICATE = "duplicate", _("Dubbel: gaat over hetzelfde")
        PART = "part", _("Deel: afgesplitst")
        RELATED = "related", _("Hoort erbij")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "other"], condition=models.Q(undone_at=None), name="one_relation_a_pair"
            ),
            models.CheckConstraint(condition=~models.Q(report=models.F("other")), name="no_relation_with_itself"),
        ]

    def __str__(self) -> str:
        return f"verbinding van {self.report_id}"


class SavedFilter(models.Model):
    """A list that somebody made for themselves (bewaarde lijst). The query holds choices from lists and days only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = SealedText()
    query = models.CharField(max_length=300)

    keep = Keep(years=1, after="person.left_on", ground="AVG art. 5 lid 1 onder e; termijn is een voorstel")
    key_owner = keys.HOUSE

    def __str__(self) -> str:
        return f"bewaarde lijst {self.pk}"


class Reminded(models.Model):
    """That the people of a municipality were reminded on a day (herinnering), so that it happens once."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["municipality", "on"], name="one_reminder_a_day")]

    def __str__(self) -> str:
        return f"herinnering {self.on}"


class LookAlong(_AboutReport):
    """A colleague of another municipality in the region is asked to look along (meekijkvraag): one report, one weighing.

    `disclosure` is the line of the register that says what that person may read, and on which ground. It ends with a
    decision, when it is taken back, or when the report is weighed anew.
    """

    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    weighing = models.UUIDField()
    disclosure = models.UUIDField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report"], condition=models.Q(ended_at=None), name="one_looks_along_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"meekijkvraag bij {self.report_id}"
