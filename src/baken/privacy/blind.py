"""Blind index: a keyed token by which equal values find each other, and from which nobody without the key reads a value.

The key is derived from the master key, so it lies outside the database and its backup: with an unkeyed hash all Dutch mobile
numbers can be tried in a minute. Each municipality has its own ring of tokens, and so has each region; the same
value has other tokens in another ring.
"""

import hashlib

from baken.privacy import master

SIZE = 16  # bytes: 128 bits, so that two values never share a token by chance


def ring_of_municipality(municipality: object) -> str:
    """The ring in which the reports of one municipality find each other."""
    return f"gemeente:{municipality}"


def ring_of_region(region: object) -> str:
    """The ring in which municipalities of one region learn that there is a hit."""
    return f"regio:{region}"


def token(ring: str, kind: str, text: str) -> bytes:
    """The token (16 bytes) of a text of this kind within a ring: BLAKE2b with the ring's own key."""
    said = f"{kind}\x1f{text}".encode("utf-8", "surrogatepass")
    key = master.derived(f"token {ring}")
    return hashlib.blake2b(said, key=key, digest_size=SIZE, person=b"baken-token").digest()
