"""Whether it is acute: danger now, or somebody under eighteen exploited now."""

from collections.abc import Sequence

from baken.assessment.indications import Weighed
from baken.assessment.reader import ACUTE, Reader
from baken.assessment.words import words_of
from baken.catalogue import Catalogue

DANGER = "danger"  # the meaning class of words that ask for help now
LIKE_DANGER = -1.0  # a text that looks so much like notes of danger now is treated as acute
UNLIKE_DANGER = -3.0  # and one that looks so little like it is not, unless a person says so
LONGEST = 20_000  # characters: enough to know what a text is about


def acute(
    affirmed: Sequence[str],
    found: Sequence[Weighed],
    text: str,
    reader: Reader,
    catalogue: Catalogue,
    *,
    minor: bool,
) -> bool:
    """Without a sign nothing is acute. With one: by an acute sign, by more than a weak indication about a minor, by words of danger, or
    by how much the whole text looks like notes of danger now. Rather once too often: what follows is the question "is there danger now?".
    """
    if not found:
        return False
    told = any(catalogue.indicators[slug].acute for slug in affirmed)
    told = told or (minor and any(each.strength != "weak" for each in found))
    if not text.strip():
        return told
    words = words_of(text[:LONGEST])
    like = reader.read(words).types[ACUTE]
    told = told or reader.features.speaks_of(DANGER, words)
    return like > (UNLIKE_DANGER if told else LIKE_DANGER)
