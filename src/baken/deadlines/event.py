"""What happened, and when: the start or the end of a term. No names: an id of the vocabulary, a day or a moment."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 1900, 2200
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Event:
    """Something of `content/events/` that happened: on a day, at a moment, or when is not known (neither).

    `about` keeps two of a kind apart (two decisions, two reports): an end belongs to a start with the same words. It is
    a mark without personal data. Raises ValueError for a day and a moment together, a moment without time zone, and a year
    before 1900 or after 2200 (a typing error).
    """

    id: str
    on: date | None = None
    at: datetime | None = None
    about: str = ""

    def __post_init__(self) -> None:
        if self.on is not None and self.at is not None:
            raise ValueError("een dag of een moment, niet allebei")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("een moment heeft een tijdzone")
        if isinstance(self.on, datetime):
            raise ValueError("een moment staat in at, een dag in on")
        if self.day is not None and not FIRST_YEAR <= self.day.year <= LAST_YEAR:
            raise ValueError(f"geen jaar dat wij kennen: {self.day.year}")

    @property
    def day(self) -> date | None:
        """The day in the Netherlands. None: not known."""
        return self.at.astimezone(AMSTERDAM).date() if self.at is not None else self.on


def midnight(day: date) -> datetime:
    """The first moment of a day in the Netherlands."""
    return datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)
