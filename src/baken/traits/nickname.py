"""Nicknames (bijnamen): after a word as bijnaam, alias, aka, or an uncle who is none. `ome Sjaak` is `oom sjaak`.

Possible: many people are called so. A name of kinship or a trade alone (`mama`, `de baas`) is no trait at all.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import latin, plain
from baken.traits.trait import Found, Strength

_CUE = r"(?:bijnaam|bijgenaamd|alias|a\.?k\.?a\.?|ook wel(?: bekend als| genoemd)?|noemt zich(?:zelf)?|noemen (?:hem|haar)|noemt (?:hem|haar)|beter bekend als|bekend als|wordt .{2,12} genoemd|roepnaam|straatnaam|nickname|known as|genaamd)"
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w'\-]{1,24}"
QUOTED = re.compile(rf"\b{_CUE}(?: (?:is|was))?[ :=,]{{1,3}}(?:de )?([\"'])([^\"'\n]{{2,30}})\1", re.IGNORECASE)
CALLED = re.compile(
    rf"\b(?i:{_CUE})(?i: (?:is|was))?[ :=,]{{1,3}}((?:(?:de|den|el|la|Big|Lil|Kleine|Dikke|Lange|Oom|Ome|oom|ome|Tante|tante) )?{_CAP})"
)
KIN = re.compile(
    rf"\b(?i:(oom|ome|tante|baas|boss|mama|mami|madame|madam|papa|big|lil|dikke|lange|rooie|kale|manke|schele|gekke|kapitein|captain|don|koning|king)) ({_CAP})"
)
BETWEEN = re.compile(rf"(?<=[a-z]) [\"'](?:de )?({_CAP}(?: [\w'\-]{{2,20}})?)[\"'](?= [A-Z])")
_GENERIC = frozenset(
    "baas mama papa oma opa oom tante schat chef boss meneer mevrouw man vrouw vriend vriendin hij zij ze manager adviseur partner coordinator directeur eigenaar klant collega"
    " slachtoffer getuige verdachte loverboy pooier".split()
)
_CUE_WORDS = (
    "bijna",
    "bijgen",
    "alias",
    "a.k.a",
    "aka",
    "ook wel",
    "noem",
    "bekend als",
    "roepnaam",
    "straatnaam",
    "nickname",
    "known as",
    "genaamd",
)
_KIN_WORDS = (
    "oom",
    "ome",
    "tante",
    "baas",
    "boss",
    "mama",
    "mami",
    "madam",
    "papa",
    "big",
    "lil",
    "dikke",
    "lange",
    "rooie",
    "kale",
    "manke",
    "schele",
    "gekke",
    "kapit",
    "captain",
    "don",
    "koning",
    "king",
)
_NOT_A_NAME = frozenset("zei zegt komt kwam heeft had was is werd wordt van de het een uit en die".split())


def _value(written: str) -> str | None:
    name = re.sub(r"^(?:(?:de|den) )+(?=\w)", "", latin(written)[:60].strip())
    name = re.sub(r"^ome ", "oom ", name)
    return name if len(name) > 1 and name not in _GENERIC and name not in _NOT_A_NAME else None


def _patterns(text: str) -> Iterator[tuple[re.Pattern[str], int]]:
    """The patterns that can match, with the group in which the name is: words that must be there are sought first."""
    small = text.lower()
    if any(word in small for word in _CUE_WORDS):
        yield from ((QUOTED, 2), (CALLED, 1))
    if any(word in small for word in _KIN_WORDS):
        yield KIN, 0
    if '"' in text or "'" in text:
        yield BETWEEN, 1


def found(text: str) -> Iterator[Found]:
    """Every nickname in plain text that is called so, or that stands in quotes between two names."""
    for pattern, group in _patterns(text):
        for match in pattern.finditer(text):
            if value := _value(match[group]):
                yield Found(*match.span(group), value, Strength.POSSIBLE)


def normalise(raw: str) -> str | None:
    """The nickname in small plain letters, without its article; None when it says nothing."""
    value = _value(plain(raw))
    return value if value else None
