"""The set-up code: shown once on the screen where Baken starts, so that only who started it can make the first account."""

import base64
import hmac

from baken.privacy import master

LETTERS = 20  # of base32: 100 bits


def code() -> str:
    """The set-up code of this installation, in five groups of four. It follows from the master key and is stored nowhere."""
    text = base64.b32encode(master.derived("first-run")).decode()[:LETTERS]
    return "-".join(text[i : i + 4] for i in range(0, LETTERS, 4))


def fits(typed: str) -> bool:
    """Whether this is the code; spaces, dashes and small letters do not matter."""
    tidy = "".join(sign for sign in typed.upper() if sign.isalnum())
    return hmac.compare_digest(tidy.encode(), code().replace("-", "").encode())
