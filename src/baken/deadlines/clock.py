"""One clock: a term of one person, how it stands now, and why. Light and state are words, never a colour alone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baken.catalogue.deadlines import LegalTerm
from baken.catalogue.text import Text
from baken.deadlines.counting import Due
from baken.deadlines.event import AMSTERDAM, Event


class State(StrEnum):
    """How a clock stands (stand), the most pressing first: the order of the timeline."""

    MISSED = "missed"
    DUE_TODAY = "due-today"
    DATE_MISSING = "date-missing"
    SOON = "soon"
    RUNNING = "running"
    OPEN = "condition"
    WAITING = "waiting"
    MET = "met"
    NOT_APPLICABLE = "not-applicable"


class Light(StrEnum):
    """What a clock asks (stoplicht): act now, keep an eye on it, on course, or nothing."""

    ACT = "act"
    WATCH = "watch"
    CALM = "calm"
    OFF = "off"


LIGHTS = {
    State.MISSED: Light.ACT,
    State.DUE_TODAY: Light.ACT,
    State.DATE_MISSING: Light.ACT,
    State.SOON: Light.WATCH,
    State.OPEN: Light.WATCH,
    State.RUNNING: Light.CALM,
    State.WAITING: Light.OFF,
    State.MET: Light.CALM,
    State.NOT_APPLICABLE: Light.OFF,
}
LIGHT_WORDS = {
    Light.ACT: Text("Nu handelen", "Act now"),
    Light.WATCH: Text("Let op", "Keep an eye on it"),
    Light.CALM: Text("Op schema", "On course"),
    Light.OFF: Text("Geen actie", "No action"),
}
STATE_WORDS = {
    State.MISSED: Text("Te laat", "Too late"),
    State.DUE_TODAY: Text("Vandaag is de laatste dag", "Today is the last day"),
    State.DATE_MISSING: Text("De datum ontbreekt", "The date is missing"),
    State.SOON: Text("Bijna", "Soon"),
    State.RUNNING: Text("Loopt", "Running"),
    State.OPEN: Text("Voorwaarde: kan nu", "Condition: possible now"),
    State.WAITING: Text("Wacht op een gebeurtenis", "Waits for an event"),
    State.MET: Text("Gedaan", "Done"),
    State.NOT_APPLICABLE: Text("Geldt niet", "Does not apply"),
}
LAPSED = Text("Verlopen", "Ran out")
DONE_LATE = Text("Gedaan, maar te laat", "Done, but too late")
TO_CONFIRM = Text(
    "Jouw gemeente heeft deze termijn nog niet bevestigd. De klok loopt wel; controleer de termijn zelf.",
    "Your municipality has not confirmed this term yet. The clock runs all the same; check the term yourself.",
)
MOVED = Text(
    "De getelde dag is een weekend of feestdag. Volgens de Algemene termijnenwet mag het tot de dag erna. Dat is nog te bevestigen: ga uit van de getelde dag.",
    "The day that was counted is a weekend or holiday. By the general act on terms it may be done until the day after. That is still to be confirmed: go by the day that was counted.",
)  # fmt: skip
HOUR_GUESSED = Text(
    "Het uur is niet bekend. De klok telt vanaf het begin van de dag.",
    "The hour is not known. The clock counts from the beginning of the day.",
)
TOO_EARLY = Text(
    "Dit gebeurde eerder dan mag. Vraag na hoe dat kan en wat er nu moet.",
    "This happened sooner than is allowed. Ask how that can be and what must be done now.",
)
AT_EIGHTEEN = Text(
    "Stopt bij 18 jaar. Regel daarvoor hoe de hulp verdergaat. Dat dit zo is, is nog te bevestigen.",
    "Stops at 18. Arrange before then how the help goes on. That this is so is still to be confirmed.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A term of somebody on a day (`now`). `event` began it, `ended` closed it; None: not known, or not yet.

    `is_confirmed`: the municipality confirmed the term as it stands now. `is_late`: done, after the last day. `is_early`: done
    before it was allowed, so that it does not count. `reason`: why a
    colleague said that it does not apply. `stops_on`: it would stop on this day, as somebody turns 18.
    """

    term: LegalTerm
    state: State
    now: datetime
    is_confirmed: bool
    event: Event | None = None
    ended: Event | None = None
    due: Due | None = None
    is_late: bool = False
    is_early: bool = False
    reason: str = ""
    opens_on: date | None = None
    stops_on: date | None = None

    @property
    def today(self) -> date:
        """The day in the Netherlands on which this was looked at."""
        return self.now.astimezone(AMSTERDAM).date()

    @property
    def light(self) -> Light:
        """What it asks now. From the day that was counted one acts, also when a weekend or holiday would give more time."""
        if self.is_early:
            return Light.ACT
        if self.state == State.SOON and self.term.end != "opens" and self.due and self.due.counted <= self.today:
            return Light.ACT
        return LIGHTS[self.state]

    @property
    def days_left(self) -> int | None:
        """How many days until the last one; below zero: how many days too late. None: there is no last day."""
        return (self.due.day - self.today).days if self.due else None

    @property
    def words(self) -> Text:
        """The state in words."""
        if self.state == State.MISSED and self.term.end == "lapses":
            return LAPSED
        return DONE_LATE if self.state == State.MET and self.is_late else STATE_WORDS[self.state]

    @property
    def notes(self) -> tuple[Text, ...]:
        """What must stand beside it: not confirmed and what to check, moved by a weekend, hour not known, too early, stops at 18."""
        said = [] if self.is_confirmed else [TO_CONFIRM, self.term.verify]
        if self.due and self.due.moved:
            said.append(MOVED)
        if self.due and self.due.is_hour_guessed:
            said.append(HOUR_GUESSED)
        if self.is_early:
            said.append(TOO_EARLY)
        return (*said, AT_EIGHTEEN) if self.stops_on else tuple(said)
