"""The files that another system sends along, as base64 in its JSON: decoded, and checked by content as any other upload."""

import base64
import binascii
import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.translation import gettext as _

from baken.files.accept import Accepted, NotNow, accept
from baken.files.forms import no_room, too_many

FIELD = "attachments"
WORDS_BYTES = 200_000  # what everything but the files may take
Problems = list[dict[str, str]]


def most_bytes() -> int:
    """How long a whole request may be: its words, and two of the largest files in base64 (four signs for three bytes).

    Less than a browser may send at once, because JSON stands in memory a few times while it is read.
    """
    return WORDS_BYTES + min(2 * settings.FILE_BYTES, settings.REPORT_FILES_BYTES) * 4 // 3


def files_in(sent: dict[str, Any]) -> tuple[Accepted, ...]:
    """The files of a request without `problems_in`, clean and ready to be kept.

    Raises accept.Refused, with a sentence that names the file; accept.NotNow when later it may be taken.
    """
    uploads = _uploads(sent)
    if wrong := no_room(uploads):
        raise NotNow(wrong[0])
    return tuple(accept(upload) for upload in uploads)


def problems_in(sent: dict[str, Any]) -> Problems:
    """What is wrong with the list itself, before anything in it is opened. No list is no files."""
    listed = sent.get(FIELD, [])
    if not isinstance(listed, list):
        return [_said(_("Stuur een lijst van bestanden, elk met name en content_base64."))]
    for place, each in enumerate(listed, 1):
        if not isinstance(each, dict) or not isinstance(each.get("name"), str) or _bytes_of(each) is None:
            return [_said(_("Bestand %(place)d klopt niet: geef name en content_base64.") % {"place": place})]
    return [_said(why) for why in too_many(_uploads(sent))]


def _said(message: str) -> dict[str, str]:
    return {"field": FIELD, "message": message}


def _bytes_of(each: dict[str, Any]) -> bytes | None:
    try:
        return base64.b64decode(each["content_base64"], validate=True)
    except (binascii.Error, KeyError, TypeError, ValueError):
        return None


def _uploads(sent: dict[str, Any]) -> list[UploadedFile]:
    found: list[UploadedFile] = []
    for each in sent.get(FIELD, []):
        content = _bytes_of(each) or b""
        found.append(InMemoryUploadedFile(io.BytesIO(content), FIELD, each["name"], None, len(content), None))
    return found
