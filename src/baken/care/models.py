"""The file of a victim: as little as is needed to help. Everything about the person is sealed."""

import uuid
from typing import ClassVar

from django.db import models

from baken.accounts.models import Municipality, User
from baken.care.traced import FILE
from baken.coordination.models import Track
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText

GROUND = "hulp en opvang (Wmo 2015, Jeugdwet); de termijn is een voorstel dat de gemeente bevestigt"


class CareFile(models.Model):
    """Somebody who is helped (hulpdossier). `alias` is how they are called here; a real name is not needed.

    `danger`: in danger now, as was told. `answers`: to the questions of the route. `safe_contact`: channel, hours, words,
    and who may not know.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="care_files")
    coordinator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    danger = models.BooleanField(default=False)
    secret = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)
    form = models.CharField(max_length=64, unique=True)
    track = models.ForeignKey(Track, on_delete=models.SET_NULL, null=True, related_name="care_files")

    alias = SealedText()
    situation = SealedText()
    interpreter = SealedText()
    safe_contact = SealedJSON()
    answers = SealedJSON()

    keep = Keep(years=15, after="closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["-danger", "-opened_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "closed_on", "-danger", "-opened_on", "id"], name="care_line")
        ]

    def __str__(self) -> str:
        return f"hulpdossier {self.number}"

    @property
    def number(self) -> str:
        """How people call this file. Made from its id, so that it tells nothing of how many there are."""
        return f"H-{self.id.hex[:6].upper()}"

    @property
    def is_closed(self) -> bool:
        """Whether the help has ended."""
        return self.closed_on is not None


class OfFile(models.Model):
    """What belongs to a file shares its municipality and key, and goes when the file goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(CareFile, on_delete=models.CASCADE, related_name="%(class)ss")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    keep = Keep(years=15, after="file.closed_on", ground=GROUND)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} bij {self.file_id}"


class RouteChoice(OfFile):
    """What a person decided about the route (routebesluit), on which answers. Only added to.

    `kept`: the answers then. `overruled`: per rule that somebody put aside or added, whether it holds and why.
    """

    content = models.CharField(max_length=80)  # the version of the rules
    rules = models.CharField(max_length=400)  # the codes that applied
    follows = models.BooleanField()
    kept = SealedJSON()
    overruled = SealedJSON()
    chosen = SealedText()

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"routebesluit bij {self.file_id}"


class LegalHappening(OfFile):
    """Something that starts or ends a legal term (wettelijke gebeurtenis), by its id in the content. Taken back, never removed."""

    event = models.CharField(max_length=60)
    on = models.DateField(null=True)
    moment = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    remarked = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"gebeurtenis bij {self.file_id}"


class TermSetAside(OfFile):
    """Why a legal term does not hold for somebody (termijn geldt niet)."""

    term = models.CharField(max_length=60)
    lifted_at = models.DateTimeField(null=True)
    because = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"termijn die niet geldt bij {self.file_id}"


class FileEvent(OfFile):
    """What was done with a file (tijdlijn), in order; `old` is the text that stood there before."""

    kind = models.CharField(max_length=40)
    new = models.CharField(max_length=80, blank=True)
    old = SealedText()

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"gebeurtenis bij {self.file_id}"

    @property
    def words(self) -> str:
        """What was done, in the language of the page."""
        return str(FILE.verbs.get(self.kind, self.kind))


class TermConfirmation(models.Model):
    """A municipality says that a legal term is right as it stands (termijn bevestigd). `mark` is what it looked at."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=60)
    mark = models.CharField(max_length=16)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    looked_at = SealedText()

    keep = Keep(years=15, after="on", ground="kunnen laten zien waarop een termijn rustte; een voorstel")

    class Meta:
        ordering: ClassVar = ["-on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "term", "mark"], name="term_confirmed_once")
        ]

    def __str__(self) -> str:
        return f"bevestiging van {self.term}"
