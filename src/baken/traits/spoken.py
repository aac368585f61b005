"""Digits in words: `nul zes twaalf vierendertig` is 061234. Dutch to ninety-nine, English one by one."""

import re
from collections.abc import Iterator

_ONES = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_ENGLISH = "zero one two three four five six seven eight nine".split()


def _words() -> dict[str, str]:
    known = {word: str(n) for n, word in enumerate(_ENGLISH)} | {word: str(n) for n, word in enumerate(_ONES)}
    known |= {word: str(n) for n, word in enumerate(_TEENS, 10)}
    known |= {"één": "1", "eén": "1", "plus": "+"}
    for ten, tens in enumerate(_TENS, 2):
        known[tens] = f"{ten}0"
        for one in range(1, 10):
            glue = ("en", "ën") if _ONES[one].endswith("e") else ("en",)
            known |= {_ONES[one] + each + tens: f"{ten}{one}" for each in glue}
    return known


WORDS = _words()
_ITEM = r"(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r"|[0-9]{1,12})(?![^\W_])"
_RUN = re.compile(rf"\+?{_ITEM}(?:[ ,.\-/;:]{{1,3}}{_ITEM}){{1,15}}", re.IGNORECASE)
_PART = re.compile(r"\+|[^\W_]+")
_BEGIN = re.compile(r"(?<![\w+])(?:nul|zero|zes|six|plus|[0o] ?6|\+ ?31)(?=[ ,.\-/;:]{1,3}[a-z])", re.IGNORECASE)


def runs(text: str) -> Iterator[list[tuple[int, int, str]]]:
    """Each run of numbers with words among them that may be a phone number: (start, end, digits) a word."""
    at = 0
    while begin := _BEGIN.search(text, at):
        at = begin.end()
        run = _RUN.match(text, begin.start())
        if run is None:
            continue
        words = [(part.start(), part.end(), part.group().lower()) for part in _PART.finditer(text, *run.span())]
        if any(word in WORDS for _, _, word in words):
            yield [(start, end, WORDS.get(word, word)) for start, end, word in words]
            at = run.end()
