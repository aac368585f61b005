"""Regions, municipalities, organisations and the people who work for them."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from baken.accounts.roles import Role, capabilities
from baken.privacy import keys
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedText


class Region(models.Model):
    """A region (regio) of municipalities that work together in one installation."""

    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality (gemeente). Its reports are read by its own people only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="municipalities")
    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class PostcodeRange(models.Model):
    """Postcodes of a municipality (postcodes), first to last, four digits; it records its own. Two may share one."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="postcodes")
    first = models.PositiveSmallIntegerField()
    last = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["first", "last"]

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


class Organisation(models.Model):
    """A partner organisation (ketenpartner) whose people can hold an account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    """How accounts are made: `services.py` is the only caller outside tests."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who works here (medewerker). The name is sealed; the e-mail address is not, to sign in with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = SealedText()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="people")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    language = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    is_active = models.BooleanField(default=True)
    left_on = models.DateField(null=True, blank=True)
    deputy = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="stands_in_for"
    )
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)
    shortcuts = models.BooleanField(default=False)  # single keys on the desk (WCAG 2.1.4: off until asked for)
    session_salt = models.CharField(max_length=16, blank=True)

    keep = Keep(years=1, after="left_on", ground="AVG art. 5 lid 1 onder e; termijn is een voorstel")
    key_owner = keys.HOUSE
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = People()

    class Meta:
        ordering: ClassVar = ["email"]

    def __str__(self) -> str:
        return f"medewerker {self.pk}"

    def get_session_auth_hash(self) -> str:
        """Changes with the password and with `session_salt`: then every open session of this person ends."""
        return super().get_session_auth_hash() + self.session_salt

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same for older secret keys."""
        for value in super().get_session_auth_fallback_hash():
            yield value + self.session_salt

    def is_away(self, today: date) -> bool:
        """Whether a deputy stands in for this person on that day."""
        if self.away_from is None or self.away_from > today:
            return False
        return self.away_until is None or today <= self.away_until

    @cached_property
    def roles(self) -> set[str]:
        """The roles of this person, and of colleagues that they stand in for today."""
        today = timezone.localdate()
        not_back = models.Q(user__away_until=None) | models.Q(user__away_until__gte=today)
        stood_in_for = not_back & models.Q(
            user__deputy=self.pk, user__is_active=True, user__municipality=self.municipality_id, user__away_from__lte=today
        )  # fmt: skip
        grants = RoleGrant.objects.filter(models.Q(user=self.pk) | stood_in_for)
        return set(grants.values_list("role", flat=True))

    def may(self, capability: str) -> bool:
        """Whether this person may do that. The only question about rights that other rooms ask."""
        return self.is_active and capability in capabilities(self.roles)


class RoleGrant(models.Model):
    """One role that one person holds."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    since = models.DateField(default=timezone.localdate)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "role"], name="one_grant_a_role")]

    def __str__(self) -> str:
        return f"{self.role} voor {self.user_id}"


class PastGrant(models.Model):
    """A role that somebody held once (eerdere rol), or had while standing in for a colleague. Gives no rights.

    `until` is the last day on which it held.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="past_grants")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices)
    in_for = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField()

    keep = Keep(
        years=1, after="user.left_on", ground="AVG art. 5 lid 2: verantwoorden wie iets kon zien; voorstel"
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["municipality", "role", "until"], name="past_grant")]

    def __str__(self) -> str:
        return f"{self.role} tot en met {self.until} voor {self.user_id}"


class Invitation(models.Model):
    """A one-time link (uitnodiging) with which somebody makes their own account. Only its hash is stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    email = models.EmailField()
    name = SealedText()
    roles = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    invited_on = models.DateField()
    expires_on = models.DateField()
    accepted_on = models.DateField(null=True)

    keep = Keep(years=1, after="expires_on", ground="AVG art. 5 lid 1 onder e; termijn is een voorstel")
    key_owner = keys.HOUSE

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"


class Ground(models.Model):
    """What a municipality recorded before it compares or searches people (grondslag): legal ground, DPIA and date.

    Without a row that has not ended the thing is off. No general legal ground for a municipality to keep named signals
    of trafficking is known (facts, `legal_bases`), so nothing of this is ever on by itself.
    """

    class What(models.TextChoices):
        """What can be on or off, each by itself."""

        MATCHING = "matching", _("Vergelijken van meldingen binnen de gemeente")
        REGIONAL = "regional", _("Treffer of geen treffer met andere gemeenten in de regio")
        PERSON_SEARCH = "person_search", _("Zoeken op persoon")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="grounds")
    what = models.CharField(max_length=20, choices=What.choices)
    legal_ground = models.TextField()
    dpia = models.CharField(max_length=200)
    decided_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-recorded_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "what"], condition=models.Q(ended_at=None), name="one_ground_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"grondslag {self.what} van {self.municipality_id}"
