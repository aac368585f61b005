"""The rule per dimension, after the ILO indicators of 2009.

Source: the rule as the ILO published it with the European Commission in 2009 ("Operational indicators of trafficking in
human beings"), seen second-hand and for adult labour only. It is applied to other types by analogy, which the page says.
A dimension is positive with: two strong; one strong and one other; three medium; two medium and one weak.
"""

from collections.abc import Iterable


def positive(strengths: Iterable[str]) -> bool:
    """Whether a dimension with these indicators (each `strong`, `medium` or `weak`) is positive."""
    counts = {"strong": 0, "medium": 0, "weak": 0}
    for strength in strengths:
        counts[strength] += 1
    strong, medium, weak = counts["strong"], counts["medium"], counts["weak"]
    if strong >= 2 or (strong == 1 and medium + weak >= 1):
        return True
    return medium >= 3 or (medium == 2 and weak >= 1)
