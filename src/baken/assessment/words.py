"""From text to words: where each stands, its plain form, its stem, and in which sentence and clause it is."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?;:\n,()]")
ENDS = frozenset(".!?;\n")
PAUSES = frozenset(",:()")
SUFFIXES = (
    "heden", "ingen", "tjes", "etje", "eren", "ende", "end", "jes", "tje", "en", "je", "ie", "te", "de", "er", "es", "e",
    "s", "t", "d",
)  # fmt: skip
SMALL = frozenset(
    "de het een en of in op van voor met aan bij te ze zij hij haar hem zijn is was er dat die dit als dan ook nog wel om naar uit "
    "over door zo maar wordt heeft had zich mij ik je we the a an and or of in on to for with at by he she they it is was his her him "
    "their that this has had be are as".split()
)
LONGEST_WORD = 40
REMEMBERED = 50_000
_SHAPES: dict[str, tuple[str, str]] = {}  # a word as written -> its plain form and its stem
ABBREVIATIONS = frozenset(
    "aub bgl bijv blz bv ca cl dhr div dr enz etc evt excl fam gespr getr gev id idd incl ism ivm jl jr kl lft ll lln max mbt mevr min mnd "
    "mr mvr mw nl nr obv oa oid ong opm p pasp pers plm pp prof sinds stg tav tbv tel tgv tot tov uur vlgs vnl vb vgl wk wss zgn".split()
)


@dataclass(slots=True)
class Words:
    """The words of a text, side by side: `forms[i]` stands at code points `starts[i]` to `ends[i]` of the text as received."""

    text: str
    forms: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)


def plain(form: str) -> str:
    """Lower case, without accents: `Één` and `een` are the same word."""
    folded = form.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("’", "'")


@lru_cache(maxsize=REMEMBERED)
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


def _shape(sign: str) -> tuple[str, str]:
    """The plain form and the stem of a word as it is written, remembered."""
    if len(_SHAPES) >= REMEMBERED:
        _SHAPES.clear()
    form = plain(sign)
    shape = _SHAPES[sign] = (form, stem(form))
    return shape


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """Every word and number of `text`, with its sentence and clause (commas, colons and brackets part clauses).

    The last few texts are remembered, because several readers ask for the same one; nobody changes what comes out.
    """
    found = Words(text)
    forms, stems, starts, ends = found.forms, found.stems, found.starts, found.ends
    sentences, clauses = found.sentences, found.clauses
    sentence = clause = 0
    for match in TOKEN.finditer(text):
        sign = match.group()
        if sign in ENDS:
            if sign == "." and ends and ends[-1] == match.start() and _abbreviated(forms[-1]):
                continue
            sentence, clause = sentence + 1, clause + 1
        elif sign in PAUSES:
            clause += 1
        elif len(sign) <= LONGEST_WORD:
            start, end = match.span()
            form, root = _SHAPES.get(sign) or _shape(sign)
            forms.append(form)
            stems.append(root)
            starts.append(start)
            ends.append(end)
            sentences.append(sentence)
            clauses.append(clause)
    return found


def _abbreviated(form: str) -> bool:
    return len(form) == 1 or form in ABBREVIATIONS
