"""Names of people (namen van personen), in one order and in plain letters: `piet van der berg 1998-03-12`, `p jansen`.

Probable with a date of birth beside it; possible without, because many people bear the same name. A first name or a last
name alone is found, so that it can be masked, but makes no link by itself (see `compare.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from baken.traits import birth, names
from baken.traits.labels import CUES, TITLES, Word, runs
from baken.traits.letters import latin, plain
from baken.traits.trait import Found, Strength

SMALL_FIRST = re.compile(r"(?<![\w\-])[a-z]{4,20}(?= [a-z])")
SMALL_COMMA = re.compile(r"(?<![\w\-])([a-z]{4,20}), ([a-z]{4,20})(?![\w\-])")
SMALL_LAST = re.compile(
    r" (?:(?:van|de|den|der|el|al|ter|ten|la|von) ){0,3}([a-z]{4,20}(?:-[a-z]{3,20})?)(?![\w\-])"
)
_LATIN = 0x370  # code points before this are Latin
_NUMBERED = re.compile(
    r"\b(?:blok|klas|groep|gebouw|type|categorie|hal|unit|kamer|punt|bijlage|team|optie|hotel|club|salon|massagesalon) ?$",
    re.IGNORECASE,
)
_REACH = 30  # signs between a name and a date that is called a date of birth
_UNCALLED = re.compile(r"[ ,;(\-*°]{1,4}")
_CALLED = re.compile(r"[^.\n;!?]{0,30}")
_GROWN = "2015"  # a date after a name without the word geboren is a date of birth before this year, otherwise of the event
_BEFORE = re.compile(r"([^\W\d_]{1,5}\.|[^\W\d_]+)(?: is|:)? ?$")
_DATE_END = re.compile(r"(?: |^)([12][0-9]{3}-[0-9]{2}-[0-9]{2})$")
_VAN_DER = re.compile(r"\b[vV]\.? ?(?:/ ?)?[dD]\.? ")
_LONGEST = 120


def _plain_words(written: str) -> list[str]:
    """Small plain words; initials apart, hyphens kept, `v.d.` written out."""
    written = _VAN_DER.sub("van der ", written)
    written = re.sub(r"\b(el|al)-(?=\w)", r"\1 ", written.replace(".", " "), flags=re.IGNORECASE)
    words = [
        "-".join(filter(None, (latin(part).replace(" ", "") for part in word.split("-"))))
        for word in written.split()
    ]
    words = [word for word in words if word.replace("-", "").isalpha()]
    again = " ".join(words)
    return _plain_words(again) if _VAN_DER.search(again) else words  # letters of another script can make a `v d`


def _ordered(words: list[str]) -> list[str]:
    """First name first, when the lists of names say that it came last."""
    if len(words) == 2 and names.is_last(words[0]) and not names.is_first(words[0]) and names.is_first(words[1]):
        return words[::-1]
    last = next((place for place, word in enumerate(words) if len(word) == 1), 0)
    return words[last:] + words[:last] if all(len(word) == 1 for word in words[last:]) else words


def _untitled(words: list[str]) -> list[str]:
    """Without `de heer`, `mevrouw` and the like in front, as long as a name is left."""
    while len(words) > 1:
        if words[0] in TITLES:
            words = words[1:]
        elif words[0] == "de" and words[1] in TITLES and len(words) > 2:
            words = words[2:]
        else:
            break
    return words


def _value(written: str) -> str:
    """The name in one order. A comma parts the last name from what stands before it in speech."""
    last, comma, first = written.partition(",")
    if comma and _plain_words(first):
        return " ".join(_ordered(_untitled(_plain_words(f"{first} {last}"))))
    return " ".join(_ordered(_untitled(_plain_words(written.replace(",", " ")))))


def _kernel(run: list[Word], text: str) -> tuple[int, int] | None:
    """Which words of a run are the name: from an initial or a known first name on; None when there is none."""
    labels = "".join(word.label for word in run)
    at = re.search(r"[IFB]", labels)
    begin = at.start() if at else len(run)
    if 0 < begin < len(run) and labels[begin - 1] == "L" and labels[begin] in "FB":
        begin -= 1  # `Jansen Piet`
    if re.fullmatch(r"P*L+I+", labels):
        return 0, len(run)  # `Jansen P.`
    rest = labels[begin:]
    fits = re.match(r"I+P*[FLBC]{1,2}|[FB][FBI]*(?:P*[LBC]{1,2})|[FB][FBI]*P+F|L[FB]+|[FB]+", rest)
    if fits and not _shouted(run[begin : begin + fits.end()], text):
        return begin, begin + fits.end()
    return _unknown(run, labels, text)


def _shouted(words: list[Word], text: str) -> bool:
    """A text in capitals only: then a capital means nothing, and an unknown word is no last name."""
    big = all(text[word.start : word.end].isupper() for word in words if word.label in "FBLC")
    return big and any(word.label == "C" and word.end - word.start > 1 for word in words)


def _unknown(run: list[Word], labels: str, text: str) -> tuple[int, int] | None:
    """A name of which no list knows the first part: after mevrouw or heet, before a known last name, in another script."""
    start = run[0].start
    told = _BEFORE.search(text, max(0, start - 20), start)
    cue = told[1].lower().rstrip(".") if told else ""
    begins = start == 0 or text[max(0, start - 2) : start] in {". ", "! ", "? ", ".\n"}
    fits = {
        cue in TITLES: re.match(r"[IC]?P*[LC]{1,2}", labels),
        cue in CUES: re.match(r"C{1,2}P*[LC]", labels),
        cue not in TITLES | CUES and not begins: re.match(r"CP*L(?![LCFB])", labels),
    }.get(True)
    if fits:
        return 0, fits.end()
    other_script = all(ord(word.plain[0]) > _LATIN for word in run) and len(run) > 1
    return (0, len(run)) if other_script else None


def _a_letter(word: Word, text: str) -> bool:
    """`Blok E. Bewoonster klaagt`: there an initial is the letter of a thing."""
    return word.label == "I" and _NUMBERED.search(text, max(0, word.start - 15), word.start) is not None


def _last_first(run: list[Word], after: list[Word] | None, text: str) -> int | None:
    """Where `Jansen, P.` or `Berg, Piet van den` ends, when the run and the one after its comma are such a name."""
    if after is None or not re.fullmatch(r", ?", text[run[-1].end : after[0].start]):
        return None
    before, behind = ("".join(word.label for word in each) for each in (run, after))
    if not re.fullmatch(r"P*[LCB]{1,2}", before):
        return None
    fits = re.match(r"I+P*(?![LCFB])", behind)
    if fits is None and len(after[0].plain) == 1:
        fits = re.fullmatch("C", behind)  # `Jansen, P`
    if fits is None and re.fullmatch(r"P*[LB]+", before):
        fits = re.fullmatch(r"[FB]I*P*", behind)
    return after[fits.end() - 1].end if fits else None


def _small(text: str) -> Iterator[tuple[int, int]]:
    """Names in small letters: a sure first name with a known last name after it."""
    for first in SMALL_FIRST.finditer(text):
        if names.is_sure(first.group()) and (rest := SMALL_LAST.match(text, first.end())):
            last = rest[1].split("-")[0]
            if names.is_last(last) and last not in _EVERYDAY:
                yield first.start(), rest.end()


_EVERYDAY = frozenset(
    "bakker jong witte groot groen boer kok brouwer wilde bruin zwart lange korte koster timmerman schipper meester visser smit brand berg stam kamp dekker slager winkel kamer".split()
)


def _small_last_first(text: str) -> Iterator[tuple[int, int]]:
    for match in SMALL_COMMA.finditer(text):
        known = names.is_last(match[1]) and match[1] not in _EVERYDAY and not names.is_first(match[1])
        if known and names.is_sure(match[2]):
            yield match.span()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each name in plain text stands."""
    all_runs = list(runs(text))
    done = 0
    for index, run in enumerate(all_runs):
        if run[0].start < done:
            continue
        following = all_runs[index + 1] if index + 1 < len(all_runs) else None
        if end := _last_first(run, following, text):
            yield run[0].start, end
            done = end
        elif (kernel := _kernel(run, text)) and not _a_letter(run[kernel[0]], text):
            yield run[kernel[0]].start, run[kernel[1] - 1].end
    yield from _small(text)
    yield from _small_last_first(text)


def _born(text: str, end: int, births: list[birth.Birth], starts: list[int]) -> birth.Birth | None:
    """The date of birth that belongs to a name that ends at `end`."""
    at = bisect_left(starts, end)
    if at == len(births) or starts[at] - end > _REACH:
        return None
    born, between = births[at], text[end : starts[at]]
    if born.called:
        return born if _CALLED.fullmatch(between) else None
    return born if _UNCALLED.fullmatch(between) and born.value < _GROWN else None


def _alone_and_doubtful(value: str) -> bool:
    return (" " not in value and not (names.is_sure(value) or len(value) > 3)) or value in names.DOUBTFUL


def found(text: str) -> Iterator[Found]:
    """Every name in plain text, with the date of birth that stands beside it."""
    births = birth.dates(text)
    starts = [each.start for each in births]
    for start, end in spans(text):
        value = _value(text[start:end])
        if not value or _alone_and_doubtful(value):
            continue
        born = _born(text, end, births, starts) if " " in value else None
        if born:
            yield Found(start, born.end, f"{value} {born.value}", Strength.PROBABLE)
        else:
            yield Found(start, end, value, Strength.POSSIBLE)


def normalise(raw: str) -> str | None:
    """The name in one order, with the date of birth when there is one; None when there is no letter of a name in it."""
    text = " ".join(plain(raw)[:_LONGEST].split())
    known = _DATE_END.search(text)
    born = (
        birth.Birth(known.start(1), known.end(), known[1], called=True)
        if known
        else next(iter(birth.dates(text)), None)
    )
    if born:
        text = f"{text[: born.start]} {text[born.end :]}"
    value = _value(re.sub(r"[^\w.,' \-]|[0-9_]", " ", text))
    return " ".join(filter(None, (value, born.value if born else ""))) if value else None
