"""Dutch addresses (adressen) in one form: `dorpsstraat 12 a, 1234AB`, `1234AB 12 a`, `dorpsstraat 12` or `dorpsstraat`.

Probable with street and number, or postcode and number: a house, where many people come and go. Possible without number.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from baken.traits.letters import latin, plain
from baken.traits.names import is_first
from baken.traits.trait import Found, Strength

_SUFFIX = (
    "straat|laan|plein|weg|kade|gracht|dijk|singel|hof|park|pad|steeg|dreef|markt|baan|plantsoen|ring|wal|erf|boulevard|allee|poort|zoom|gaarde|brink|meent"
    "|hage|weide|oever|sluis|vaart|kanaal|beemd|haven|dam|werf|plaats|hoek|kwartier|akker|kamp|burcht|stein|horst|veld"
)
_SURELY_A_STREET = (
    "straat",
    "laan",
    "plein",
    "weg",
    "kade",
    "gracht",
    "dijk",
    "singel",
    "steeg",
    "dreef",
    "plantsoen",
    "markt",
)
_SHORT = {
    "str": "straat", "ln": "laan", "pln": "plein", "wg": "weg", "kd": "kade", "gr": "gracht", "sngl": "singel", "dk": "dijk", "pl": "plein", "blvd": "boulevard",
}  # fmt: skip
_TITLES = {
    "burg": "burgemeester", "burgem": "burgemeester", "prof": "professor", "gen": "generaal", "pres": "president", "mgr": "monseigneur", "past": "pastoor",
    "ds": "dominee", "st": "sint", "pr": "prins", "adm": "admiraal", "min": "minister", "1e": "eerste", "2e": "tweede", "3e": "derde", "dokter": "dr",
    "doctor": "dr", "meester": "mr", "ir": "ingenieur",
}  # fmt: skip
_FIRST = frozenset(
    "burgemeester professor generaal president monseigneur pastoor dominee sint prins prinses koningin koning admiraal minister eerste tweede derde dr mr ingenieur graaf keizer jonkheer kardinaal"
    " lange korte grote kleine nieuwe oude hoge lage noord zuid oost west noorder zuider ooster wester achter binnen buiten laan plein weg groene rode witte".split()
)
_PARTICLES = frozenset("van de den der het ten ter te 's 't op aan in la du".split())
_NOT_FIRST = frozenset(
    "in op aan bij uit naar van de het een hij zij ze er is was woont wonen woonde wonende adres de pand huis en of dat die te over door achter voor langs tegenover vanaf tot met om we wij ik".split()
)
_NO_STREET = frozenset(
    "onderweg snelweg uitweg halverwege werkplaats parkeerplaats supermarkt vakantiepark recreatiepark bedrijfspark camperplaats fietspad pad arbeidsmarkt markt weg werf park"
    " hof haven dam ring wal veld kamp baan zoom plaats hoek poort ophoping verkoopplaats standplaats slaapplaats werkhoek omweg overweg woonplaats geboorteplaats speelveld"
    " voetbalveld telefoonring gerechtshof huizenmarkt woningmarkt rommelmarkt weekmarkt kerstmarkt busbaan startbaan loopbaan rijbaan bijbaan vluchthaven luchthaven amsterdam rotterdam zaandam"
    " volendam vaart achterdam verblijfplaats vindplaats eindhoven kinderopvang kring woning keuring ervaring plek straat plein laan gracht kade dijk huisweg aanweg onderwal trainingsveld".split()
)
_LEFT = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(,:;]))((?:'s|'t|[^\W_][\w'\-]*)\.?) $")
_NUMBER = r"([0-9]{1,5})(?![0-9])(?![-/][0-9]{1,2}[-/])(?! ?(?:uur|u\b|man\b|mannen|mens|personen|persoon|pers\b|vrouw|meter|m\b|km\b|euro|€|jaar|jarige|kinderen|meisjes|jongens|keer|x\b|dagen|weken|%|:[0-9]|\.[0-9]))"
_ADDITION = r"(?: ?-? ?(hs|huis|bis|boven|beneden|rood|rd|zw|zwart|iii|ii|iv|[1-9] ?(?:e |e)?(?:hoog|etage|verdieping)|(?<! )[a-z]|(?<= )(?![umx](?![a-z]))[a-z]|(?<=-)[a-z0-9]{1,4}|(?<=/)[0-9]{1,3})(?![a-z0-9]))?"
_CODE = r"([1-9][0-9]{3}) ?((?!SA|SD|SS)[A-Z]{2}|(?<=[0-9])(?!sa|sd|ss)[a-z]{2})"
_TWO_LETTER_WORDS = "en|is|in|op|te|om|de|er|ze|we|ik|al|zo|nu|na|of|je|ga|ja|bv|st|kg|km|cm"
_CODE_LOOSE = rf"([1-9][0-9]{{3}}) ?((?!SA|SD|SS)[A-Z]{{2}}|(?!{_TWO_LETTER_WORDS}|sa|sd|ss)[a-z]{{2}})"  # after a house number
_CODE_END = r"(?![A-Za-z0-9])"
_CALLED = r"(?:nr|nummer|no|huisnr|huisnummer|#)\.?:? ?"
_PLACE = r"(?: ?[,;]? ?(?:te |in )?[A-ZÀ-Þ][\w'\-]{2,25}(?: aan (?:de|den) [A-Z]\w+)?)"
WORD = re.compile(r"(?<![\w'\-])[^\W\d_][\w'\-]{2,45}(?![\w'\-])")
_ENDINGS = tuple(_SUFFIX.split("|"))
_SHORT_ENDINGS = ("pln", "sngl", "blvd", "str", "ln", "wg", "kd", "gr", "dk")
BEFORE_NUMBER = re.compile(r"\.|[ ,]{1,2}(?:nr\.? ?)?[0-9]")
APART = re.compile(
    rf"(?<=[A-Za-zà-ÿ.] )((?i:{_SUFFIX}|str|ln|pln|wg|kd|gr|blvd))\b\.?(?= ?,? ?(?:{_CALLED})?[0-9])"
)
AHEAD = re.compile(
    r"(?<![\w-])((?:Laan|Plein|Weg|Hof|Park|Kade|Dreef|Plantsoen) (?:van|der|de|den|het|'s|1[0-9]{3})(?: (?:de|den|der|het))?(?: [A-ZÀ-Þ][\w'\-]+){0,3})(?![\w'])"
)
CALLED_STREET = re.compile(
    r"\b(?i:adres(?: is)?|woont (?:op|aan)(?: de| het)?|wonende(?: te| op| aan)?(?: de| het)?)[ :]{1,2}([A-ZÀ-Þ][\w'\-]+(?: [A-ZÀ-Þ][\w'\-]+){0,2})(?= [0-9])"
)
TAIL = re.compile(rf" ?,? ?(?:{_CALLED})?{_NUMBER}(?i:{_ADDITION})")
CODE_AFTER = re.compile(rf"(?:{_PLACE})?(?: ?[,;(]? ?(?:te |in |postcode |pc )?:? ?){_CODE_LOOSE}{_CODE_END}")
CODE_BEFORE = re.compile(rf"(?<![\w\-]){_CODE},? ?$")
CODE_AND_NUMBER = re.compile(
    rf"(?<![\w-]){_CODE}(?![A-Za-z])[ ,\-]{{0,3}}(?i:{_CALLED})?{_NUMBER}(?i:{_ADDITION})"
)
NUMBER_AND_CODE = re.compile(
    rf"(?<![\w-])(?i:{_CALLED}){_NUMBER}(?i:{_ADDITION})(?: ?,? ?(?:postcode |pc |op )?){_CODE}{_CODE_END}"
)
CODE = re.compile(rf"(?<![\w\-]){_CODE}{_CODE_END}")
NUMBER_FIRST = re.compile(rf"(?i:{_CALLED}){_NUMBER}(?i:{_ADDITION}) (?:in|van|aan|op) (?:de|het) $")
_LONGEST = 200
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "huis": "hs", "rd": "rood", "zw": "zwart"}


class Parts(NamedTuple):
    """An address taken apart. What is not known is empty."""

    street: str = ""
    number: str = ""
    addition: str = ""
    code: str = ""

    def __str__(self) -> str:
        house = " ".join(filter(None, (self.number, self.addition)))
        if not self.street:
            return " ".join(filter(None, (self.code, house)))
        return " ".join(filter(None, (self.street, house))) + (f", {self.code}" if self.code else "")


_WRITTEN = re.compile(
    r"(?:([1-9][0-9]{3}[A-Z]{2})|(.+?))(?: ([0-9]{1,5})(?: ([a-z0-9]{1,7}))?)?(?:, ([1-9][0-9]{3}[A-Z]{2}))?"
)


def parts(value: str) -> Parts:
    """A normalised address taken apart again."""
    match = _WRITTEN.fullmatch(value)
    if match is None:
        return Parts()
    return Parts(match[2] or "", match[3] or "", match[4] or "", match[1] or match[5] or "")


def street_of(written: str) -> str:
    """A street in plain small letters, abbreviations written out, without an article in front."""
    words = latin(written.replace(".", " ").replace("-", " ")).split()
    while len(words) > 1 and (words[0] in _PARTICLES or words[0] == "s"):
        words = words[1:]
    words = [_TITLES.get(word, word) if index < len(words) - 1 else word for index, word in enumerate(words)]
    if not words:
        return ""
    last = words[-1]
    if last in _SHORT and len(words) > 1:
        words[-1] = _SHORT[last]
    for short in _SHORT_ENDINGS:
        if last.endswith(short) and len(last) - len(short) >= 3:
            words[-1] = last.removesuffix(short) + _SHORT[short]
            break
    return " ".join(words)


def _addition(written: str | None) -> str:
    said = latin(written or "").replace(" ", "")
    floor = re.fullmatch(r"([1-9])e?(?:hoog|etage|verdieping)", said)
    return floor[1] if floor else _ROMAN.get(said, said)


def _number(written: str) -> str:
    return written.lstrip("0") or "0"


def _begin(text: str, start: int, word: str) -> int:
    """Where the street begins: words to the left belong to it when they are capitals, titles or particles before a capital."""
    begin, at, capital = start, start, word[0].isupper()
    for _ in range(5):
        left = _LEFT.search(text, max(0, at - 24), at)
        if left is None or CODE_BEFORE.search(text, max(0, at - 9), at):
            break
        said = left[1].rstrip(".").lower()
        at = left.start(1)
        if said in _PARTICLES and not left[1][0].isupper():
            continue
        known = said in _FIRST or said in _TITLES
        if said in _NOT_FIRST and not (
            left[1] in {"Van", "De", "Den", "Der", "Ter", "Ten"} and begin == start and capital
        ):
            break
        if not known and not (
            capital
            and left[1][0].isupper()
            and ((at and text[at - 2 : at] not in {". ", "! ", "? "}) or is_first(latin(said)))
        ):
            break
        begin = at
    return begin


def _with_tail(text: str, start: int, end: int, street: str) -> Found | None:
    """The address of a street that stands from start to end, with the number and the postcode around it."""
    tail = TAIL.match(text, end)
    before = CODE_BEFORE.search(text, max(0, start - 9), start)
    if tail is None:
        number = NUMBER_FIRST.search(text, max(0, start - 40), start)
        if number is None:
            alone = text[start].isupper() and street.endswith(_SURELY_A_STREET)
            return Found(start, end, street, Strength.POSSIBLE) if alone else None
        value = Parts(street, _number(number[1]), _addition(number[2]))
        return Found(number.start(), end, str(value), Strength.PROBABLE)
    after = CODE_AFTER.match(text, tail.end())
    code = after or before
    value = Parts(street, _number(tail[1]), _addition(tail[2]), (code[1] + code[2]).upper() if code else "")
    begin = before.start() if before and not after else start
    return Found(begin, after.end() if after else tail.end(), str(value), Strength.PROBABLE)


def _streets(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each street name stands."""
    for match in WORD.finditer(text):
        word, end = match.group().lower(), match.end()
        if not word.endswith(_ENDINGS) and not (word.endswith(_SHORT_ENDINGS) and BEFORE_NUMBER.match(text, end)):
            continue
        if latin(word) not in _NO_STREET and word not in _ENDINGS and len(word) > 5:
            dotted = text.startswith(".", end) and TAIL.match(text, end + 1) is not None
            yield _begin(text, match.start(), match.group()), end + dotted
    for match in APART.finditer(text):
        begin = _begin(text, match.start(), "A")
        if begin < match.start():
            yield begin, match.end()
    for pattern in (AHEAD, CALLED_STREET):
        for match in pattern.finditer(text):
            yield match.span(1)


def _candidates(text: str) -> Iterator[Found]:
    for start, end in _streets(text):
        street = street_of(text[start:end])
        if street and street not in _NO_STREET and (address := _with_tail(text, start, end, street)):
            yield address
    for match in CODE_AND_NUMBER.finditer(text):
        value = Parts("", _number(match[3]), _addition(match[4]), (match[1] + match[2]).upper())
        yield Found(*match.span(), str(value), Strength.PROBABLE)
    for match in NUMBER_AND_CODE.finditer(text):
        value = Parts("", _number(match[1]), _addition(match[2]), (match[3] + match[4]).upper())
        yield Found(*match.span(), str(value), Strength.PROBABLE)
    for match in CODE.finditer(text):
        if match[2].isupper():
            yield Found(*match.span(), match[1] + match[2], Strength.POSSIBLE)


def _is_normal(value: str) -> bool:
    known = parts(value)
    whole = bool(known.street or known.code) and str(known) == value and len(value) <= _LONGEST
    street = re.search("[a-z]", known.street) is not None and not re.match(
        "[1-9][0-9]{3} ?[a-z]{2}$", known.street
    )
    return (
        whole
        and (not known.street or street)
        and street_of(known.street) == known.street
        and _addition(known.addition) == known.addition
    )


def found(text: str) -> Iterator[Found]:
    """Every address in plain text; a street alone too."""
    return (each for each in _candidates(text) if _is_normal(each.value))


def normalise(raw: str) -> str | None:
    """The address in one form. Here any words before the number are the street; None when there is neither street nor postcode."""
    if _is_normal(raw):
        return raw
    text = " ".join(plain(raw)[:_LONGEST].split())
    code = CODE.search(text)
    rest = f"{text[: code.start()]}|{text[code.end() :]}" if code else text
    house = re.search(
        rf"(?:^|[ ,|])(?:{_CALLED})?{_NUMBER}(?: ([0-9]{{1,4}})(?=$|,)|(?i:{_ADDITION}))(?=$|[ ,;(|])", rest
    )
    street = street_of(re.split(r"[,|;(]", rest[: house.start()] if house else rest)[0])
    if not street and house is not None and code is None:
        street = street_of(re.split(r"[,|;(]", rest[house.end() :])[0])
    if (not street and code is None) or (street and not re.search("[a-z]", street)):
        return None
    number, addition = (_number(house[1]), _addition(house[2] or house[3])) if house else ("", "")
    value = str(Parts(street, number, addition, (code[1] + code[2]).upper() if code else ""))
    return value if _is_normal(value) else None
