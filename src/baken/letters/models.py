"""A letter that was made from a case. One without personal data is kept here; one with them is kept where it was given."""

from typing import ClassVar

from django.db import models

from baken.accounts.models import Organisation, User
from baken.catalogue import load
from baken.catalogue.letters import LetterTemplate
from baken.coordination.models import OfCase
from baken.letters.words import INSIDE
from baken.privacy.sealed import SealedJSON, SealedText
from baken.sharing.models import Disclosure
from baken.sharing.words import RECIPIENTS


class CaseLetter(OfCase):
    """A letter (brief) to a colleague, a reporter or a partner. With a disclosure it holds data from the case, and those stand there.

    `package`: the letter as it went, when nobody in it can be recognised. Only added to.
    """

    template = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    recipient = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    disclosure = models.OneToOneField(Disclosure, on_delete=models.CASCADE, null=True, related_name="letter")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    receiver = SealedText()
    package = SealedJSON()

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"brief {self.number}"

    @property
    def number(self) -> str:
        """How people call this letter. Made from its id."""
        return f"BR-{self.id.hex[:6].upper()}"

    @property
    def letter(self) -> LetterTemplate | None:
        """Which letter it is; None when the content no longer has it."""
        return load().letters.get(self.template)

    @property
    def to(self) -> str:
        """For whom it is, in words."""
        kind = str(INSIDE.get(self.recipient) or RECIPIENTS.get(self.recipient, self.recipient))
        return (
            str(self.organisation) if self.organisation else f"{kind}, {self.receiver}" if self.receiver else kind
        )
