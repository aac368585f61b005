"""How fast `baken assess` is beside a spaCy pipeline with clinlp's matcher and context, on the same patterns and notes, in one run.

By hand, in an environment that has both: `pip install clinlp`, then `python -m benchmarks.peer`. They take turns on the same notes of
100 words, on one core. The peer gets the easier half of the work: of each pattern only its first row of words, without stems, typing
errors, parts in other sentences or words that must not be near; and it gives no assessment.
"""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.assessment.pattern import Element, parse
from baken.catalogue import load
from baken.evaluation.annotated import notes_in

WORDS, ROUNDS, NOTES = 100, 3, 30


def notes_of_a_hundred_words() -> list[str]:
    """The notes of `evaluation/tune` one after another, cut at every hundredth word."""
    words = [word for note in notes_in(Path("evaluation/tune")) for word in note.text.split()]
    return [" ".join(words[at : at + WORDS]) for at in range(0, len(words) - WORDS, WORDS)][:NOTES]


def _token(element: Element, classes: dict[str, tuple[str, ...]]) -> dict[str, Any] | None:
    if element.compare:
        return {"LIKE_NUM": True}
    phrases = classes[element.group] if element.group else element.phrases
    words = sorted({phrase.strip("*") for phrase in phrases if " " not in phrase})
    return {"LOWER": {"IN": words}} if words else None


def as_tokens(source: str, classes: dict[str, tuple[str, ...]]) -> list[dict[str, Any]] | None:
    """The first row of a pattern as spaCy's token pattern, or None when it has only phrases of more words."""
    told: list[dict[str, Any]] = []
    for element in parse(source).parts[0]:
        token = _token(element, classes)
        if token is None:
            return None
        told += [{"OP": "?"}] * (element.gap if told else 0) + [token]
    return told


def peer() -> tuple[Callable[[str], object], int]:
    """A clinlp pipeline with the Dutch patterns, and how many it got."""
    import clinlp  # noqa: F401
    import spacy

    catalogue = load()
    classes = {slug: item.words.nl for slug, item in catalogue.lexicon.items()}
    concepts: dict[str, list[list[dict[str, Any]]]] = defaultdict(list)
    for item in catalogue.current:
        for source in item.patterns.nl:
            tokens = as_tokens(source, classes)
            if tokens:
                concepts[item.slug].append(tokens)
    nlp = spacy.blank("clinlp")
    nlp.add_pipe("clinlp_normalizer")
    nlp.add_pipe("clinlp_sentencizer")
    matcher = nlp.add_pipe("clinlp_rule_based_entity_matcher")
    for concept, patterns in concepts.items():
        matcher.add_terms(concept, patterns)
    nlp.add_pipe("clinlp_context_algorithm", config={"phrase_matcher_attr": "NORM"})
    return nlp, sum(map(len, concepts.values()))


def main() -> None:
    """Take turns, and print the median of each."""
    texts = notes_of_a_hundred_words()
    catalogue = load()
    theirs, count = peer()

    def ours(text: str) -> object:
        return assess(Note(text), catalogue)

    for text in texts:  # both warm
        ours(text), theirs(text)
    took: dict[str, list[float]] = {"baken": [], "spacy + clinlp": []}
    for _ in range(ROUNDS):
        for name, read in (("baken", ours), ("spacy + clinlp", theirs)):
            began = time.process_time()
            for text in texts:
                read(text)
            took[name].append((time.process_time() - began) / len(texts))
    medians = {name: statistics.median(each) for name, each in took.items()}
    for name, median in medians.items():
        print(f"{name:16} {1 / median:7.0f} notes a second")
    print(
        f"{len(texts)} notes, {count} patterns for the peer; {medians['spacy + clinlp'] / medians['baken']:.1f} times as fast"
    )


if __name__ == "__main__":
    main()
