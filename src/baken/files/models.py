"""What every table with files has. A room that keeps files makes its own from it, so that they go with their record."""

from typing import ClassVar

from django.db import models
from django.utils.formats import number_format

from baken.files.accept import Accepted
from baken.files.formats import FORMATS, Kind
from baken.privacy.sealed import SealedBytes, SealedText


class StoredFile(models.Model):
    """A file that somebody sent along (bijlage), sealed in the database itself.

    In the database and not beside it: it is there exactly when its report or message is, in one transaction.
    The table must have a UUID as `id` and a `municipality`. Read lists without `content` (`defer`).
    """

    format = models.CharField(max_length=8, choices=[(key, key) for key in FORMATS])
    size = models.PositiveIntegerField()
    mark = models.CharField(max_length=64)
    scanned = models.BooleanField(default=False)  # whether a virus scanner looked at it
    name = SealedText()
    content = SealedBytes()

    class Meta:
        abstract = True
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"bijlage {self.number}"

    def take(self, file: Accepted) -> None:
        """Fill in what came along."""
        self.format, self.size, self.scanned = file.format, len(file.content), file.scanned
        self.name, self.content = file.name, file.content

    @property
    def number(self) -> str:
        """How people call it. Made from its id."""
        return f"B-{str(self.pk)[:6].upper()}"

    @property
    def kind(self) -> Kind:
        """Photo, PDF or sound."""
        return FORMATS[self.format].kind

    @property
    def size_said(self) -> str:
        """How large it is, in the language of the page: 1,2 MB."""
        return said(self.size)

    @property
    def safe_name(self) -> str:
        """What it is called when it is fetched: never what the sender called it."""
        return f"bijlage-{self.number}.{FORMATS[self.format].ending}"


def said(size: int) -> str:
    """A number of bytes in words: whole kB, or MB with one decimal."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{number_format(size / 1_000_000, 1)} MB"
