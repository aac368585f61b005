"""What the reader sees around a finding: features for whether it is said of now, denied, imagined, over, or of others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from baken.assessment.features import Features
from baken.assessment.recogniser import Finding
from baken.assessment.words import Words

NEAR = 3
MASKED = ""  # a word that names an origin says nothing
FAR = 60  # words on each side that are looked at


def zones(finding: Finding, words: Words, features: Features) -> Iterator[tuple[str, Sequence[str]]]:
    """The words and meaning classes by where they stand: In the finding, Before or After it in its sentences, Earlier, Later, Near before it."""
    first, past = finding.first, finding.last + 1
    sentences, stems = words.sentences, words.stems
    if masked := features.masked_in(words):
        stems = [MASKED if place in masked else stem for place, stem in enumerate(stems)]
    begin, end = max(0, first - FAR), min(len(words), past + FAR)
    opening = max(begin, bisect_left(sentences, sentences[first]))
    closing = min(end, bisect_right(sentences, sentences[past - 1]))
    at, classes = features.classes(words)
    for zone, start, stop in (
        ("E", begin, opening), ("B", opening, first), ("I", first, past), ("A", past, closing), ("L", closing, end),
    ):  # fmt: skip
        yield zone, stems[start:stop]
        yield zone, classes[bisect_left(at, start) : bisect_left(at, stop)]
    yield "N", stems[max(0, first - NEAR) : first]
