"""A case in which somebody who asks may stand, and the parts that its director gave for the answer."""

from typing import ClassVar

from django.db import models

from baken.accounts.models import User
from baken.coordination.models import OfCase
from baken.oversight.models import DataRequest
from baken.privacy.sealed import SealedText


class RequestCase(OfCase):
    """A case that may be about the person who asks (gevonden casus). Who leads the case decides whether it is."""

    request = models.ForeignKey(DataRequest, on_delete=models.CASCADE, related_name="found_cases")
    by_search = models.BooleanField()
    concerns = models.BooleanField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "case"], name="case_found_once")]

    def __str__(self) -> str:
        return f"casus {self.case_id} bij verzoek {self.request_id}"


class RequestPiece(OfCase):
    """One text of a case that goes to who asks (stuk voor inzage), as who leads the case looked at it: others are masked."""

    found = models.ForeignKey(RequestCase, on_delete=models.CASCADE, related_name="pieces")
    order = models.PositiveSmallIntegerField()
    title = SealedText()
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return f"stuk {self.order} bij {self.found_id}"
