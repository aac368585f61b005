"""A file that the receiver opens with any PDF reader and a passphrase (PDF 2.0, AES-256); why so stands in docs/adr.

The passphrase has 99 bits and is made anew for each file; it is not stored: it follows from the master key, the record
and a nonce that only the page of that moment holds.
"""

import hashlib
import hmac
import io
import secrets
from collections.abc import Iterable

import pikepdf

from baken.files.models import StoredFile
from baken.privacy import master
from baken.sharing.package import Package

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike
LENGTH = 20
ENCLOSED = "pakket.txt"


def new_nonce() -> str:
    """A fresh nonce for one file: 192 bits."""
    return secrets.token_urlsafe(24)


def passphrase(record: object, nonce: str) -> str:
    """The passphrase of the file that is made of this record with this nonce: five groups of four."""
    key = master.derived("package-file")
    digest = hmac.new(key, f"{record} {nonce}".encode(), hashlib.sha256).digest()
    number, signs = int.from_bytes(digest, "big"), ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(SIGNS))
        signs += SIGNS[place]
    return "-".join(signs[at : at + 4] for at in range(0, LENGTH, 4))


def encrypted(package: Package, phrase: str, files: Iterable[StoredFile] = ()) -> bytes:
    """The package as an encrypted PDF. Inside are the same text as a plain file, so that nobody has to type it over, and
    the files that go along, encrypted with it.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(package.as_pdf())) as pdf:
        text = package.as_text().encode()
        pdf.attachments[ENCLOSED] = pikepdf.AttachedFileSpec(pdf, text, filename=ENCLOSED, mime_type="text/plain")
        for each in files:
            pdf.attachments[each.safe_name] = pikepdf.AttachedFileSpec(pdf, each.content, filename=each.safe_name)
        pdf.save(out, encryption=pikepdf.Encryption(owner=phrase, user=phrase, R=6, aes=True, metadata=True))
    return out.getvalue()
