"""Whether what was read counts: said of now and of this person, or denied, imagined, over, or about somebody else.

After the idea of ConText (Harkema and others, 2009) and its Dutch form ContextD (Afzal and others, 2014): cue words
before or after a finding, as far as the clause reaches, change its status. The cue lists are our own.
"""

from bisect import bisect_left, bisect_right

from baken.assessment.observation import Status
from baken.assessment.recogniser import Finding
from baken.assessment.words import Words

BEFORE = 6  # how many words before a finding a cue reaches
AFTER = 4
Cues = dict[str, list[tuple[str, ...]]]  # by their first word


def _cues(*phrases: str) -> Cues:
    found: Cues = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


NEGATED_BEFORE = _cues(
    "geen", "niet", "nooit", "zonder", "nergens", "nee", "niks", "no", "not", "never", "without", "none", "nothing",
    "didn't", "doesn't", "isn't", "don't", "geen sprake van", "uitgesloten",
)  # fmt: skip
NEGATED_AFTER = _cues(
    "niet gezien", "niet aan de orde", "geen sprake", "was niet zo", "klopt niet", "not seen", "ruled out"
)
LAST_WORD = {"niet", "not", "nooit", "never"}  # "... bewaart de paspoorten niet."
HYPOTHETICAL = _cues(
    "stel dat", "stel", "als voorbeeld", "bijvoorbeeld als", "training", "cursus", "workshop", "oefening", "lesmateriaal", "folder",
    "protocol", "casus", "fictief", "verzonnen", "zou kunnen", "mocht", "in theorie", "imagine", "example", "exercise", "suppose",
    "leaflet", "role play",
)  # fmt: skip
PAST = _cues(
    "vroeger", "jaren geleden", "jaar geleden", "destijds", "inmiddels opgelost", "is opgelost", "afgesloten", "in het verleden",
    "years ago", "used to", "in the past", "is solved", "was resolved",
)  # fmt: skip
ELSEWHERE = _cues(
    "film", "serie", "documentaire", "krant", "nieuws", "boek", "roman", "podcast", "tv", "artikel", "movie", "novel",
    "newspaper", "documentary", "the news",
)  # fmt: skip


def _found(cues: Cues, forms: list[str]) -> bool:
    return any(
        tuple(forms[index : index + len(cue)]) == cue
        for index, form in enumerate(forms)
        if form in cues
        for cue in cues[form]
    )


CUES = frozenset().union(
    NEGATED_BEFORE, NEGATED_AFTER, HYPOTHETICAL, PAST, ELSEWHERE, LAST_WORD
)  # how a cue begins


def status_of(finding: Finding, words: Words) -> Status:
    """The status of a finding in its sentences. Words that the finding itself is made of are no cues."""
    start, end = _bounds(finding, words)
    if CUES.isdisjoint(words.forms[start:end]):
        return Status.AFFIRMED
    free = [words.forms[index] if index not in finding.used else "" for index in range(start, end)]
    if _found(ELSEWHERE, free):
        return Status.OTHER_PERSON
    if _found(HYPOTHETICAL, free):
        return Status.HYPOTHETICAL
    if _found(PAST, free):
        return Status.PAST
    return Status.NEGATED if _negated(finding, words, start, end) else Status.AFFIRMED


def _bounds(finding: Finding, words: Words) -> tuple[int, int]:
    """The first word of the finding's first sentence, and one past the last word of its last."""
    opening, closing = words.sentences[finding.first], words.sentences[finding.last]
    return bisect_left(words.sentences, opening), bisect_right(words.sentences, closing)


def _negated(finding: Finding, words: Words, start: int, end: int) -> bool:
    first, last = finding.first, finding.last
    free = {index: words.forms[index] if index not in finding.used else "" for index in range(start, end)}
    before = [free[index] for index in _same_clause(words, max(start, first - BEFORE), first, first)]
    inside = [free[index] for index in range(first, last + 1)]
    after = [free[index] for index in range(last + 1, min(end, last + 1 + AFTER))]
    rest = [words.forms[index] for index in _same_clause(words, last + 1, end, last)]
    if len(rest) == 1 and rest[0] in LAST_WORD:
        return True
    return _found(NEGATED_BEFORE, before + inside) or _found(NEGATED_AFTER, after)


def _same_clause(words: Words, begin: int, end: int, place: int) -> list[int]:
    return [index for index in range(begin, end) if words.clauses[index] == words.clauses[place]]
