"""One keyset for each owner (a municipality, or the house itself), wrapped by the master key."""

from functools import cache

import tink
from django.db import IntegrityError, transaction
from tink import aead, proto_keyset_format

from baken.privacy import master
from baken.privacy.models import KeySet

HOUSE = "house"


def _wrapped(owner: str) -> bytes:
    row = KeySet.objects.filter(owner=owner).first()
    if row is not None:
        return bytes(row.wrapped)
    handle = tink.new_keyset_handle(aead.aead_key_templates.AES256_GCM)
    wrapped: bytes = proto_keyset_format.serialize_encrypted(handle, master.wrapping_key(), owner.encode())
    try:
        with transaction.atomic():
            KeySet.objects.create(owner=owner, wrapped=wrapped)
    except IntegrityError:  # somebody else made it a moment ago: theirs is the one
        return bytes(KeySet.objects.get(owner=owner).wrapped)
    return wrapped


@cache
def _opened(owner: str, wrapped: bytes) -> aead.Aead:
    handle = proto_keyset_format.parse_encrypted(wrapped, master.wrapping_key(), owner.encode())
    return handle.primitive(aead.Aead)


_cache: dict[str, aead.Aead] = {}


def key_of(owner: str) -> aead.Aead:
    """The encryption key of `owner`, made at first use and kept open in this process.

    Not remembered while the transaction that made it may still be rolled back.
    """
    if owner not in _cache:
        key = _opened(owner, _wrapped(owner))
        if transaction.get_connection().in_atomic_block:
            return key
        _cache[owner] = key
    return _cache[owner]


def forget() -> None:
    """Drop every open key from memory."""
    _cache.clear()
    _opened.cache_clear()
