"""Links between reports of one municipality, what people decided about them, and hits between municipalities."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Municipality, Region, User
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.words import PURPOSES
from baken.signals.models import GROUND, Report
from baken.traits.written import written


class Kind(models.TextChoices):
    """What two reports share (soort kenmerk); the ids are those of `traits.Kind`."""

    PHONE = "phone", _("telefoonnummer")
    EMAIL = "email", _("e-mailadres")
    PLATE = "plate", _("kenteken")
    IBAN = "iban", _("rekeningnummer")
    KVK = "kvk", _("KvK-nummer")
    ADDRESS = "address", _("adres")
    PERSON = "person", _("persoon")
    DOCUMENT = "document", _("documentnummer")
    HANDLE = "handle", _("account")
    COMPANY = "company", _("bedrijf")
    NICKNAME = "nickname", _("bijnaam")


class Sureness(models.TextChoices):
    """How sure a link is (hoe zeker); the ids are those of `traits.Strength`."""

    CERTAIN = "certain", _("zeker")
    PROBABLE = "probable", _("waarschijnlijk")
    POSSIBLE = "possible", _("mogelijk")


class ReportLink(models.Model):
    """Two reports of one municipality share something of one kind (verband): a suggestion to look, no more.

    Has a day and no time: the moment of finding would tell when an anonymous report came in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sureness = models.CharField(max_length=10, choices=Sureness.choices)
    why = models.CharField(max_length=200)
    found_on = models.DateField()
    value = SealedText()

    keep = Keep(years=1, after="one.closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["found_on", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["one", "other", "kind"], name="one_link_a_kind")]

    def __str__(self) -> str:
        return f"verband {self.pk}"

    @property
    def written(self) -> str:
        """What both reports hold, as people write it."""
        return written(self.kind, self.value)


class LinkDecision(models.Model):
    """What somebody decided about a link, and why (besluit over een verband). The newest counts; earlier ones stay."""

    class Verdict(models.TextChoices):
        """The three answers."""

        SAME = "same", _("hetzelfde")
        NOT_SAME = "not_same", _("niet hetzelfde")
        UNKNOWN = "unknown", _("onbekend")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(ReportLink, on_delete=models.CASCADE, related_name="decisions")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = SealedText()

    keep = Keep(years=1, after="link.one.closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"besluit over {self.link_id}"


class LinkSeen(models.Model):
    """Somebody saw this link on the page of a report (gezien): it is no longer new to them."""

    link = models.ForeignKey(ReportLink, on_delete=models.CASCADE, related_name="seen")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["link", "user"], name="seen_once")]

    def __str__(self) -> str:
        return f"{self.link_id} gezien"


class RegionalHit(models.Model):
    """Reports of two municipalities share something (treffer). Neither sees which report it is, nor how many there are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    one = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    one_place = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    other_place = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    keep = Keep(years=1, after="one.closed_on", ground=GROUND)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["one", "other", "kind"], name="one_hit_a_kind")]

    def __str__(self) -> str:
        return f"treffer {self.pk}"


class HitRequest(models.Model):
    """A focal officer asks another municipality about a hit (vraag bij een treffer), with purpose and ground.

    `aim` and `ground` are ids of `sharing` and of the catalogue, as they were in `content_version`; empty in questions from
    before there was a list to choose from, of which `legal_ground` has what people wrote themselves.
    """

    class Status(models.TextChoices):
        """Where the question is."""

        OPEN = "open", _("wacht op antwoord")
        GRANTED = "granted", _("beantwoord")
        REFUSED = "refused", _("afgewezen")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    from_place = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    to_place = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    aim = models.CharField(max_length=40, default="")
    ground = models.CharField(max_length=60, default="")
    content_version = models.CharField(max_length=40, default="")
    purpose = SealedText()
    answers = SealedJSON()  # what the ground asks, by need
    legal_ground = SealedText()
    note = SealedText()

    keep = Keep(years=1, after="report.closed_on", ground=GROUND)

    class Meta:
        ordering: ClassVar = ["-asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "to_place", "kind"], condition=models.Q(status="open"), name="one_open_question"
            )
        ]

    def __str__(self) -> str:
        return f"vraag bij een treffer {self.pk}"

    @property
    def key_owner(self) -> str:
        """Both sides read it, so the key is that of their region."""
        return f"regio-{self.region_id}"

    @property
    def aim_name(self) -> str:
        """What for, in words; empty in a question from before there was a list."""
        return str(PURPOSES.get(self.aim, self.aim))

    @property
    def is_open(self) -> bool:
        """Whether the other side has not answered yet."""
        return self.status == self.Status.OPEN

    @property
    def is_granted(self) -> bool:
        """Whether the other side opened something."""
        return self.status == self.Status.GRANTED


class OpenedReport(models.Model):
    """A report of which number, day, setting and type were opened for who asked (opengesteld): no text, no names."""

    request = models.ForeignKey(HitRequest, on_delete=models.CASCADE, related_name="opened")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "report"], name="opened_once")]

    def __str__(self) -> str:
        return f"opengesteld bij {self.request_id}"
