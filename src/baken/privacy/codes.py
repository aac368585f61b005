"""Codes that only their holder knows (meldcode): 20 digits, about 66 bits, found back through a slow hash.

The stored value is Argon2id (46 MiB, one pass; OWASP password storage cheat sheet) of the code with a salt that lies
outside the database. A wrong code therefore costs exactly what a right one does, and a stolen database gives no codes.
"""

import hashlib
import hmac
import threading

from argon2.low_level import Type, hash_secret_raw

from baken.privacy import master

DIGITS = 20
_two_at_a_time = threading.BoundedSemaphore(2)


def code_for(secret: str) -> str:
    """The 20 digits that belong to a form's one-time `secret`: the same form sent twice gets the same code."""
    digest = hmac.new(master.derived("code"), secret.encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:16], 'big') % 10**DIGITS:0{DIGITS}d}"


def shown(code: str) -> str:
    """The code as people read and write it: five groups of four."""
    return " ".join(code[i : i + 4] for i in range(0, DIGITS, 4))


def tidy(typed: str) -> str:
    """What somebody typed, as bare digits: spaces, dashes and dots do not matter, O is 0 and l is 1."""
    swapped = typed.translate(str.maketrans("OolIi", "00111"))
    return "".join(sign for sign in swapped if sign in "0123456789")


def found_by(code: str) -> str:
    """The slow hash (64 hex digits) under which the holder of `code` is found. Always costs the same."""
    with _two_at_a_time:
        raw = hash_secret_raw(
            tidy(code).encode()[:64],
            master.derived("code-salt"),
            time_cost=1,
            memory_cost=46 * 1024,
            parallelism=1,
            hash_len=32,
            type=Type.ID,
        )
    return raw.hex()
