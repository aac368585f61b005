"""What a region knows of an organisation it works with: what it asks, how to reach it, when that was last looked at."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation, User
from baken.catalogue import load
from baken.catalogue.approach import PartnerKind
from baken.privacy.retention import Keep, later
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.words import RECIPIENTS

GROUND = "AVG art. 6 lid 1 onder e: samenwerken met partners; de termijn is een voorstel dat de gemeente bevestigt"
FRESH_MONTHS = 6  # a proposal of ours: phone numbers and contacts age (facts, cautions)
VALUES = ("name", "kind", "recipient", "area", "phone", "email", "hours", "criteria", "contact")
THEIRS = ("name", "area", "phone", "email", "hours", "criteria", "contact")  # what a partner corrects itself
LABELS = {
    "name": _("Naam van de organisatie"), "kind": _("Soort partner"), "recipient": _("Soort ontvanger"),
    "area": _("Werkgebied"), "phone": _("Telefoon"), "email": _("E-mail van het team"), "hours": _("Bereikbaar"),
    "criteria": _("Wanneer kun je aanmelden?"), "contact": _("Vaste contactpersoon"),
}  # fmt: skip


class PartnerEntry(models.Model):
    """What a region keeps of one organisation (partner). `recipient` says as which receiver a legal ground knows it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")  # that put it there
    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="partner")
    kind = models.CharField(max_length=40)
    recipient = models.CharField(max_length=40, blank=True)
    area = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=25, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=120, blank=True)
    criteria = models.TextField(max_length=2_000, blank=True)
    revision = models.PositiveIntegerField(default=1)
    verified_on = models.DateField()
    verified_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )  # null: the partner
    retired_on = models.DateField(null=True)
    contact = SealedText()  # a person

    keep = Keep(years=1, after="retired_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["organisation__name", "id"]

    def __str__(self) -> str:
        return f"partner {self.pk}"

    @property
    def name(self) -> str:
        """The name of the organisation."""
        return self.organisation.name

    @property
    def values(self) -> dict[str, str]:
        """Everything that has versions, by name."""
        return {name: getattr(self, name) for name in VALUES}

    @property
    def national(self) -> PartnerKind | None:
        """What the content says of this kind of partner, or None for a kind that is gone."""
        return load().partners.get(self.kind)

    @property
    def recipient_name(self) -> str:
        """As which receiver a legal ground knows it, in words; empty when none does."""
        return str(RECIPIENTS.get(self.recipient, ""))

    @property
    def look_again_on(self) -> date:
        """From this day somebody looks at it again."""
        return later(self.verified_on, FRESH_MONTHS)

    @property
    def is_old(self) -> bool:
        """Whether it was looked at too long ago."""
        return self.look_again_on <= timezone.localdate()


class OfPartner(models.Model):
    """What belongs to a partner, and goes with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(PartnerEntry, on_delete=models.CASCADE, related_name="%(class)ss")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    keep = Keep(years=1, after="entry.retired_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} bij {self.entry_id}"


class PartnerVersion(OfPartner):
    """How a partner stood in the directory (versie) from one change until the next. Only added to."""

    class How(models.TextChoices):
        """What made it."""

        ADDED = "added", _("Toegevoegd")
        CHANGED = "changed", _("Gewijzigd")
        CHECKED = "checked", _("Nagekeken")
        CONFIRMED = "confirmed", _("Bevestigd door de partner")
        ACCEPTED = "accepted", _("Verbetering van de partner overgenomen")
        RETIRED = "retired", _("Uit de lijst gehaald")
        BACK = "back", _("Teruggezet")

    number = models.PositiveIntegerField()
    how = models.CharField(max_length=10, choices=How.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    held = SealedJSON()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"versie {self.number} van {self.entry_id}"


class PartnerLink(OfPartner):
    """A one-time link (controlelink) with which a partner says without an account whether it still is right. Its hash only."""

    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    expires_on = models.DateField()
    used_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-made_on", "id"]

    def __str__(self) -> str:
        return f"controlelink {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still works."""
        return self.used_on is None and self.withdrawn_on is None and timezone.localdate() <= self.expires_on


class PartnerProposal(OfPartner):
    """What a partner corrected (verbetering), until a colleague takes it over or leaves it."""

    link = models.OneToOneField(PartnerLink, on_delete=models.CASCADE, related_name="proposal")
    at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(default=False)
    proposed = SealedJSON()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"verbetering {self.pk}"
