"""Consent of a victim per receiver and purpose, and what was given from a case. Both are only added to, or withdrawn."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from baken.accounts.models import Organisation, User
from baken.consent.ages import Age
from baken.consent.blocks import BLOCKS
from baken.coordination.models import OfCase, Track
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.models import Disclosure
from baken.sharing.words import PURPOSES, RECIPIENTS


def standing_on(day: date) -> Q:
    """The consents that hold on that day, as they stand now. The last day counts."""
    return Q(withdrawn_at=None, given_on__lte=day, until__gte=day)


class Consent(OfCase):
    """A victim agrees (toestemming) that one receiver gets something, for one purpose, until a day. It never widens by itself.

    Without an organisation it holds for every receiver of this kind. `reads_along`: they may read along in the track.
    """

    track = models.ForeignKey(Track, on_delete=models.CASCADE, related_name="consents")
    recipient = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=40)
    written = models.BooleanField(default=False)
    reads_along = models.BooleanField(default=False)
    given_on = models.DateField()
    until = models.DateField()
    heard_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    age = SealedText()
    blocks = SealedJSON()  # about which subjects, by their key
    agreed_by = SealedText()  # who agreed for or with a child, or why the child did so alone
    said = SealedText()
    withdrawn_words = SealedText()

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(fields=["track", "purpose", "recipient"], name="consent_of_track")]

    def __str__(self) -> str:
        return f"toestemming {self.pk}"

    @property
    def holds(self) -> bool:
        """Whether it holds today."""
        return self.withdrawn_at is None and self.given_on <= timezone.localdate() <= self.until

    @property
    def receiver(self) -> str:
        """For whom it holds, in words."""
        return str(self.organisation or RECIPIENTS.get(self.recipient, self.recipient))

    @property
    def purpose_name(self) -> str:
        """The purpose in words."""
        return str(PURPOSES.get(self.purpose, self.purpose))

    @property
    def block_names(self) -> list[str]:
        """The subjects in words."""
        return [str(BLOCKS[key]) for key in self.blocks or () if key in BLOCKS]

    @property
    def age_name(self) -> str:
        """The age group in words."""
        return str(Age(self.age).label) if self.age in Age.values else ""


class CaseDisclosure(OfCase):
    """Something was given from a case (verstrekking uit een casus): of which tracks, and on which consent it rests."""

    disclosure = models.OneToOneField(Disclosure, on_delete=models.CASCADE, related_name="from_case")
    tracks = models.ManyToManyField(Track, related_name="+")
    consents = models.ManyToManyField(Consent, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-disclosure__at"]

    def __str__(self) -> str:
        return f"verstrekking {self.disclosure_id} uit {self.case_id}"
