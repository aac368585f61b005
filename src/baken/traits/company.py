"""Names of firms (bedrijfsnamen), without their legal form: `Nowak Bouw B.V.` is `nowak bouw`.

Possible: names of firms look alike and change, and a firm has many people around it.
"""

import re
from collections.abc import Iterator

from baken.traits.letters import latin, plain
from baken.traits.trait import Found, Strength

_FORM = (
    r"(?:B\.? ?V\.?|b\.v\.|bv|N\.V\.?|NV|n\.v\.|V\.? ?O\.? ?F\.?|v\.o\.f\.|vof|[Ll]td\.?|Limited|LTD|[Gg]mb[Hh]|GMBH|[Ss]p\.? ?z ?\.?o\.? ?o\.?|S\.?R\.?L\.?|[Ss]rl"
    r"|S\.A\.|EOOD|OOD|ЕООД|ООД|[Kk]ft\.?|s\.r\.o\.|UAB|SIA|LLC|Inc\.?|C\.V\.|U\.G\.|UG|e\.K\.|BVBA|bvba|Bvba)"
)
_UP = "A-ZÀ-ÖØ-ÞĀ-ŽА-Я"
_CAP = rf"(?:[{_UP}]\.|[{_UP}0-9][\w'&+\-]{{0,29}})"
_NAME = rf"(?:[{_UP}][\w'&+\-]{{1,29}}(?<!'s))"
_BETWEEN = r"(?:en|and|und|i|van|de|den|der|&|\+|te|'t|het)"
FORMAL = re.compile(
    rf"(?<![\w-]){_CAP}(?: (?:{_BETWEEN} ){{0,2}}{_CAP}){{0,4}}(?: [a-z]{{4,14}})? ?,? (?={_FORM}(?!\w)){_FORM}"
)
SMALL = re.compile(
    r"(?<![\w-])((?:[a-z0-9][\w'&\-]{1,24} ){1,2})(?:bv|b\.v\.|vof|v\.o\.f\.|gmbh|ltd\.?|sp\. ?z ?o\.? ?o\.?)(?![\w'\-])"
)
_SORTS = (
    "uitzendbureau|uitzendburo|schoonmaakbedrijf|bouwbedrijf|aannemer|aannemersbedrijf|klusbedrijf|loonbedrijf|kwekerij|slachterij|restaurant|bakkerij|slagerij|hotel|motel|pension"
    "|massagesalon|nagelstudio|nagelsalon|kapsalon|kapper|café|cafe|bar|club|eetcafé|snackbar|pizzeria|shoarmazaak|afhaalcentrum|autowas|carwash|garage|autobedrijf|transportbedrijf"
    "|koeriersbedrijf|thuiszorg|stichting|firma|wasserij|supermarkt|sauna|privéhuis|escortbureau|detacheringsbureau"
)
CALLED = re.compile(
    rf"(?<![\w-])(?i:({_SORTS})) (?:(?:de|het|'t|van|La|Le|El) ){{0,2}}{_NAME}(?: (?:{_BETWEEN} )?{_NAME}){{0,2}}"
)
_SORT_WORDS = tuple(_SORTS.split("|"))
_NATIONAL = re.compile(r"[a-z]+se")
_LONGEST = 120
_LAST_FORM = re.compile(rf",? ?(?<!\w){_FORM}\s*$")
_TOO_COMMON = frozenset(
    "de het een die dat deze bij van voor door met is was heeft werkt via en of naar aan in op hun zijn haar als onze ons om uit te dezelfde eigen noch nu ook hond geen nieuwe andere"
    " twee drie vier vijf zes zeven acht negen tien zelfde lege oude iedere elke bleek wordt werd naam kleine grote buitenlandse nederlandse beherende betrokken hele per".split()
)
_FORM_SIGNS = ("bv", "b.v", "b. v", "b v", "nv", "n.v", "vof", "v.o.f", "v. o", "v o f", "ltd", "limited", "gmbh", "z o", "z.o", "zo.o", "srl", "s.r.l", "s.a.", "ood", "оод", "kft", "s.r.o", "uab", "sia", "llc", "inc", "c.v.", "u.g.", "ug", "e.k.")  # fmt: skip
_FORMS_FOLDED = re.compile(
    r" (?:b ?v|n ?v|v ?o ?f|ltd|limited|gmbh|sp ?z ?o ?o|s ?r ?l|s a|eood|ood|kft|s r o|uab|sia|llc|inc|c v|u g|e k|bvba)$"
)
_GENERAL_SORTS = re.compile(r"^(?:firma|bedrijf|het bedrijf) (?=\w)")


def _value(written: str) -> str | None:
    """Small plain letters, `en` for &, without legal form and without a word as `firma` that says nothing."""
    name = latin(written.replace("&", " en ").replace("+", " en "))
    while True:
        shorter = _GENERAL_SORTS.sub("", _FORMS_FOLDED.sub("", name))
        if shorter == name:
            break
        name = shorter
    return name if len(name) > 1 and not name.isdigit() and name not in _TOO_COMMON else None


def _small(text: str) -> Iterator[Found]:
    """In small letters: the words before the legal form, from the last everyday word on."""
    for match in SMALL.finditer(text):
        words = list(re.finditer(r"\S+", match[1]))
        while words and any(word.group() in _TOO_COMMON or word.group().isdigit() for word in words):
            words = words[1:]
        if not words or (len(words) == 1 and words[0].group().endswith("se")):  # `een Litouwse bv`
            continue
        start = match.start(1) + words[0].start()
        if value := _value(text[start : match.end(1)]):
            yield Found(start, match.end(), value, Strength.POSSIBLE)


def _formal(text: str) -> Iterator[Found]:
    """With capitals before the legal form; an everyday word that begins the sentence is let go."""
    for match in FORMAL.finditer(text):
        start, written = match.start(), match.group()
        first, _, rest = written.partition(" ")
        if first.lower() in _TOO_COMMON and not _LAST_FORM.fullmatch(rest):
            start, written = start + len(first) + 1, rest
        if (value := _value(written)) and value not in _TOO_COMMON and not _NATIONAL.fullmatch(value):
            yield Found(start, match.end(), value, Strength.POSSIBLE)


def found(text: str) -> Iterator[Found]:
    """Every firm in plain text with its legal form behind it, or with what sort of firm it is before it."""
    small = text.lower()
    if any(form in small for form in _FORM_SIGNS):
        yield from _formal(text)
        yield from _small(text)
    if any(sort in small for sort in _SORT_WORDS):
        for match in CALLED.finditer(text):
            if value := _value(match.group()):
                yield Found(*match.span(), value, Strength.POSSIBLE)


def normalise(raw: str) -> str | None:
    """The name in small plain letters without its legal form, or None when nothing is left."""
    value = _value(plain(raw)) if len(raw) <= _LONGEST else None
    return value if value and len(value) <= _LONGEST else None
