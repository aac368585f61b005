"""To what somebody is let in, as one frozen thing."""

from dataclasses import dataclass
from datetime import date

from baken.coordination.models import Track


@dataclass(frozen=True, kw_only=True)
class Scope:
    """To what somebody is let in: the whole case or some tracks, to write too, why, on which ground, until which day."""

    whole: bool
    tracks: tuple[Track, ...]
    writes: bool
    purpose: str
    ground: str
    until: date
    reason: str
