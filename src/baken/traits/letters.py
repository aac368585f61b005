"""Letters and signs: one plain sign for its many forms, at the same place; and any script in plain Latin letters."""

import re
from functools import lru_cache

from anyascii import anyascii

_SAME = {
    " ": "\t\u00a0\u1680\u2007\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B))),
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d",
    "'": "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "s": "\u017f",
    "k": "\u212a",
    "I": "\u0130",
    "i": "\u0131",
    ".": "\u2024\u00b7\uff0e\u2022",
}  # fmt: skip
_TABLE = {ord(sign): plain for plain, signs in _SAME.items() for sign in signs}
_TABLE |= {zero + n: str(n) for zero in (0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)}
_TABLE |= {code: chr(code - 0xFEE0) for code in (0xFF08, 0xFF09, 0xFF0B, 0xFF20, *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}  # fmt: skip
_NOT_A_LETTER = re.compile(r"[^a-z0-9 ]+")


def plain(text: str) -> str:
    """The same text with one form of each dash, space, quote and digit. As long as it was, so places stay true."""
    return text.replace("\t", " ") if text.isascii() else text.translate(_TABLE)


@lru_cache(maxsize=20_000)
def latin(text: str) -> str:
    """Small plain letters and digits, of whatever script: `Łukasz Müller-Øst` becomes `lukasz muller ost`."""
    folded = text if text.isascii() else anyascii(text)
    return " ".join(_NOT_A_LETTER.sub(" ", folded.lower().replace("'", "")).split())
