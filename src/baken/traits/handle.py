"""Accounts online (handles), as platform:name, or @name when the platform is not told.

Probable on a known platform: one account, but accounts are shared, taken over and misspelt. Possible without: the same
name belongs to other people elsewhere.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import plain
from baken.traits.trait import Found, Strength

_PLATFORMS = {
    "instagram": "instagram|insta|ig",
    "snapchat": "snapchat|snap|sc",
    "telegram": "telegram|tg|tele",
    "tiktok": "tiktok|tik tok|tt",
    "facebook": "facebook|fb|messenger",
    "twitter": "twitter",
    "onlyfans": "onlyfans",
    "signal": "signal",
    "discord": "discord",
    "kik": "kik",
    "vk": "vk|vkontakte",
    "wickr": "wickr",
    "threema": "threema",
    "skype": "skype",
    "linkedin": "linkedin",
    "youtube": "youtube",
    "kinky": "kinky",
}
_PLATFORM_OF = {word: name for name, words in _PLATFORMS.items() for word in words.split("|")}
_SITES = {
    "instagram.com": "instagram", "snapchat.com": "snapchat", "t.me": "telegram", "telegram.me": "telegram", "tiktok.com": "tiktok",
    "facebook.com": "facebook", "fb.com": "facebook", "twitter.com": "twitter", "x.com": "twitter", "onlyfans.com": "onlyfans",
    "kik.me": "kik", "vk.com": "vk", "linkedin.com": "linkedin", "youtube.com": "youtube",
}  # fmt: skip
_NAME = r"([A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,38}[A-Za-z0-9_])?)"
_WORDS = "|".join(sorted(_PLATFORM_OF, key=len, reverse=True))
_LONG = "|".join(sorted((word for word in _PLATFORM_OF if len(word) > 2), key=len, reverse=True))
URL = re.compile(
    rf"(?<![\w@])(?:https?://)?(?:www\.|m\.|nl-nl\.)?({'|'.join(map(re.escape, _SITES))})/(?:add/|in/|u/|profile/)?@?{_NAME}(?:/(?=\s|$))?",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf"(?<![\w@.])({_WORDS})(?:[ -]?(?:account|acc|naam|handle|profiel|id|gebruikersnaam|username))?(?: ?[:=] ?@?| @){_NAME}",
    re.IGNORECASE,
)
TOLD = re.compile(
    rf"(?<![\w@.])({_LONG})(?: (?:als|onder|account|acc|naam|heet (?:hij|zij|ze)|gebruikersnaam|de naam|met de naam|genaamd|profiel|username)){{1,3}} [\"']?@?{_NAME}",
    re.IGNORECASE,
)
NEXT = re.compile(
    rf"(?<![\w@.])({_LONG}) (?=[A-Za-z0-9_.]*[0-9_])(?=[0-9_.]*[A-Za-z]){_NAME}(?![\w@])", re.IGNORECASE
)
AT = re.compile(
    rf"(?<![\w.@/])@{_NAME}(?!@)(?:(?= ?\(?(?:op|on|via|bij|van)? ?(?:zijn |haar |de )?({_WORDS})\b))?",
    re.IGNORECASE,
)
_LONG_WORDS = tuple(word for word in _PLATFORM_OF if len(word) > 2)
SHORT_LABEL = re.compile(r"\b(?:ig|sc|tg|tt|fb|vk)[ \w-]{0,18}[:=@]", re.IGNORECASE)
_EVERYDAY = frozenset(
    "alles foto fotos filmpje filmpjes video hij zij ze ik jij we wij weet wacht kan kun de het een er geen niet niks op en in met van bericht berichten contact gesprek naam account profiel"
    " gebruikt wil moet heeft is was daar hier veel meer dat dit die deze ook nog maar via online chat chats".split()
)
_SHORTEST = 3
_PATHS = frozenset(
    "p reel reels stories explore pages groups watch share story sharer hashtag joinchat in add login status home".split()
)


def _value(platform: str, name: str) -> str | None:
    name = name.lower().strip(".-")
    if len(name) < _SHORTEST or name in _PATHS or name in _PLATFORM_OF:
        return None
    if re.search(r"\.(?:com|nl|org|net|be|de|eu)$", name) and not platform:
        return None
    return f"{platform}:{name}" if platform else f"@{name}"


def _strength(value: str) -> Strength:
    return Strength.POSSIBLE if value.startswith("@") else Strength.PROBABLE


def _labelled(text: str) -> Iterator[Found]:
    for pattern in (LABELLED, TOLD, NEXT):
        for match in pattern.finditer(text):
            value = _value(_PLATFORM_OF[match[1].lower()], match[2])
            if value and match[2].lower() not in _EVERYDAY and match[2].lower() not in _SITES:
                yield Found(*match.span(), value, Strength.PROBABLE)


def _profiles(text: str) -> Iterator[Found]:
    for match in URL.finditer(text):
        if value := _value(_SITES[match[1].lower()], match[2]):
            yield Found(*match.span(), value, Strength.PROBABLE)


def _after_at(text: str) -> Iterator[Found]:
    for match in AT.finditer(text):
        if value := _value(_PLATFORM_OF.get((match[2] or "").lower(), ""), match[1]):
            yield Found(*match.span(), value, _strength(value))


def found(text: str) -> Iterator[Found]:
    """Every account in plain text that stands behind a platform, in an address of a profile, or after an @."""
    small = text.lower()
    if "/" in text:
        yield from _profiles(text)
    if any(word in small for word in _LONG_WORDS) or SHORT_LABEL.search(text):
        yield from _labelled(text)
    if "@" in text:
        yield from _after_at(text)


def normalise(raw: str) -> str | None:
    """The account as platform:name or @name, in small letters; None when there is none."""
    text = plain(raw).strip()
    platform, _, name = text.partition(":")
    if platform in _PLATFORMS and re.fullmatch(_NAME, name):
        return _value(platform, name)
    first = next(found(text), None)
    if first is None and re.fullmatch(_NAME, text):
        return _value("", text)
    return first.value if first else None
