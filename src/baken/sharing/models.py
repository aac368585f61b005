"""The register of what was given to whom, what was given exactly, and what came of it. All of it is only added to."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.files.models import StoredFile
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.package import Package
from baken.sharing.words import PURPOSES, RECIPIENTS

REGISTER = "Selectielijst 2020, behandelde melding: vijf jaar; termijn is een voorstel dat de gemeente bevestigt"
CONTENT = "zo lang als de melding; termijn is een voorstel dat de gemeente bevestigt"


class OnlyAdded(RuntimeError):
    """Somebody tried to change what may only be added to."""


class _Rows(models.QuerySet):
    def update(self, **kwargs: Any) -> int:
        raise OnlyAdded(self.model._meta.label)


class _Kept(models.Model):
    """A row that is written once. The purge takes it away when its term is over."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = _Rows.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def save(self, **kwargs: Any) -> None:
        """Only the first time."""
        if not self._state.adding:
            raise OnlyAdded(self._meta.label)
        super().save(**kwargs)


def number_of(disclosure: uuid.UUID) -> str:
    """How people call the disclosure with this id."""
    return f"D-{disclosure.hex[:6].upper()}"


class Disclosure(_Kept):
    """Something personal was given to another organisation (verstrekking): a line of the register, without content.

    `subject_kind` and `subject_id` say what it was about, for a report now and a case later.
    """

    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64)
    recipient = models.CharField(max_length=40)
    organisation = SealedText()
    purpose = models.CharField(max_length=40)
    ground = models.CharField(max_length=60)
    content_version = models.CharField(max_length=40)
    parts = models.JSONField(default=list)
    shown = models.JSONField(default=list)  # kinds of personal data that went unmasked
    files = models.JSONField(default=list)  # the numbers of the files that went along
    direct = models.BooleanField(default=False)
    outside = models.BooleanField(
        default=False
    )  # it was given before, in another way, and is written down afterwards
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    keep = Keep(years=5, after="at", ground=REGISTER)

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-at"], name="disclosure_register"),
            models.Index(fields=["subject_kind", "subject_id"], name="disclosure_subject"),
        ]

    def __str__(self) -> str:
        return f"verstrekking {self.number}"

    @property
    def number(self) -> str:
        """How people call it; the receiver reads it as the reference."""
        return number_of(self.id)

    @property
    def recipient_name(self) -> str:
        """The kind of receiver in words."""
        return str(RECIPIENTS.get(self.recipient, self.recipient))

    @property
    def purpose_name(self) -> str:
        """The purpose in words."""
        return str(PURPOSES.get(self.purpose, self.purpose))


class DisclosedContent(_Kept):
    """What was given exactly, and why it was needed (inhoud van de verstrekking). Goes earlier than the register line."""

    disclosure = models.OneToOneField(Disclosure, on_delete=models.CASCADE, related_name="content")
    necessity = SealedText()
    subsidiarity = SealedText()
    answers = SealedJSON()  # consent, danger, task, and why something went unmasked
    package = SealedJSON()

    keep = Keep(years=1, after="at", ground=CONTENT)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"inhoud van {self.disclosure_id}"


class EventKind(models.TextChoices):
    """What can follow on a disclosure."""

    RECEIPT = "receipt", _("Ontvangen")
    ANSWER = "answer", _("Antwoord van de ontvanger")
    TAKEN_OVER = "taken_over", _("Overgenomen door de ontvanger")
    CORRECTION = "correction", _("Correctie")
    OBJECTION = "objection", _("Bezwaar van een betrokkene")
    NOT_SUBSTANTIATED = "not_substantiated", _("Niet onderbouwd gebleken")
    ERASED = "erased", _("Gewist op verzoek van een betrokkene")
    WITHDRAWN = "withdrawn", _("Toestemming ingetrokken")


NOTICES = frozenset(
    {
        EventKind.CORRECTION,
        EventKind.OBJECTION,
        EventKind.NOT_SUBSTANTIATED,
        EventKind.ERASED,
        EventKind.WITHDRAWN,
    }
)


class DisclosureEvent(_Kept):
    """What came back, or what was sent after it (vervolg van een verstrekking)."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=64, unique=True)
    text = SealedText()

    keep = Keep(years=5, after="at", ground=REGISTER)

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"{self.kind} bij {self.disclosure_id}"

    @property
    def is_notice(self) -> bool:
        """Whether it goes after what was sent."""
        return self.kind in NOTICES


class Delivery(_Kept):
    """The receiver's own copy when they work in this installation (ontvangen pakket), sealed with their key."""

    disclosure = models.OneToOneField(Disclosure, on_delete=models.PROTECT, related_name="delivery")
    for_whom = models.CharField(max_length=40)  # the capability of its readers
    package = SealedJSON()

    keep = Keep(years=1, after="at", ground=CONTENT)

    class Meta:
        ordering: ClassVar = ["-at"]
        verbose_name_plural = "deliveries"
        indexes: ClassVar = [models.Index(fields=["municipality", "for_whom", "-at"], name="delivery_received")]

    def __str__(self) -> str:
        return f"ontvangen pakket {number_of(self.disclosure_id)}"

    @property
    def number(self) -> str:
        """The reference of the giver."""
        return number_of(self.disclosure_id)

    @property
    def content(self) -> Package:
        """What was sent."""
        return Package.of(self.package)


class PackageFile(_Kept, StoredFile):
    """A file that went along (bijlage bij een pakket): kept with what was given, or in the receiver's own copy.

    `reference` is its number at the giver. What the sender called it is not passed on: a name can hold a name.
    """

    disclosed = models.ForeignKey(DisclosedContent, on_delete=models.CASCADE, null=True, related_name="files")
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, null=True, related_name="files")
    reference = models.CharField(max_length=10)
    order = models.PositiveIntegerField(default=0)

    keep = Keep(years=1, after="at", ground=CONTENT)

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return f"bijlage {self.number} bij een pakket"

    @property
    def number(self) -> str:
        """How giver and receiver call it."""
        return self.reference


class DeliveryNote(_Kept):
    """What receiver and giver said to each other after the package, in the receiver's copy (bericht bij een pakket)."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    taken_as = models.UUIDField(null=True)  # the report or case that the receiver made of it
    text = SealedText()

    keep = Keep(years=1, after="delivery.at", ground=CONTENT)

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"{self.kind} bij {self.delivery_id}"


class GroundDecision(_Kept):
    """A municipality says whether a ground holds for a receiver where the facts are silent (besluit over een grondslag)."""

    ground = models.CharField(max_length=60)
    recipient = models.CharField(max_length=40)
    holds = models.BooleanField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reference = SealedText()

    keep = Keep(years=5, after="at", ground=REGISTER)

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(fields=["municipality", "ground", "recipient"], name="ground_decision")]

    def __str__(self) -> str:
        return f"besluit over {self.ground} voor {self.recipient}"
