"""What the traits of a report leave behind to be compared: their values sealed, and beside them keyed tokens."""

from typing import ClassVar

from django.db import models

from baken.accounts.models import Municipality
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON
from baken.signals.models import GROUND, Report


class TraitList(models.Model):
    """The traits that may link one report (kenmerkenlijst), and whether somebody looked for links with them yet.

    There is one for a report only while its municipality has a ground to compare; `local` and `regional` say which
    tokens it has, and `rules` with which rules they were made.
    """

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="trait_list")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    traits = SealedJSON()
    rules = models.CharField(max_length=10)
    local = models.BooleanField(default=False)
    regional = models.BooleanField(default=False)
    searched = models.BooleanField(default=False)

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["municipality"], condition=models.Q(searched=False), name="traits_to_search")
        ]

    def __str__(self) -> str:
        return f"kenmerken van {self.report_id}"


class TraitToken(models.Model):
    """One token by which a report is found (sleutelwoord). Personal data too: it goes with its report."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="tokens")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    regional = models.BooleanField(default=False)
    token = models.BinaryField(max_length=16)

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["token"], name="trait_token")]

    def __str__(self) -> str:
        return f"token van {self.report_id}"
