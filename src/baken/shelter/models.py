"""Shelters of a region, their places, how many are free tonight, and who holds which night. A night of a place is held once."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Organisation, User
from baken.catalogue import load
from baken.catalogue.approach import ShelterKind
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.shelter import nights
from baken.shelter.attributes import Financing, Security

GROUND = "AVG art. 6 lid 1 onder e (Wmo 2015: opvang); de termijn is een voorstel dat de gemeente bevestigt"


class Shelter(models.Model):
    """A house or part of it (opvanglocatie) of an organisation in the directory. Its address is sealed, secret or not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")  # that put it there
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="shelters")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    secret = models.BooleanField(default=True)
    security = models.CharField(max_length=10, choices=Security.choices, blank=True)
    financing = models.CharField(max_length=15, choices=Financing.choices, blank=True)
    access = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=25, blank=True)
    longest = models.PositiveSmallIntegerField(null=True)
    languages = models.JSONField(default=list)
    stays = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    confirmed_at = models.DateTimeField(null=True)
    retired_on = models.DateField(null=True)
    address = SealedText()
    distances = SealedJSON()  # of a secret address: how far it is from where there may be danger

    keep = Keep(years=1, after="retired_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["name", "id"]

    def __str__(self) -> str:
        return f"opvang {self.pk}"

    @property
    def national(self) -> ShelterKind | None:
        """What the content says of this kind of shelter, or None for a kind that is gone."""
        return load().shelters.get(self.kind)

    @property
    def is_fresh(self) -> bool:
        """Whether somebody of the shelter said so short ago how many places are free that it counts."""
        return nights.is_fresh(self.confirmed_at, timezone.now())


class OfShelter(models.Model):
    """What belongs to a shelter, and goes with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shelter = models.ForeignKey(Shelter, on_delete=models.CASCADE, related_name="%(class)ss")

    keep = Keep(years=1, after="shelter.retired_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class Place(OfShelter):
    """One bed or room (plek) for one person or family. What is not filled in is not known: it is asked."""

    name = models.CharField(max_length=60)
    sexes = models.JSONField(default=list)
    age_from = models.PositiveSmallIntegerField(null=True)
    age_to = models.PositiveSmallIntegerField(null=True)
    children = models.PositiveSmallIntegerField(null=True)
    answers = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    in_use = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["name", "id"]

    def __str__(self) -> str:
        return f"plek {self.pk}"


class NightCapacity(OfShelter):
    """How many places are free in a night (capaciteit), as the shelter itself said it; without `by` through a link."""

    night = models.DateField()
    free = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["shelter", "night"], name="one_count_a_night")]

    def __str__(self) -> str:
        return f"capaciteit {self.night} van {self.shelter_id}"


class PlaceLink(OfShelter):
    """A link (plekkenlink) with which a shelter says without an account how many places are free. Its hash only; it expires."""

    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-made_at"]

    def __str__(self) -> str:
        return f"plekkenlink {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still works."""
        return self.withdrawn_at is None and timezone.now() <= self.expires_at


class Asked(models.Model):
    """What a placement and who waits have in common: an alias, what is needed, and whose file it may belong to later.

    `subject_kind` and `subject_id` name a record of a room further on; empty: of none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)
    alias = SealedText()
    criteria = SealedJSON()

    keep = Keep(years=1, after="ended_on", ground=GROUND)

    class Meta:
        abstract = True

    @property
    def number(self) -> str:
        """How people call it."""
        return f"O-{self.pk.hex[:6].upper()}"


class Placement(Asked):
    """Somebody who has or had a place (plaatsing): reserved until an hour, placed, moved on, ended or refused."""

    class State(models.TextChoices):
        """How it stands."""

        RESERVED = "reserved", _("Gereserveerd")
        PLACED = "placed", _("Geplaatst")
        ENDED = "ended", _("Beëindigd")
        REFUSED = "refused", _("Geweigerd")
        MOVED = "moved", _("Verplaatst")
        EXPIRED = "expired", _("Reservering verlopen")

    class Refusal(models.TextChoices):
        """Why somebody could not come (reden van weigeren), in a word that can be counted."""

        FULL = "full", _("Toch vol")
        GROUP = "group", _("Past niet bij de doelgroep")
        SAFETY = "safety", _("Niet veilig genoeg, voor deze persoon of voor anderen")
        CARE = "care", _("Kan deze zorg niet geven")
        MONEY = "money", _("Wie betaalt is niet geregeld")
        PERSON = "person", _("De persoon wil niet")
        OTHER = "other", _("Iets anders")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="placements")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RESERVED)
    reserved_until = models.DateTimeField(null=True)
    first_night = models.DateField()
    until = models.DateField()  # the day of leaving
    refusal = models.CharField(max_length=10, choices=Refusal.choices, blank=True)
    moved_from = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="moved_to")
    form_hash = models.CharField(max_length=64, unique=True)
    because = SealedText()  # why this place
    outcome = SealedText()  # why it was refused, moved or ended

    class Meta:
        ordering: ClassVar = ["-made_at", "id"]

    def __str__(self) -> str:
        return f"plaatsing {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still holds a place: placed, or reserved and not yet too late."""
        return self.state == self.State.PLACED or self.is_reserved

    @property
    def is_reserved(self) -> bool:
        """Whether the reservation still runs."""
        return self.state == self.State.RESERVED and self.ends > timezone.now()

    @property
    def ends(self) -> datetime:
        """Until when the reservation holds."""
        assert self.reserved_until is not None  # noqa: S101
        return self.reserved_until

    @property
    def nights(self) -> list[date]:
        """The nights it is about."""
        return nights.nights(self.first_night, self.until)


class HeldNight(models.Model):
    """One night of one place that cannot be given (bezette nacht): to a placement, or closed. The database lets no second one in."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="held")
    night = models.DateField()
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, null=True, related_name="held")
    at = models.DateTimeField()

    keep = Keep(years=1, after="placement.ended_on", ground=GROUND)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["place", "night"], name="one_holder_a_night")]

    def __str__(self) -> str:
        return f"nacht {self.night} van {self.place_id}"


class WaitingEntry(Asked):
    """Somebody for whom no place was found yet (wachtende), with an urgency that a person gave."""

    class Urgency(models.TextChoices):
        """How soon a place is needed (urgentie), as a person weighed it."""

        NOW = "a_now", _("Vannacht")
        WEEK = "b_week", _("Deze week")
        LATER = "c_later", _("Kan wachten")

    class Outcome(models.TextChoices):
        """Why it is off the list."""

        PLACED = "placed", _("Een plek gevonden")
        ELSEWHERE = "elsewhere", _("Ergens anders geholpen")
        STOPPED = "stopped", _("Niet meer nodig, of niet meer gewild")

    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    placement = models.ForeignKey(Placement, on_delete=models.SET_NULL, null=True, related_name="+")
    note = SealedText()

    class Meta:
        ordering: ClassVar = ["urgency", "made_at", "id"]

    def __str__(self) -> str:
        return f"wachtende {self.pk}"
