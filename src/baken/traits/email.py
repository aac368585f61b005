"""E-mail addresses, as their provider sees them: J.Jansen+x@googlemail.com and jjansen@gmail.com are one box.

Certain: an address is given out once. A box that everybody writes to (info@) is no trait of a person; see `common.py`.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

_AT = r"(?: ?@ ?| ?[\[({<] ?(?:at|apenstaart(?:je)?|@) ?[\])}>] ?| (?:at|apenstaart(?:je)?) )"
_DOT = r"(?:\.| \. | ?[\[({<] ?(?:dot|punt|\.) ?[\])}>] ?| (?:dot|punt) )"
_WORD = r"[A-Za-z0-9ß-öø-ÿÀ-ÖØ-Þ]"
_LOCAL = rf"(?<![\w.+%-]){_WORD}[\w.+%-]{{0,63}}"
PLAIN = re.compile(rf"{_LOCAL}@{_WORD}[A-Za-z0-9ß-öø-ÿÀ-ÖØ-Þ-]{{0,62}}(?:\.{_WORD}[A-Za-z0-9-]{{0,62}}){{1,4}}")
_END = "nl|com|net|org|eu|be|de|pl|ro|bg|hu|ru|ua|uk|fr|es|it|tr|me|info|biz|io|lt|lv|cz|sk|gr|pt|vn|cn"
_LEFT = re.compile(rf"{_LOCAL}(?:{_DOT}[A-Za-z0-9_+-]{{1,30}}){{0,3}}$", re.IGNORECASE)
_RIGHT = re.compile(
    rf"{_AT}[A-Za-z0-9-]{{1,62}}(?:{_DOT}(?!(?:{_END})\b)[A-Za-z0-9-]{{1,30}}){{0,2}}{_DOT}(?:{_END})(?![\w-])",
    re.IGNORECASE,
)
_LONGEST = 80  # signs before the at
_SAME_PROVIDER = {
    "googlemail.com": "gmail.com",
    "me.com": "icloud.com",
    "mac.com": "icloud.com",
    "protonmail.com": "proton.me",
    "pm.me": "proton.me",
    "ya.ru": "yandex.ru",
    "yandex.com": "yandex.ru",
}
_NO_SIGNS = {"gmail.com": ".", "proton.me": ".-_"}  # signs that the provider does not see
_WITH_TAGS = frozenset(
    "gmail.com proton.me icloud.com outlook.com outlook.nl hotmail.com hotmail.nl live.com live.nl msn.com fastmail.com yandex.ru".split()
)


def _box(local: str, domain: str) -> str:
    domain = _SAME_PROVIDER.get(domain, domain)
    if domain in _WITH_TAGS:
        local = local.split("+")[0] or local
    bare = local.translate({ord(sign): None for sign in _NO_SIGNS.get(domain, "")})
    return f"{bare or local}@{domain}"


def _undisguised(written: str) -> str:
    written = re.sub(_AT, "@", written, count=1, flags=re.IGNORECASE)
    return re.sub(_DOT, ".", written, flags=re.IGNORECASE)


def _value(written: str) -> str:
    local, _, domain = written.lower().rpartition("@")
    return _box(local, domain)


def _disguised(text: str) -> Iterator[Found]:
    """Looks for the part from the at first, because that is rare, and then for what stands before it."""
    for right in _RIGHT.finditer(text):
        left = _LEFT.search(text, max(0, right.start() - _LONGEST), right.start())
        if left is None:
            continue
        value = _value(_undisguised(text[left.start() : right.end()]))
        if PLAIN.fullmatch(value):
            yield Found(left.start(), right.end(), value, Strength.CERTAIN)


def found(text: str) -> Iterator[Found]:
    """Every e-mail address in plain text, also one that is written around (naam at gmail punt com)."""
    for match in PLAIN.finditer(text):
        yield Found(*match.span(), _value(match.group()), Strength.CERTAIN)
    yield from _disguised(text)


def normalise(raw: str) -> str | None:
    """The box that the address belongs to, or None when there is no address."""
    first = next(found(plain(raw)), None)
    return first.value if first else None
