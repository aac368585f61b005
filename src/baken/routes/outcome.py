"""What comes out: every rule with its verdict, and what the applied ones say together."""

from dataclasses import dataclass

from baken.catalogue.routes import SHELTER, Condition, Payment, RouteRule, RouteShelter
from baken.catalogue.text import Text
from baken.routes.answers import Known
from baken.routes.conditions import Holds


@dataclass(frozen=True, slots=True)
class Overruling:
    """A person puts a rule aside (`applies` is False) or adds one, and says why. `rule` is its slug."""

    rule: str
    applies: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule: does it apply, on which conditions, what must still be asked, and what was asked but is not known.

    `said` is the verdict of the answers alone; `verdict` is what counts after a person decided.
    """

    rule: RouteRule
    verdict: Holds
    said: Holds
    why: tuple[Condition, ...]
    against: tuple[Condition, ...]
    to_ask: tuple[str, ...]
    not_known: tuple[str, ...]
    overruling: Overruling | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of shelter that applied rules name: does it fit, and if not, on which condition. `rules` are their slugs."""

    shelter: RouteShelter
    rules: tuple[str, ...]
    fits: Holds
    against: tuple[Condition, ...]
    to_ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PayLine:
    """Who pays by one rule, on which article. `loses_to`: the slug of the rule with a lower number that says otherwise."""

    rule: RouteRule
    pays: Payment
    loses_to: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call first, after which rules. `only_with_consent`: only if the person wants it."""

    contact: str
    rules: tuple[str, ...]
    only_with_consent: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A legal term that begins to count. `loses_to`: the slug of the rule beside which it does not hold."""

    deadline: str
    rules: tuple[str, ...]
    loses_to: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to do, not to do or to confirm, and the slug of the rule that says so."""

    rule: str
    text: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """The route as far as it is known. Decision support: a person decides.

    `unknown` are questions that were asked without an answer while a rule needs it; `to_ask` were not asked yet.
    """

    version: str
    known: Known
    applied: tuple[Judged, ...]
    open: tuple[Judged, ...]
    ruled_out: tuple[Judged, ...]
    shelters: tuple[Offer, ...]
    payments: tuple[PayLine, ...]
    calls: tuple[Call, ...]
    clocks: tuple[Clock, ...]
    do: tuple[Told, ...]
    do_not: tuple[Told, ...]
    verify: tuple[Told, ...]
    unknown: tuple[str, ...]
    to_ask: tuple[str, ...]

    @property
    def stopped(self) -> bool:
        """Something comes first: nothing more is asked now."""
        return any(each.rule.stops for each in self.applied)

    @property
    def urgent_clear(self) -> bool:
        """Every urgent rule is decided, as far as asking can decide it."""
        return not any(each.to_ask for each in self.open if each.rule.urgent)

    @property
    def deciding(self) -> tuple[Judged, ...]:
        """The open rules that could still change who pays for shelter and help: those that go before the one that does."""
        rules = (line.rule for line in self.payments if line.pays.subject == SHELTER)
        last = next(((rule.priority, rule.code) for rule in rules if not rule.urgent), None)
        return tuple(
            each
            for each in self.open
            if each.to_ask and each.rule.pays and each.rule.pays.subject == SHELTER
            if last is None or (each.rule.priority, each.rule.code) < last
        )

    @property
    def route_clear(self) -> bool:
        """The urgent part is clear, and no question that is left could change who pays for shelter and help."""
        return self.urgent_clear and not self.deciding

    @property
    def all_clear(self) -> bool:
        """No question that is left could change what stands here."""
        return not self.to_ask

    @property
    def overruled(self) -> tuple[Judged, ...]:
        """The rules about which a person decided otherwise."""
        judged = (*self.applied, *self.open, *self.ruled_out)
        return tuple(each for each in judged if each.overruling is not None)
