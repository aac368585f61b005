"""The whole catalogue in memory: every item by id, and the links between them, both ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from baken.catalogue import items as kinds
from baken.catalogue.approach import BarrierStep, Instrument, PartnerKind, ShelterKind
from baken.catalogue.checks import check
from baken.catalogue.deadlines import LegalEvent, LegalTerm
from baken.catalogue.files import CONTENT, raw_items
from baken.catalogue.grounds import LegalGround
from baken.catalogue.help_texts import HelpTexts
from baken.catalogue.kinds import KINDS
from baken.catalogue.letters import LetterTemplate
from baken.catalogue.reader import ContentError, read
from baken.catalogue.routes import RouteQuestion, RouteRule, RouteShelter

I = TypeVar("I", bound=kinds.Item)  # noqa: E741
ANYBODY = "*"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything we know, frozen. Each mapping goes from id to item, in the order in which pages show them."""

    version: str
    sources: Mapping[str, kinds.Source]
    types: Mapping[str, kinds.ExploitationType]
    groups: Mapping[str, kinds.RiskGroup]
    indicators: Mapping[str, kinds.Indicator]
    misconceptions: Mapping[str, kinds.Misconception]
    settings: Mapping[str, kinds.WorkSetting]
    contacts: Mapping[str, kinds.Contact]
    advice: Mapping[str, kinds.Advice]
    reading: Mapping[str, kinds.Reading]
    law: Mapping[str, kinds.Definition]
    lexicon: Mapping[str, kinds.MeaningClass]
    grounds: Mapping[str, LegalGround]
    barriers: Mapping[str, BarrierStep]
    instruments: Mapping[str, Instrument]
    partners: Mapping[str, PartnerKind]
    shelters: Mapping[str, ShelterKind]
    events: Mapping[str, LegalEvent]
    deadlines: Mapping[str, LegalTerm]
    letters: Mapping[str, LetterTemplate]
    help: Mapping[str, HelpTexts]
    route_questions: Mapping[str, RouteQuestion]
    route_shelters: Mapping[str, RouteShelter]
    routes: Mapping[str, RouteRule]

    @cached_property
    def current(self) -> tuple[kinds.Indicator, ...]:
        """The indicators in use: those that are not retired. A retired one keeps its id and page."""
        return tuple(indicator for indicator in self.indicators.values() if indicator.retired is None)

    @cached_property
    def by_type(self) -> Mapping[str, tuple[kinds.Indicator, ...]]:
        """The indicators in use of each type, strongest first."""
        found: dict[str, list[tuple[int, kinds.Indicator]]] = {slug: [] for slug in self.types}
        for indicator in self.current:
            for link in indicator.types:
                found[link.type].append((kinds.STRENGTHS.index(link.strength), indicator))
        return {
            slug: tuple(i for _, i in sorted(pairs, key=lambda pair: pair[0])) for slug, pairs in found.items()
        }

    @cached_property
    def by_setting(self) -> Mapping[str, tuple[kinds.Indicator, ...]]:
        """The indicators in use that are most likely seen in each work setting."""
        return {slug: tuple(i for i in self.current if slug in i.settings) for slug in self.settings}

    @cached_property
    def by_group(self) -> Mapping[str, tuple[kinds.Indicator, ...]]:
        """The indicators in use that can be met with each risk group (proposals; a group is never a sign)."""
        return {
            slug: tuple(i for i in self.current if slug in i.groups or ANYBODY in i.groups) for slug in self.groups
        }

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], tuple[kinds.Indicator, ...]]:
        """The overview: (group, type) to the indicators of that type that can occur with that group."""
        return {
            (group.slug, type_): tuple(i for i in self.by_type[type_] if i in set(self.by_group[group.slug]))
            for group in self.groups.values()
            for type_ in group.types
        }

    def contract_type(self, type_: str) -> str:
        """The id that other programs know a type by (CONTRACTS.md): `labour` for `labour-exploitation`."""
        return self.types[type_].contract


def _order(item: kinds.Item) -> tuple[int, str]:
    return (getattr(item, "order", 0), item.slug)


def _kind(cls: type[I], raw: Mapping[str, Any]) -> Mapping[str, I]:
    found = []
    for slug, keys in raw.items():
        try:
            found.append(read(cls, {"slug": slug, **keys}, f"{cls.folder}/{slug}.yaml"))
        except ContentError:
            raise
        except (TypeError, ValueError) as error:
            raise ContentError(f"{cls.folder}/{slug}.yaml", "-", str(error)) from None
    return MappingProxyType({item.slug: item for item in sorted(found, key=_order)})


@cache
def load(folder: Path = CONTENT) -> Catalogue:
    """The catalogue of `folder`. Raises ContentError (file, field, reason) when an item is wrong."""
    raw, version = raw_items(folder)
    read_all: dict[str, Any] = {cls.folder: _kind(cls, raw.get(cls.folder, {})) for cls in KINDS}
    catalogue = Catalogue(version=version, **read_all)
    for problem in check(catalogue):
        raise problem
    return catalogue
