"""A text in, observations out: patterns and reader find, the judge weighs them, and the context says whether they count."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from baken.assessment.context import status_of
from baken.assessment.judge import NOTHING_AROUND, Around, Judged, judge, of_note, sure_of
from baken.assessment.observation import Observation, Status
from baken.assessment.reader import Reader, reader
from baken.assessment.recogniser import Finding, recogniser
from baken.assessment.status import zones
from baken.assessment.words import Words, words_of
from baken.catalogue import Catalogue

LONGEST = 250  # words that are read as one text; longer ones in pieces of about this size
STATUSES = tuple(Status)
ENOUGH = -0.7  # how much concern a whole text must give
WHEN_CONCERN = -1.2  # how sure a finding must be where the whole text gives concern
WHEN_CALM = 0.5  # and where it does not
PLAIN = -0.5  # a pattern stands from here, unless the whole text clearly says that nothing is wrong:
CLEARLY_NOT = -1.2
SHORT = 14  # in a text of so few words there is too little for the reader to go on: a pattern is enough
SHOWN = -1.5  # how sure one must be to be shown as denied, imagined, over or of others
BEFORE = 1.5  # how much more another status must speak for itself than "said of now"
SHARED = 0.3  # two findings that share more than this part of the shorter one speak of one fact: the surest stays,
BOTH = 1.0  # unless the other is as sure as this


def found_in(text: str, language: str, catalogue: Catalogue, around: Around = NOTHING_AROUND) -> list[Observation]:
    """Every observation in a text, in the order of the text. A long text is read in pieces, cut between sentences."""
    words = words_of(text)
    if len(words) <= LONGEST:
        return _in_piece(words, language, catalogue, around)
    return [
        replace(seen, start=(seen.start or 0) + place, end=(seen.end or 0) + place)
        for place, piece in pieces(text)
        for seen in _in_piece(words_of(piece), language, catalogue, around)
    ]


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most LONGEST words, each with where it begins."""
    words = words_of(text)
    begin = 0
    while len(words) - begin > LONGEST:
        cut = begin + LONGEST
        while cut > begin + LONGEST // 2 and words.sentences[cut] == words.sentences[cut - 1]:
            cut -= 1
        if words.sentences[cut] == words.sentences[cut - 1]:
            cut = begin + LONGEST
        start = words.starts[begin] if begin else 0
        yield start, text[start : words.starts[cut]]
        begin = cut
    start = words.starts[begin] if begin else 0
    yield start, text[start:]


def _in_piece(words: Words, language: str, catalogue: Catalogue, around: Around) -> list[Observation]:
    findings = recogniser(catalogue, language).findings(words)
    reads = reader(catalogue)
    reading = reads.read(words)
    judged = judge(findings, reading, reads.weights.judge, around, catalogue)
    whole = sure_of(of_note(judged, reading), reads.weights.whole)
    best = max((each.sure for each in judged), default=0.0)
    found = []
    for each in judged:
        stands = _stands(each, whole, short=len(words) <= SHORT) or (whole > ENOUGH and each.sure == best)
        if not (stands or each.sure > SHOWN):
            continue
        status = decided(each, words, reads, stands=stands, concerned=whole > ENOUGH)
        if status is not None:
            start, end = words.starts[each.finding.first], words.ends[each.finding.last]
            seen = Observation(each.finding.indicator, "text", start, end, words.text[start:end], status)
            found.append((each.sure, seen))
    return sorted(one_a_fact(found), key=lambda seen: (seen.start or 0, seen.indicator))


def one_a_fact(found: list[tuple[float, Observation]]) -> list[Observation]:
    """One mark a fact: of observations on the same words the surest stays, and another only when it is very sure itself."""
    kept: list[Observation] = []
    for sure, seen in sorted(found, key=lambda each: (-each[0], each[1].start or 0, each[1].indicator)):
        if sure >= BOTH or not any(_same_fact(seen, known) for known in kept):
            kept.append(seen)
    return kept


def _same_fact(one: Observation, other: Observation) -> bool:
    first, past, begin, end = one.start or 0, one.end or 0, other.start or 0, other.end or 0
    return min(past, end) - max(first, begin) > SHARED * min(past - first, end - begin)


def _stands(each: Judged, whole: float, *, short: bool) -> bool:
    """Whether a finding is sure enough, given what the whole text is like."""
    if each.finding.by != "reader" and (short or (whole > CLEARLY_NOT and each.sure > PLAIN)):
        return True
    return each.sure > (WHEN_CONCERN if whole > ENOUGH else WHEN_CALM)


def decided(each: Judged, words: Words, reads: Reader, *, stands: bool, concerned: bool) -> Status | None:
    """The status with which a finding is shown, or None: what does not stand is shown only as denied, imagined, over or of others."""
    told, likely = status_of(each.finding, words), _likely(each.finding, words, reads)
    if told is Status.NEGATED and likely is Status.AFFIRMED and concerned and len(words) > SHORT:
        told = likely  # "krijgt geen loon": the word of denial is part of the sign
    status = told if told is not Status.AFFIRMED else likely
    return status if stands or status is not Status.AFFIRMED else None


def _likely(finding: Finding, words: Words, reads: Reader) -> Status:
    weights = reads.weights
    known: set[int | None] = set()
    for zone, names in zones(finding, words, reads.features):
        known.update(map(weights.status_features[zone].get, names))
    known.discard(None)
    scores = weights.status[np.fromiter(known, np.int64)].sum(0) + weights.status_bias
    scores[STATUSES.index(Status.AFFIRMED)] += BEFORE
    return STATUSES[int(np.argmax(scores))]
