"""The master key: one file outside the database, from which no key can be guessed and without which nothing opens."""

import os
from functools import cache
from pathlib import Path

import tink
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from tink import aead, json_proto_keyset_format, secret_key_access

aead.register()


class MasterKeyError(RuntimeError):
    """The master key is missing or unreadable; the message says where it was expected."""


def create(path: Path) -> None:
    """Write a new master key to `path`, readable by its owner only. Raises FileExistsError rather than replace one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = tink.new_keyset_handle(aead.aead_key_templates.AES256_GCM)
    body = json_proto_keyset_format.serialize(handle, secret_key_access.TOKEN)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


@cache
def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MasterKeyError(f"De hoofdsleutel {path} is niet te lezen: {error.strerror}.") from None


@cache
def wrapping_key(path: Path | None = None) -> aead.Aead:
    """The key that wraps the keysets of the municipalities."""
    body = _read(path or settings.MASTER_KEY_FILE)
    return json_proto_keyset_format.parse(body, secret_key_access.TOKEN).primitive(aead.Aead)


@cache
def derived(purpose: str) -> bytes:
    """32 bytes for one purpose ("trace", "code", ...), derived from the master key and kept out of the database."""
    body = _read(settings.MASTER_KEY_FILE).encode()
    return HKDF(algorithm=SHA256(), length=32, salt=b"baken", info=purpose.encode()).derive(body)
