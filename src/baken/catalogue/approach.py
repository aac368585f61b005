"""What a municipality and its partners can do: steps of an exploitation with barriers, instruments with their article, partners.

After the barrier model, instruments and partners of the facts. `origin` says whether it stands in a source, was derived
from sources, or is a proposal of ours. Articles were read in a copy of 2015 unless said otherwise: a lawyer checks them.
"""

from dataclasses import dataclass
from typing import ClassVar

from baken.catalogue.items import Item
from baken.catalogue.text import Text

ORIGINS = ("source", "derived", "proposal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """Something that makes one step harder (barrière), who raises it (partners), and with which instruments."""

    id: str
    title: Text
    partners: tuple[str, ...]
    instruments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierStep(Item):
    """One step in how an exploiter works (stap in het barrièremodel), for one type (contract id). The victim stands not in it.

    `details` are the element details of indicators that show this step.
    """

    folder: ClassVar[str] = "barriers"
    order: int
    type: str
    step: str
    title: Text
    facilitators: Text
    opportunities: Text
    details: tuple[str, ...]
    barriers: tuple[Barrier, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Item):
    """A power of the municipality or a partner (instrument), with its article, who is competent, use and conditions.

    `types` are contract ids; empty: every type.
    """

    folder: ClassVar[str] = "instruments"
    order: int
    title: Text
    article: str
    competent: Text
    types: tuple[str, ...] = ()
    use: Text
    conditions: Text
    check: Text | None = None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKind(Item):
    """A kind of organisation (ketenpartner): what it brings, what it may be told, and when to involve it."""

    folder: ClassVar[str] = "partners"
    order: int
    title: Text
    field: Text
    brings: Text
    may_be_told: Text
    when: Text
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelterKind(Item):
    """A kind of shelter (soort opvang): for whom, how safe, how one gets in, who pays. Numbers age, so they stand not in it.

    `nationwide`: open to people from the whole country. `through`: the kind of partner that alone can place there.
    The level of security is a proposal of ours: the sources speak of it only in part (facts, `shelter_types`).
    """

    folder: ClassVar[str] = "shelters"
    order: int
    title: Text
    for_whom: Text
    security: Text
    duration: Text
    access: Text
    financing: Text
    check: Text | None = None
    nationwide: bool = False
    through: str = ""
    origin: str
