"""The words of a text as they can stand in a name: initial, first name, last name, particle, another capital."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from baken.traits import names
from baken.traits.letters import latin

TOKEN = re.compile(r"'[st](?![^\W_])|[vV]/[dD](?![^\W_])|[^\W\d_]+(?:['\-][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]|Th|Ch|Ph|Sj|IJ|Yu|Ts)\.")
_SHORT_PARTICLE = frozenset({"v.", "d.", "vd", "vd.", "v", "v/d"})
_MOST_WORDS = 12
_LONGEST = 30  # letters of a word in a name
TITLES = frozenset(
    "mevrouw mevr mw mvr dhr heer meneer mr mrs ms fam familie mej mejuffrouw juffrouw mister".split()
)
CUES = frozenset("heet heette naam genaamd namelijk name named heten naar".split())
# Capitals that begin a sentence or a title, and are no part of a name.
NO_NAME = frozenset(
    "breda almelo almere alkmaar amersfoort apeldoorn arnhem assen bergen delft deventer dordrecht ede eindhoven emmen enschede gouda groningen haag haarlem heerlen helmond hengelo hilversum"
    " hoorn katwijk leeuwarden leiden lelystad maastricht middelburg nijmegen oss roermond roosendaal schiedam sittard tilburg urk veghel venlo venray vlissingen waalwijk westland zaanstad zeist zwolle"
    " grindr tinder uber thuisbezorgd albert theres thats whats albertheijn jumbo lidl aldi hema action philips samsung apple google sofia warschau boekarest sarajevo tirana"
    "de het een in op aan bij uit naar van volgens met door voor toen omdat als hij zij ze er dit dat deze die wij we ik je jij u hun haar zijn ook nog niet geen na om tot en of maar want dus daar"
    " hier nu gisteren vandaag morgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december wie wat waar"
    " waarom hoe wanneer gemeente politie stichting wijkagent collega klant cliente client buurman buurvrouw melder werkgever werknemer baas eigenaar bewoner chauffeur oom tante ome neef nicht zus"
    " broer moeder vader mama papa mevrouw meneer dhr mw mr mrs heer fam familie agent brigadier hotel restaurant cafe bar uitzendbureau bakkerij firma straat laan kvk iban bsn tel ggd ind vt boa snap"
    " the a an in at she he they we it this that there his her my when after before because and or but not no yes according mother father brother sister sint st nederland polen bulgarije roemenie"
    " hongarije spanje duitsland belgie marokko turkije oekraine china vietnam nigeria albanie rotterdam amsterdam utrecht bus auto ford opel kenteken paspoort telegram instagram facebook whatsapp".split()
)


class Word(NamedTuple):
    """A word that may belong to a name: where it stands, what it is (I, F, L, B, P or C), in plain letters."""

    start: int
    end: int
    label: str
    plain: str


_SMALL_WORDS = names.PARTICLES | _SHORT_PARTICLE


def label_of(written: str) -> str:
    """I initial, P particle, F first name, L last name, B both, C another capital, empty for none of these."""
    small = written.lower()
    if small in _SHORT_PARTICLE or small.rstrip(".") in names.PARTICLES:
        return "P"
    if not written[0].isupper() or len(written) > _LONGEST:
        return ""
    return "I" if _INITIALS.fullmatch(written) else _name_label(written)


@lru_cache(maxsize=20_000)
def _name_label(written: str) -> str:
    word = latin(written.split("-")[0]).replace(" ", "")
    if word in NO_NAME or latin(written) in NO_NAME or (word.removesuffix("s") in NO_NAME and "'" in written):
        return ""
    first, last = names.is_first(word), names.is_last(word)
    return {(True, True): "B", (True, False): "F", (False, True): "L"}.get((first, last), "C")


def words(text: str) -> Iterator[Word]:
    """Each word of plain text that may stand in a name; a dot that ends a sentence belongs to no word."""
    for match in TOKEN.finditer(text):
        written = match.group()
        if written[0].islower() and written not in _SMALL_WORDS:
            continue
        if label := label_of(written):
            start, end = match.span()
            dotted = written[-1] == "." and label not in {"I", "P"}
            yield Word(start, end - dotted, label, written.rstrip("."))


def runs(text: str) -> Iterator[list[Word]]:
    """Words that stand together and may be one name: capitals, initials and particles with nothing but a space between."""
    run: list[Word] = []
    for word in words(text):
        joined = bool(run) and text[run[-1].end : word.start] in {" ", "", "-"} and len(run) < _MOST_WORDS
        if run and not joined:
            if any(each.label != "P" for each in run):
                yield run
            run = []
        run.append(word)
    if run:
        yield run
