"""Whether it is acute: danger now, or somebody under eighteen exploited now."""

from collections.abc import Sequence

from baken.assessment.indications import Weighed
from baken.assessment.reader import ACUTE, Reader
from baken.assessment.words import words_of
from baken.catalogue import Catalogue

DANGER = "danger"  # the meaning class of words that ask for help now
LIKE_DANGER = -1.0  # a text that looks so much like notes of danger now is treated as acute
UNLIKE_DANGER = -3.0  # and one with words of danger, unless it looks so little like them
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
    if any(catalogue.indicators[slug].acute for slug in affirmed):
        return True
    if minor and any(each.strength != "weak" for each in found):
        return True
    if not text.strip():
        return False
    words = words_of(text[:LONGEST])
    danger = reader.features.speaks_of(DANGER, words)
    return reader.read(words).types[ACUTE] > (UNLIKE_DANGER if danger else LIKE_DANGER)
