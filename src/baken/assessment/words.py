"""From text to words: where each stands, its plain form, its stem, and in which sentence it is."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?;:\n,]")
ENDS = frozenset(".!?;\n")
PAUSES = frozenset(",:")
SUFFIXES = (
    "heden",
    "ingen",
    "tjes",
    "etje",
    "eren",
    "ende",
    "end",
    "jes",
    "tje",
    "en",
    "je",
    "ie",
    "te",
    "de",
    "er",
    "es",
    "e",
    "s",
    "t",
    "d",
)
LONGEST_WORD = 40
ABBREVIATIONS = frozenset("ca cl mw mevr dhr nr evt bijv ivm mbt tel pasp min max incl excl".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word (or number) of a text. `start` and `end` count code points of the text as received."""

    form: str
    start: int
    end: int
    sentence: int
    clause: int
    number: float | None = None


@lru_cache(maxsize=50_000)
def plain(form: str) -> str:
    """Lower case, without accents: `Één` and `een` are the same word."""
    folded = form.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("’", "'")


@lru_cache(maxsize=50_000)
def stem(form: str) -> str:
    """A rough stem for Dutch and English, so that `paspoorten` and `paspoort`, `werkt` and `werken` meet.

    One ending goes, then a doubled letter at the end becomes single, z becomes s and v becomes f, and a double vowel
    in the last syllable becomes single: `lonen` and `loon` both become `lon`.
    """
    if len(form) <= 3:
        return form
    for ending in SUFFIXES:
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            form = form[: -len(ending)]
            break
    if len(form) > 2 and form[-1] == form[-2]:
        form = form[:-1]
    form = form[:-1] + {"z": "s", "v": "f"}.get(form[-1], form[-1])
    if len(form) >= 4 and form[-2] == form[-3] and form[-2] in "aeou":
        form = form[:-2] + form[-1]
    return form


def words_of(text: str) -> list[Word]:
    """Every word and number of `text`, with its sentence and clause (commas and colons part clauses)."""
    found: list[Word] = []
    sentence = clause = 0
    for match in TOKEN.finditer(text):
        sign = match.group()
        if sign in ENDS:
            if sign == "." and found and found[-1].end == match.start() and _abbreviated(found[-1].form):
                continue
            sentence, clause = sentence + 1, clause + 1
        elif sign in PAUSES:
            clause += 1
        elif len(sign) <= LONGEST_WORD:
            number = float(sign.replace(",", ".")) if sign[0].isdigit() else None
            found.append(Word(plain(sign), match.start(), match.end(), sentence, clause, number))
    return found


def _abbreviated(form: str) -> bool:
    return len(form) == 1 or form in ABBREVIATIONS


def sentences(words: list[Word]) -> list[list[Word]]:
    """The words, sentence by sentence."""
    found: list[list[Word]] = []
    last = -1
    for word in words:
        if word.sentence != last:
            found.append([])
            last = word.sentence
        found[-1].append(word)
    return found
