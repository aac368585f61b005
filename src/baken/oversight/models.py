"""Terms, stays and what was purged; requests of people and marks on a report; checks of the trace."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedText
from baken.signals.models import Report

WITH_REPORT = Keep(years=1, after="report.closed_on", ground="gaat met de melding mee")
AS_REQUEST = Keep(
    years=5,
    after="decided_on",
    ground="Selectielijst 2020: behandelde melding of verzoek; termijn is een voorstel",
)


class RetentionTerm(models.Model):
    """A term that the municipality confirmed (bewaartermijn), and the decision in which it stands. No row: a proposal."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    months = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=200)
    confirmed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    confirmed_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_term_a_kind"),
            models.CheckConstraint(condition=models.Q(months__gte=1), name="term_of_a_month_or_more"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.months} maanden"


class _Ours(models.Model):
    """A record with sealed words, of one municipality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Stay(_Ours):
    """Why a report does not go yet (uitstel): a term that was extended, or a legal hold. Until when, by whom, why."""

    class Kind(models.TextChoices):
        EXTENSION = "extension", _("Termijn verlengen")
        HOLD = "hold", _("Vasthouden om een wettelijke reden")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="stays")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    until = models.DateField()
    reason = SealedText()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    keep = WITH_REPORT

    def __str__(self) -> str:
        return f"uitstel {self.pk}"


class ReportMark(_Ours):
    """What somebody in a report had recorded about it (aantekening bij een melding). It follows what was already sent on."""

    class Kind(models.TextChoices):
        NOT_SUBSTANTIATED = "not_substantiated", _("Niet onderbouwd")
        CORRECTION = "correction", _("Correctie van een betrokkene")
        OBJECTION = "objection", _("Bezwaar van een betrokkene")
        RESTRICTED = "restricted", _("Beperkt: alleen lezen")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = SealedText()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    keep = WITH_REPORT

    class Meta:
        ordering: ClassVar = ["on", "id"]

    def __str__(self) -> str:
        return f"aantekening {self.pk}"


class DataRequest(_Ours):
    """What somebody asks about their own data (verzoek van een betrokkene), and what was decided."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("Inzage")
        CORRECTION = "correction", _("Correctie")
        ERASURE = "erasure", _("Verwijdering")
        RESTRICTION = "restriction", _("Beperking")
        OBJECTION = "objection", _("Bezwaar")

    class Decision(models.TextChoices):
        GRANTED = "granted", _("Toegewezen")
        PARTLY = "partly", _("Voor een deel toegewezen")
        REFUSED = "refused", _("Afgewezen")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    received_on = models.DateField()
    due_on = models.DateField()
    name = SealedText()
    contact = SealedText()
    asked = SealedText()
    identity = SealedText()
    answer = SealedText()
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    scan_total = models.PositiveIntegerField(default=0)
    scan_done = models.PositiveIntegerField(default=0)
    scan_state = models.CharField(max_length=10, blank=True)  # empty, "running" or "done"

    keep = AS_REQUEST

    class Meta:
        ordering: ClassVar = ["due_on", "id"]

    def __str__(self) -> str:
        return f"verzoek {self.number}"

    @property
    def number(self) -> str:
        """How people call this request. Tells nothing of how many there are."""
        return f"V-{self.id.hex[:6].upper()}"


class RequestReport(models.Model):
    """A report that may be about the person who asks (gevonden melding). A person decides whether it is."""

    request = models.ForeignKey(DataRequest, on_delete=models.CASCADE, related_name="found")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="asked_about")
    by_search = models.BooleanField()
    concerns = models.BooleanField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    keep = AS_REQUEST

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "report"], name="found_once")]

    def __str__(self) -> str:
        return f"melding {self.report_id} bij verzoek {self.request_id}"


class PurgeEntry(models.Model):
    """One line of the register of what was destroyed (vernietigingsregister): kind, number, day, term. No content."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=30)
    on = models.DateField()
    count = models.PositiveIntegerField()
    rows = models.JSONField(default=dict)
    months = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.count} × {self.kind} op {self.on}"


class ChainCheck(models.Model):
    """A check of the whole trace (controle van het spoor): how far it is, and what did not fit."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    total = models.PositiveBigIntegerField(default=0)
    done = models.PositiveBigIntegerField(default=0)
    breaks = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-started_at"]

    def __str__(self) -> str:
        return f"controle van {self.started_at:%Y-%m-%d}"
