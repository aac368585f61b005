"""Legal grounds: to whom something may go, for which purpose, what must be known first, and what is never allowed.

Taken from acts and conditions read in public sources; no legal advice. Where those are silent a route says `confirm`:
the municipality decides first, and until then nothing goes that way.
"""

from dataclasses import dataclass
from typing import ClassVar

from baken.catalogue.items import NO_WORDS, Item
from baken.catalogue.text import Text, Words

RECIPIENTS = (
    "police", "prosecutor", "labour-inspectorate", "veilig-thuis", "care-coordinator", "care-partner", "shelter",
    "municipality", "case-meeting", "comensha",
)  # fmt: skip
PURPOSES = (
    "protect", "investigate", "help", "placement", "own-task", "case-meeting", "registration", "advice", "enforcement",
)  # fmt: skip
NEEDS = ("consent", "written-consent", "danger", "task", "unrecognisable", "necessity", "subsidiarity")
RULES = ("names", "bsn", "whole-file", "enforcement", "read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One receiver and the purposes for which this ground allows sharing with it. `confirm`: first the municipality."""

    recipient: str
    purposes: tuple[str, ...]
    confirm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What this ground never allows. `rule` says what is checked; `read` is for people to read and keep."""

    rule: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalGround(Item):
    """A legal ground for sharing (grondslag). `refs`: articles; `needs`: what must be answered; `decides`: role ids."""

    folder: ClassVar[str] = "grounds"
    order: int
    title: Text
    summary: Text
    refs: tuple[str, ...] = ()
    routes: tuple[Route, ...]
    needs: tuple[str, ...]
    decides: tuple[str, ...]
    conditions: Words = NO_WORDS
    forbids: tuple[Forbidden, ...]
    confidence: str
    caution: Text | None = None

    def route_to(self, recipient: str) -> Route | None:
        """The route to this receiver, or None when the ground has none."""
        return next((each for each in self.routes if each.recipient == recipient), None)
