"""Whether it is acute, and why: danger now, or somebody under eighteen exploited now (docs/adr/0005)."""

from collections.abc import Mapping, Sequence

from baken.assessment.indications import Weighed
from baken.assessment.reader import ACUTE
from baken.catalogue import Catalogue

DANGER = "danger"  # the meaning class of words that ask for help now
LIKE_DANGER = -1.0  # a text that looks so much like notes of danger now is treated as acute
UNLIKE_DANGER = -4.0  # and one with words of danger, unless it looks so little like them


def because(
    affirmed: Sequence[str],
    found: Sequence[Weighed],
    catalogue: Catalogue,
    *,
    minor: bool,
    danger: bool = False,
    leaning: Mapping[str, float] | None = None,
) -> str | None:
    """What makes it acute: `sign`, `minor`, `danger` or `like`; None when it is not. Without a sign nothing is acute.

    `danger`: words of danger stand in the text; `leaning`: what the whole text is like (none when there are only ticks). Rather once
    too often: what follows is the question whether there is danger now.
    """
    if not found:
        return None
    if any(catalogue.indicators[slug].acute for slug in affirmed):
        return "sign"
    if minor and any(each.strength != "weak" for each in found):
        return "minor"
    like = leaning[ACUTE] if leaning else UNLIKE_DANGER
    if danger and like > UNLIKE_DANGER:
        return "danger"
    return "like" if like > LIKE_DANGER else None
