"""What must go because somebody asked it."""

import uuid
from typing import ClassVar

from django.db import models

from baken.accounts.models import Municipality, User
from baken.oversight.models import AS_REQUEST, DataRequest
from baken.signals.models import number_of


class Erasure(models.Model):
    """One report that must go, or hidden parts of it, because a person asked it (te wissen op verzoek).

    The report is a plain id: this line stays when the report is gone. `groups` are the hidden parts; none is all of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(DataRequest, on_delete=models.CASCADE, related_name="erasures")
    report = models.UUIDField()
    groups = models.JSONField(default=list)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(null=True)

    keep = AS_REQUEST

    class Meta:
        ordering: ClassVar = ["asked_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request", "report"], condition=models.Q(done_on=None), name="erasure_waits_once"
            )
        ]

    def __str__(self) -> str:
        return f"wissen van {self.number} bij verzoek {self.request_id}"

    @property
    def number(self) -> str:
        """How people call the report."""
        return number_of(self.report)
