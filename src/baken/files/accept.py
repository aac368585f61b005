"""From what was uploaded to what may be kept: size, virus scanner, what it is, and made clean. Never by its name."""

import shutil
import unicodedata
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from baken.files import document, photo, scan
from baken.files.formats import FORMATS, Format, Kind, format_of, is_heic

LONGEST_NAME = 120


class Refused(ValueError):
    """This file is not kept; the message says in one sentence why, for who sent it."""


class NotNow(Refused):
    """Nothing is wrong with the file; later it may be taken."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be kept: clean, and known to be what `format` says. `name` is what the sender called it.

    `scanned`: whether the virus scanner looked at it.
    """

    name: str
    format: str
    content: bytes
    scanned: bool = False


def tidy_name(name: str) -> str:
    """The name without letters that cannot be seen, which can turn `exe.jpg` around, and not too long."""
    seen = "".join(sign for sign in name if unicodedata.category(sign)[0] not in "CZ" or sign == " ").strip()
    return seen[-LONGEST_NAME:]


def room_left() -> bool:
    """Whether there is disk enough for files. What is kept free is for reports in words, which always go first."""
    folder = next(each for each in (settings.DATA, *settings.DATA.parents) if each.exists())
    return shutil.disk_usage(folder).free >= settings.FREE_BYTES


def accept(upload: UploadedFile) -> Accepted:
    """The file, ready to be kept. Raises Refused."""
    name = tidy_name(upload.name or "")
    if (upload.size or 0) > settings.FILE_BYTES:
        raise Refused(_("“%(name)s” is te groot: hooguit %(most)s per bestand.") % _about(name))
    content = upload.read()
    if not content:
        raise Refused(_("“%(name)s” is leeg.") % _about(name))
    _scanned(name, content)
    found = format_of(content)
    if found is None:
        if is_heic(content):
            raise Refused(_("“%(name)s” is een HEIC-foto. Bewaar de foto als JPEG en kies die.") % _about(name))
        raise Refused(_("“%(name)s” is geen foto, pdf of geluidsopname die wij kunnen aannemen.") % _about(name))
    kept, clean = _clean(name, found, content)
    return Accepted(name, kept.id, clean, scan.is_on())


def _about(name: str) -> dict[str, str]:
    return {"name": name, "most": f"{settings.FILE_BYTES // 1_000_000} MB"}


def _scanned(name: str, content: bytes) -> None:
    if not scan.is_on():
        return
    try:
        clean = scan.is_clean(content)
    except scan.Unreachable:
        raise NotNow(
            _(
                "De viruscontrole werkt nu niet, daarom nemen wij “%(name)s” niet aan. Verstuur zonder bestanden, of probeer het later."
            )
            % _about(name)
        ) from None
    if not clean:
        raise Refused(
            _("De viruscontrole vond iets schadelijks in “%(name)s”. Wij nemen het niet aan.") % _about(name)
        )


def _clean(name: str, found: Format, content: bytes) -> tuple[Format, bytes]:
    """What is kept of it: a photo drawn anew, a PDF without its tail, a sound as it is."""
    try:
        if found.kind == Kind.PHOTO:
            drawn, into = photo.redraw(content, read_as=found.id, most_dots=settings.PHOTO_DOTS)
            return FORMATS[into], drawn
        return found, document.tidy(content) if found.kind == Kind.PDF else content
    except photo.TooManyDots:
        why = _("“%(name)s” heeft te veel beeldpunten om te openen. Maak de foto kleiner en kies die.")
    except document.HasProgram:
        why = _("“%(name)s” bevat een programma. Druk de pdf opnieuw af naar een pdf en kies die.")
    except (photo.Broken, document.NotWhole):
        why = _("“%(name)s” is niet heel: wij kunnen het bestand niet openen.")
    raise Refused(why % _about(name))
