"""Street names (straatnamen): where they stand in a text, and their one form with abbreviations written out."""

import re
from collections.abc import Iterator

from baken.traits.house import CALLED, CODE
from baken.traits.letters import latin
from baken.traits.names import is_first

_SUFFIX = (
    "straat|laan|plein|weg|kade|gracht|dijk|singel|hof|park|pad|steeg|dreef|markt|baan|plantsoen|ring|wal|erf|boulevard|allee|poort|zoom|gaarde|brink|meent"
    "|hage|weide|oever|sluis|vaart|kanaal|beemd|haven|dam|werf|plaats|hoek|kwartier|akker|kamp|burcht|stein|horst|veld"
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
NO_STREET = frozenset(
    "onderweg snelweg uitweg halverwege werkplaats parkeerplaats supermarkt vakantiepark recreatiepark bedrijfspark camperplaats fietspad pad arbeidsmarkt markt weg werf park"
    " hof haven dam ring wal veld kamp baan zoom plaats hoek poort ophoping verkoopplaats standplaats slaapplaats werkhoek omweg overweg woonplaats geboorteplaats speelveld"
    " voetbalveld telefoonring gerechtshof huizenmarkt woningmarkt rommelmarkt weekmarkt kerstmarkt busbaan startbaan loopbaan rijbaan bijbaan vluchthaven luchthaven amsterdam rotterdam zaandam"
    " volendam vaart achterdam verblijfplaats vindplaats eindhoven kinderopvang kring woning keuring ervaring plek straat plein laan gracht kade dijk huisweg aanweg onderwal trainingsveld".split()
)
_NO_ENDINGS = (
    "ering", "aring", "uring", "oring", "eging", "kring", "blokkade", "brigade", "cascade", "bakker", "makker", "wakker", "hacker", "fakker", "vluchtweg", "uitgang", "werkhof",
    "kerkhof", "ziekenhof", "andijk", "skatebaan", "tramhaven", "rekening", "spring", "string",
)  # fmt: skip
_LEFT = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(,:;]))((?:'s|'t|[^\W_][\w'\-]*)\.?) $")
WORD = re.compile(r"(?<![\w'\-])[^\W\d_][\w'\-]{2,45}(?![\w'\-])")
_ENDINGS = tuple(_SUFFIX.split("|"))
_SHORT_ENDINGS = ("pln", "sngl", "blvd", "str", "ln", "wg", "kd", "gr", "dk")
BEFORE_NUMBER = re.compile(r"\.|[ ,]{1,2}(?:nr\.? ?)?[0-9]")
APART = re.compile(rf" ((?i:{_SUFFIX}|str|ln|pln|wg|kd|gr|blvd))\b\.?(?= ?,? ?(?:{CALLED})?[0-9])")
AHEAD = re.compile(
    r"(?<![\w-])((?:Laan|Plein|Weg|Hof|Park|Kade|Dreef|Plantsoen) (?:van|der|de|den|het|'s|1[0-9]{3})(?: (?:de|den|der|het))?(?: [A-ZÀ-Þ][\w'\-]+){0,3})(?![\w'])"
)
CALLED_STREET = re.compile(
    r"\b(?i:adres(?: is)?|woont (?:op|aan)(?: de| het)?|wonende(?: te| op| aan)?(?: de| het)?)[ :]{1,2}([A-ZÀ-Þ][\w'\-]+(?: [A-ZÀ-Þ][\w'\-]+){0,2})(?= [0-9])"
)
CODE_BEFORE = re.compile(rf"(?<![\w\-]){CODE},? ?$")


def street_of(written: str) -> str:
    """A street in plain small letters, abbreviations written out, without an article in front."""
    words = latin(written.replace(".", " ").replace("-", " ")).split()
    while len(words) > 1 and (words[0] in _PARTICLES or words[0] == "s"):
        words = words[1:]
    if not words:
        return ""
    front = [_TITLES.get(word, word) for word in words[:-1]]
    return " ".join([*front, _whole(words[-1], apart=bool(front))])


def _whole(last: str, *, apart: bool) -> str:
    """The last word of a street with its ending written out."""
    if apart and last in _SHORT:
        return _SHORT[last]
    for short in _SHORT_ENDINGS:
        if last.endswith(short) and len(last) - len(short) >= 3:
            return last.removesuffix(short) + _SHORT[short]
    return last


def _belongs(text: str, at: int, written: str, *, next_to: bool, capital: bool) -> bool:
    """Whether a word left of a street is part of its name: a title, an article with a capital, or a capital in a sentence."""
    said = written.rstrip(".").lower()
    if said in _NOT_FIRST:
        article = written in {"Van", "De", "Den", "Der", "Ter", "Ten"}
        return article and next_to and capital and _inside(text, at)
    if said in _FIRST or said in _TITLES:
        return True
    return capital and written[0].isupper() and (_inside(text, at) or is_first(latin(said)))


def _inside(text: str, at: int) -> bool:
    """Whether a word at this place does not begin a sentence, so that its capital means something."""
    return at > 0 and text[at - 2 : at] not in {". ", "! ", "? "}


def _begin(text: str, start: int, *, capital: bool) -> int:
    """Where the street begins: words to the left belong to it; small particles only when such a word stands before them."""
    begin = at = start
    for _ in range(5):
        left = _LEFT.search(text, max(0, at - 24), at)
        if left is None or CODE_BEFORE.search(text, max(0, at - 9), at):
            break
        at = left.start(1)
        if left[1].lower() in _PARTICLES and not left[1][0].isupper():
            continue
        if not _belongs(text, at, left[1], next_to=begin == start, capital=capital):
            break
        begin = at
    return begin


def _glued(text: str) -> Iterator[tuple[int, int]]:
    """Streets of one word or with the ending in their last word: Dorpsstraat, Dorpsstr., Jan van Galenstraat."""
    for match in WORD.finditer(text):
        word, end = match.group().lower(), match.end()
        short = word.endswith(_SHORT_ENDINGS) and BEFORE_NUMBER.match(text, end) is not None
        if not (short or word.endswith(_ENDINGS)) or word.endswith(_NO_ENDINGS):
            continue
        if len(word) > 5 and latin(word) not in NO_STREET and word not in _ENDINGS:
            yield (
                _begin(text, match.start(), capital=match.group()[0].isupper()),
                end + (short and text[end] == "."),
            )


def spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each street name in plain text stands, without its number."""
    yield from _glued(text)
    for match in APART.finditer(text):
        begin = _begin(text, match.start(1), capital=True)
        if begin < match.start(1):
            yield begin, match.end()
    yield from (match.span(1) for match in AHEAD.finditer(text))
    small = text.lower()
    if "adres" in small or "wo" in small:
        yield from (match.span(1) for match in CALLED_STREET.finditer(text))
