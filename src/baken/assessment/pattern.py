"""The pattern language of the content files: what an editor writes, taken apart.

`A & B & C`      all parts in one sentence, in any order, close together
`a b`            next to each other (one word may stand between)
`a .. b`         up to four words between, in this order
`word`           this word in any inflection; `word*` begins with; `*word` ends with
`(a|b|c d)`      one of these (a class or a number may be one of them);  `{class}` one of a meaning class;  `!x` must not stand in the sentence
`<n>` `<n>=12>` `<n<=5>`   a number, compared
"""

import re
from dataclasses import dataclass

ITEM = re.compile(r"\.\.|!?\([^()]*\)|!?\{[a-z_]+\}|<n[^ ]*>|[^\s&(){}]+")
NUMBER = re.compile(r"<n(?:(>=|<=|>|<|=)(\d+(?:[.,]\d+)?))?>")
GROUP = re.compile(r"(?<!!)\(([^()]*)\)")
NEAR, FAR = 1, 4


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to find: one of `phrases`, a meaning `group`, or a number compared with `limit`."""

    phrases: tuple[str, ...] = ()
    group: str = ""
    compare: str = ""
    limit: float = 0.0
    gap: int = 0  # how many words may stand between the element before and this one


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must all be there (each a row of elements), and elements that must not."""

    parts: tuple[tuple[Element, ...], ...]
    without: tuple[Element, ...]
    source: str


def parse(source: str) -> Pattern:
    """The pattern that `source` says. Raises PatternError."""
    parts: list[tuple[Element, ...]] = []
    without: list[Element] = []
    for piece in source.lower().split("&"):
        row: list[Element] = []
        gap = NEAR
        for item in ITEM.findall(piece):
            if item == "..":
                gap = FAR
            elif item.startswith("!"):
                without.append(_element(item[1:], 0))
            else:
                row.append(_element(item, gap))
                gap = NEAR
        if row:
            parts.append(tuple(row))
    if not parts:
        raise PatternError(f"patroon zonder woorden: {source!r}")
    return Pattern(tuple(parts), tuple(without), source)


def spelled_out(source: str) -> list[str]:
    """The pattern, and once more for each phrase of a group that holds a number among words: `(8 man|<n>=6> man)` is two rows."""
    for group in GROUP.finditer(source):
        phrases = [" ".join(phrase.split()) for phrase in group.group(1).split("|") if phrase.strip()]
        mixed = [phrase for phrase in phrases if "<n" in phrase and " " in phrase]
        if mixed:
            others = "|".join(phrase for phrase in phrases if phrase not in mixed)
            ways = [*([f"({others})"] if others else []), *mixed]
            before, after = source[: group.start()], source[group.end() :]
            return [each for way in ways for each in spelled_out(f"{before} {way} {after}")]
    return [source]


def nested(phrase: str) -> Element | None:
    """The meaning class or number that a phrase inside a group stands for, or None for plain words."""
    if re.fullmatch(r"\{[a-z_]+\}|<n[^ ]*>", phrase):
        return _element(phrase, 0)
    return None


def _element(item: str, gap: int) -> Element:
    if item.startswith("{"):
        return Element(group=item[1:-1], gap=gap)
    if item.startswith("("):
        phrases = tuple(phrase.strip() for phrase in item[1:-1].split("|") if phrase.strip())
        return Element(phrases=phrases, gap=gap)
    if item.startswith("<"):
        number = NUMBER.fullmatch(item)
        if number is None:
            raise PatternError(f"getal niet begrepen: {item}")
        limit = float((number.group(2) or "0").replace(",", "."))
        return Element(compare=number.group(1) or "any", limit=limit, gap=gap)
    if not re.search(r"\w", item):
        raise PatternError(f"niet begrepen: {item}")
    return Element(phrases=(item,), gap=gap)
