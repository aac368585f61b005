"""What the reader sees around a finding: features for whether it is said of now, denied, imagined, over, or of others."""

from baken.assessment.features import Features
from baken.assessment.recogniser import Finding
from baken.assessment.words import Words

NEAR = 3
FAR = 60  # words on each side that are looked at


def zones(finding: Finding, words: Words, features: Features) -> set[str]:
    """Each word and meaning class with where it stands: In the finding, Before or After it in its sentences, Earlier, Later."""
    first, last = finding.first, finding.last
    opening, closing = words.sentences[first], words.sentences[last]
    begin, end = max(0, first - FAR), min(len(words), last + 1 + FAR)

    def zone(index: int) -> str:
        if first <= index <= last:
            return "I"
        sentence = words.sentences[index]
        if sentence < opening:
            return "E"
        if sentence > closing:
            return "L"
        return "B" if index < first else "A"

    found = {f"{zone(index)}:{words.stems[index]}" for index in range(begin, end)}
    found |= {f"N:{words.stems[index]}" for index in range(max(0, first - NEAR), first)}
    for start, past, numbers in features.standing(words):
        if begin <= start and past <= end:
            found |= {f"{zone(start)}:c:{features.names[number]}" for number in numbers}
    return found
