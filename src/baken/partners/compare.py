"""What differs between two versions of a partner, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from baken.catalogue import load
from baken.partners.models import LABELS, VALUES, PartnerVersion
from baken.sharing.words import RECIPIENTS


@dataclass(frozen=True)
class Difference:
    """One thing that is otherwise."""

    label: str
    before: str
    after: str


def shown(name: str, value: str) -> str:
    """A value as people read it: kinds and receivers by their name."""
    if name == "kind":
        kind = load().partners.get(value)
        return kind.title.say(get_language() or "nl") if kind else value
    return str(RECIPIENTS.get(value, value)) if name == "recipient" else value


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """What is otherwise in `after`; only what stands in both counts."""
    return [
        Difference(str(LABELS[name]), shown(name, before[name]), shown(name, after[name]))
        for name in VALUES
        if name in before and name in after and before[name] != after[name]
    ]


def pair(
    versions: Iterable[PartnerVersion], first: int | None, last: int | None
) -> tuple[PartnerVersion, PartnerVersion] | None:
    """The two versions with these numbers, oldest first; without numbers the newest two. None when there are no two."""
    known = {each.number: each for each in versions}
    numbers = sorted(known)
    low = first if first in known else (numbers[-2] if len(numbers) > 1 else None)
    high = last if last in known else numbers[-1]
    if low is None or low == high:
        return None
    return known[min(low, high)], known[max(low, high)]
