"""What a file is, by what is in it. Pure; the name of a file says nothing."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.files import sound


class Kind(models.TextChoices):
    """The kinds of files that people may send (soort bijlage)."""

    PHOTO = "photo", _("Foto")
    PDF = "pdf", _("Pdf")
    SOUND = "sound", _("Geluidsopname")


class Format(NamedTuple):
    """One format: its id, its kind, and how the name of a fetched file ends."""

    id: str
    kind: Kind
    ending: str


FORMATS = {
    each.id: each
    for each in (
        Format("jpeg", Kind.PHOTO, "jpg"),
        Format("png", Kind.PHOTO, "png"),
        Format("webp", Kind.PHOTO, "webp"),
        Format("pdf", Kind.PDF, "pdf"),
        Format("mp3", Kind.SOUND, "mp3"),
        Format("m4a", Kind.SOUND, "m4a"),
        Format("3gp", Kind.SOUND, "3gp"),
        Format("wav", Kind.SOUND, "wav"),
        Format("ogg", Kind.SOUND, "ogg"),
        Format("amr", Kind.SOUND, "amr"),
    )
}
HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"}
PDF_STARTS = (b"%PDF-1.", b"%PDF-2.")


def format_of(content: bytes) -> Format | None:
    """The format of these bytes, or None. Marks count only at the very beginning: nothing may stand before them."""
    if content.startswith(b"\xff\xd8\xff"):
        return FORMATS["jpeg"]
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FORMATS["png"]
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return FORMATS["webp"]
    if content.startswith(PDF_STARTS):
        return FORMATS["pdf"]
    heard = sound.format_of(content)
    return FORMATS[heard] if heard else None


def is_heic(content: bytes) -> bool:
    """Whether this is a photo as iPhones keep it, which we cannot open safely."""
    return content[4:8] == b"ftyp" and content[8:12] in HEIC
