"""What is kept beside a report about how it came in, and the keys that let one in: links and applications."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.intake.ways import FOR_OTHERS, Way
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.signals.models import GROUND, Report


class OneTimeLink(models.Model):
    """A one-time link (eenmalige link) with which a professional without an account files one report. Only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    expires_on = models.DateField()
    used_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    meant_for = SealedText()

    keep = Keep(years=1, after="expires_on", ground="AVG art. 5 lid 1 onder e; termijn is een voorstel")

    class Meta:
        ordering: ClassVar = ["-made_on", "id"]

    def __str__(self) -> str:
        return f"eenmalige link {self.pk}"


class Application(models.Model):
    """Another system that may file reports (koppeling), with a token of which only the hash is kept."""

    class Scope(models.TextChoices):
        """What a token is for."""

        FILE = "reports:file", _("meldingen insturen")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    scope = models.CharField(max_length=20, choices=Scope.choices, default=Scope.FILE)
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    expires_on = models.DateField()
    revoked_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-made_on", "id"]

    def __str__(self) -> str:
        return f"koppeling {self.pk}"


class Filing(models.Model):
    """How one report came in when it was not the public form (indiening): by whom, which way, for whom."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="filing")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="filings")
    link = models.OneToOneField(OneTimeLink, on_delete=models.PROTECT, null=True, related_name="filing")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="+")
    body_hash = models.CharField(max_length=64, blank=True)  # keyed: whether the same key came with the same body
    first_on = models.DateField(null=True)  # when it was told elsewhere, before it was taken over from a file
    reference = SealedText()
    service = SealedText()
    function = SealedText()

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"indiening van {self.report_id}"

    @property
    def for_somebody(self) -> bool:
        """Whether it was filed on behalf of a caller or visitor."""
        return self.way in FOR_OTHERS


class ImportBatch(models.Model):
    """A file of reports kept elsewhere, read and waiting for a yes (overname). Sealed, and gone within the hour."""

    class State(models.TextChoices):
        """Where it is."""

        PREVIEW = "preview", _("wacht op jou")
        RUNNING = "running", _("wordt overgenomen")
        DONE = "done", _("klaar")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEW)
    good = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # lines that were a report already
    lines = SealedJSON()

    keep = Keep(years=1, after="made_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["-made_on", "id"]

    def __str__(self) -> str:
        return f"overname {self.pk}"
