"""Which advice fits: what to do now, today, this week, what never to do, what to ask, whom to call."""

from dataclasses import dataclass
from functools import lru_cache

from baken.catalogue import Catalogue
from baken.catalogue.items import Advice

KINDS = ("now", "call", "today", "week", "ask", "never")
AT_MOST = {"now": 4, "call": 4, "today": 5, "week": 4, "ask": 4, "never": 5}
RESIDENT = "resident-neighbour"


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which advice fits. `minor` None: not known, then advice for minors does not show.

    `decisive`: of which elements one more sign would change the outcome, the biggest change first (see `decisive.py`).
    """

    types: tuple[str, ...]
    setting: str | None
    minor: bool | None
    acute: bool
    concern: str
    decisive: tuple[str, ...] = ()


def fits(advice: Advice, situation: Situation) -> bool:
    """Whether this advice is for this situation."""
    when = advice.when
    role = "resident" if situation.setting in (None, RESIDENT) else "professional"
    return (
        (not when.types or bool(set(when.types) & set(situation.types)))
        and (not when.settings or situation.setting in when.settings)
        and (when.minor is None or when.minor == bool(situation.minor))
        and (when.acute is None or when.acute == situation.acute)
        and (when.role is None or when.role == role)
    )


def _helps(advice: Advice, situation: Situation) -> int:
    """A question about what would change the outcome comes first."""
    decisive = situation.decisive
    return decisive.index(advice.about) if advice.kind == "ask" and advice.about in decisive else len(decisive)


def _precision(advice: Advice) -> int:
    """More conditions fulfilled: more to the point."""
    when = advice.when
    return sum(
        (
            bool(when.types),
            bool(when.settings),
            when.minor is not None,
            when.acute is not None,
            when.role is not None,
        )
    )


@lru_cache(maxsize=4096)
def advise(situation: Situation, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the advice that fits, by kind and priority, at most a handful a kind."""
    chosen: list[str] = []
    for kind in KINDS:
        if situation.concern == "none" and kind in ("now", "call", "today"):
            continue
        fitting = [
            item
            for item in catalogue.advice.values()
            if item.kind == kind and item.retired is None and fits(item, situation)
        ]
        fitting.sort(key=lambda item: (_helps(item, situation), item.priority, -_precision(item), item.slug))
        chosen += [item.slug for item in fitting[: AT_MOST[kind]]]
    return tuple(chosen)
