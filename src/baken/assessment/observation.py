"""The shapes that go through this room: a note in, observations between, an assessment out (CONTRACTS.md)."""

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """Whether what was read counts. Only `affirmed` does; the others are shown, so that a person can put it right."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    PAST = "past"
    OTHER_PERSON = "other-person"


@dataclass(frozen=True, slots=True)
class Observation:
    """One indicator seen (waarneming): ticked, or read in a text at code points `start` to `end`."""

    indicator: str
    source: str = "tick"
    start: int | None = None
    end: int | None = None
    evidence: str | None = None
    status: Status = Status.AFFIRMED


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody tells us. `minor` is None when it is not known; `language` None when it is to be detected."""

    text: str = ""
    ticks: tuple[str, ...] = ()
    setting: str | None = None
    minor: bool | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Indication:
    """What points to one type of exploitation, how strongly, and why (aanwijzing)."""

    type: str
    strength: str
    score: float
    act: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of act, means and purpose nothing was seen of."""
        return tuple(element for element in ("act", "means", "purpose") if not getattr(self, element))


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer. It points and explains; a person decides (beoordeling)."""

    concern: str
    acute: bool
    minor: bool | None
    indications: tuple[Indication, ...]
    observations: tuple[Observation, ...]
    unknown: tuple[str, ...]
    advice: tuple[str, ...]
    content_version: str
    language: str = "nl"
    affirmed: tuple[str, ...] = field(default=())
