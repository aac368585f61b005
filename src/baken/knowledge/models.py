"""What a municipality writes itself, beside the national text: contact points and texts. Public, but for a contact point of colleagues."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, User
from baken.knowledge.targets import Beside, Part

IN_USE = Q(retired_on__isnull=True)


class LocalItem(models.Model):
    """Dated, looked at again before a day, and retired instead of deleted."""

    bilingual: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="%(class)ss")
    revision = models.PositiveIntegerField(default=1)  # counts the changes: who saves an older one is told
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    checked_on = models.DateField()
    review_on = models.DateField()
    retired_on = models.DateField(null=True)

    class Meta:
        abstract = True

    @property
    def is_due(self) -> bool:
        """Whether the day has passed before which somebody would look at it again."""
        return self.review_on < timezone.localdate()

    @property
    def in_english(self) -> bool:
        """Whether everything that is said in Dutch is said in English too."""
        return all(getattr(self, f"{name}_en") for name in self.bilingual if getattr(self, f"{name}_nl"))


class LocalContact(LocalItem):
    """A contact point of one municipality (gemeentelijk contactpunt): a team or a function, never a person."""

    class ShownTo(models.TextChoices):
        """Who sees it (wie het ziet)."""

        EVERYBODY = "everybody", _("Iedereen, op de openbare site")
        COLLEAGUES = "colleagues", _("Alleen collega's die zijn aangemeld")

    bilingual = ("purpose", "for_whom", "hours")

    shown_to = models.CharField(max_length=10, choices=ShownTo.choices, default=ShownTo.EVERYBODY)
    name = models.CharField(max_length=80)
    purpose_nl = models.CharField(max_length=200)
    purpose_en = models.CharField(max_length=200, blank=True)
    for_whom_nl = models.CharField(max_length=120, blank=True)
    for_whom_en = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=25, blank=True)
    hours_nl = models.CharField(max_length=120, blank=True)
    hours_en = models.CharField(max_length=120, blank=True)
    after_hours = models.BooleanField(default=False)
    email = models.EmailField(blank=True)
    url = models.URLField(blank=True)
    order = models.PositiveSmallIntegerField(default=10)

    class Meta:
        ordering: ClassVar = ["order", "name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "name"], condition=IN_USE, name="one_contact_a_name"),
            models.CheckConstraint(condition=~Q(phone="", email="", url=""), name="contact_can_be_reached"),
            models.CheckConstraint(condition=Q(phone="") | ~Q(hours_nl=""), name="contact_phone_has_hours"),
        ]

    def __str__(self) -> str:
        return f"contactpunt {self.pk}"

    @property
    def is_public(self) -> bool:
        """Whether everybody sees it."""
        return self.shown_to == self.ShownTo.EVERYBODY


class LocalText(LocalItem):
    """A text of one municipality beside a national item (gemeentelijke tekst). The national text always stays."""

    class Relation(models.TextChoices):
        """How it stands to the national text (verhouding)."""

        ADDS = "adds", _("Vult de landelijke tekst aan")
        DIFFERS = "differs", _("Is hier anders dan landelijk")

    bilingual = ("text", "reason")

    beside = models.CharField(max_length=20, choices=Beside.choices)
    item = models.CharField(max_length=80)
    part = models.CharField(max_length=10, choices=Part.choices, default=Part.WHOLE)
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.ADDS)
    text_nl = models.TextField(max_length=1000)
    text_en = models.TextField(max_length=1000, blank=True)
    reason_nl = models.CharField(max_length=300, blank=True)
    reason_en = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["beside", "item", "part", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "beside", "item", "part"], condition=IN_USE, name="one_text_an_item"
            ),
            models.CheckConstraint(
                condition=Q(relation="adds") | ~Q(reason_nl=""), name="text_that_differs_says_why"
            ),
            models.CheckConstraint(
                condition=Q(beside="setting", part__in=["do", "dont", "route"])
                | (~Q(beside="setting") & Q(part="whole")),
                name="text_part_fits_item",
            ),
        ]

    def __str__(self) -> str:
        return f"tekst {self.pk} bij {self.beside} {self.item}"

    @property
    def differs(self) -> bool:
        """Whether it is otherwise here; then it says why."""
        return self.relation == self.Relation.DIFFERS
