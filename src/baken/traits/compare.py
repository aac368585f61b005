"""Which reports share something, how sure that is, and why: a suggestion to a person, nothing is ever merged.

Weak tokens (a first name, a street without number) never make a link alone, and never more than a possible one beside
another. A value that everybody has never links. Cost per report depends on what it shares, not on how many there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from baken.traits.ordinary import LIMITS, is_common
from baken.traits.tokens import Token, asked_of, tokens_of
from baken.traits.trait import Kind, Strength, Trait

Rid = str | int


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells: its traits, and those of the reporter, which are no lead and never link."""

    rid: Rid
    traits: tuple[Trait, ...]
    municipality: str = ""
    own: frozenset[tuple[Kind, str]] = frozenset()

    @property
    def leads(self) -> tuple[Trait, ...]:
        """The traits that may link: not the reporter's own, not those of everybody; each value once."""
        seen = {(each.kind, each.value): each for each in reversed(self.traits)}
        return tuple(each for key, each in seen.items() if key not in self.own and not is_common(*key))


class Link(NamedTuple):
    """Two reports share something (verband): `a` came before `b`."""

    a: Rid
    b: Rid
    on: Kind
    value: str
    strength: Strength
    why: str


class Shared(NamedTuple):
    """What two reports share of one kind: the surest token, and the value it came from."""

    token: Token
    value: str


@dataclass(slots=True)
class Best:
    """The surest thing that a report shares with each other one, a kind. Weak ones stand only beside one that is not."""

    found: dict[tuple[Rid, Kind], Shared] = field(default_factory=dict)

    def add(self, other: Rid, token: Token, value: str) -> None:
        """`other` holds this token too. By strength; of two as strong, one that stands alone before a weak one."""
        known = self.found.get((other, token.kind))
        if known is None or (token.strength.rank, not token.weak) > (
            known.token.strength.rank,
            not known.token.weak,
        ):
            self.found[other, token.kind] = Shared(token, value)

    def standing(self) -> Iterator[tuple[Rid, Shared]]:
        """What makes a link, the surest first."""
        alone = {other for (other, _), shared in self.found.items() if not shared.token.weak}
        for (other, _), shared in sorted(self.found.items(), key=lambda each: -each[1].token.strength.rank):
            if other in alone:
                yield other, shared


@dataclass(slots=True)
class Index:
    """The tokens of the reports seen so far, by their text."""

    holders: dict[tuple[Kind, str], dict[Rid, str] | None] = field(default_factory=dict)

    def links(self, told: Told) -> list[Link]:
        """The links of a report with those before it: each pair and kind once, the surest; then it is remembered."""
        best = Best()
        leads = told.leads
        for trait, token in asked_of(leads, told.municipality):
            for other, value in (self.holders.get((token.kind, token.text)) or {}).items():
                best.add(other, token, max(trait.value, value, key=len))
        self._remember(told, leads)
        return [
            Link(other, told.rid, token.kind, value, token.strength, token.why)
            for other, (token, value) in best.standing()
        ]

    def _remember(self, told: Told, leads: tuple[Trait, ...]) -> None:
        """A value that too many reports hold is let go: it says nothing any more."""
        for trait in leads:
            for token in tokens_of(trait, told.municipality).stored:
                holders = self.holders.setdefault((token.kind, token.text), {})
                if holders is None:
                    continue
                holders[told.rid] = trait.value
                if len(holders) > LIMITS[token.strength]:
                    self.holders[token.kind, token.text] = None


def links(reports: Iterable[Told]) -> Iterator[Link]:
    """All links between these reports."""
    index = Index()
    for told in reports:
        yield from index.links(told)
