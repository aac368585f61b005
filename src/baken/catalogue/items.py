"""The kinds of content: one frozen class a kind, one file an item. The field names are the keys of the files.

A field of type `Text` stands in the file twice: `title_nl` and `title_en`.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from baken.catalogue.text import Text, Words

NO_WORDS = Words()
STRENGTHS = ("strong", "medium", "weak")
ELEMENTS = ("act", "means", "purpose", "none")
CONTRACT_TYPES = ("sexual", "labour", "criminal", "services", "begging", "organ", "marriage", "other")
OPENING = ("", "always", "weekdays")
STEPS = ("recruit", "transport", "house", "control", "exploit", "money")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item has: its id (slug, the file's name), sources, when it was reviewed and when it was retired."""

    folder: ClassVar[str] = ""
    slug: str
    sources: tuple[str, ...] = ()
    reviewed: date
    retired: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Item):
    """Where a fact was found (bron)."""

    folder: ClassVar[str] = "sources"
    title: str
    publisher: str = ""
    year: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subform:
    """A way in which a type of exploitation appears (verschijningsvorm)."""

    id: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How it goes (werkwijze): one of STEPS and what happens there."""

    step: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LawArticle:
    """What the law says about it (wetsartikel), with where it was read."""

    ref: str
    text: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploitationType(Item):
    """A type of exploitation (vorm van uitbuiting). `contract` is the id other programs see (CONTRACTS.md); `short` heads a column."""

    folder: ClassVar[str] = "types"
    contract: str
    order: int
    title: Text
    short: Text
    also: Words = NO_WORDS
    summary: Text
    description: Text
    not_this: Text
    subforms: tuple[Subform, ...] = ()
    places: Words = NO_WORDS
    steps: tuple[Step, ...] = ()
    law: tuple[LawArticle, ...] = ()
    law_caution: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGroup(Item):
    """People whose circumstances an exploiter can abuse (doelgroep). Never a cause and never a sign."""

    folder: ClassVar[str] = "groups"
    order: int
    title: Text
    also: Words = NO_WORDS
    why: Text
    meet: Words = NO_WORDS
    caution: Text
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStrength:
    """How heavily an indicator weighs for one type, and on which basis (ilo, ilo-child-profile, ilo-analogy, judgement)."""

    type: str
    strength: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Item):
    """Something somebody can notice (signaal). A reason to ask and to consult, never a proof.

    `element` says which part of trafficking it shows (act, means, purpose or none): a proposal with its reason.
    `groups` are risk groups with whom it can be met (`*` for anybody): a proposal too. `counter` holds innocent
    sentences that the patterns must not find.
    """

    folder: ClassVar[str] = "indicators"
    title: Text
    explanation: Text
    benign: Text
    types: tuple[TypeStrength, ...]
    general: bool = False
    element: str
    element_reason: Text
    element_detail: str = ""
    ilo_dimension: str | None = None
    ilo_indicator: str | None = None
    settings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    acute: bool = False
    minor_only: bool = False
    wordings: Words = NO_WORDS
    patterns: Words = NO_WORDS
    counter: Words = NO_WORDS
    source_support: str = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its year and who counted it (cijfer)."""

    text: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception(Item):
    """A wrong assumption (misvatting) and what is true."""

    folder: ClassVar[str] = "misconceptions"
    order: int
    claim: Text
    truth: Text
    figure: Figure | None = None
    why_it_matters: Text
    types: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSetting(Item):
    """Where somebody works and meets people (werkplek), with what to do, what not to do and the route of a worry."""

    folder: ClassVar[str] = "settings"
    order: int
    title: Text
    also: Words = NO_WORDS
    who: Text
    do: Words = NO_WORDS
    dont: Words = NO_WORDS
    route: Words = NO_WORDS
    ask: Words = NO_WORDS
    origin: str = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Item):
    """A national contact point (contactpunt). Numbers were seen in a source on a date; confirm before relying on them.

    `takes_reports`: everybody in the country can call it in danger or with what they saw; its purpose says so.
    `opening` says the hours in one word of OPENING, for pages in many languages; empty: not known.
    """

    folder: ClassVar[str] = "contacts"
    order: int
    name: str
    purpose: Text
    when: Text
    phone: str | None = None
    hours: Text | None = None
    opening: str = ""
    free: bool = False
    url: str | None = None
    email: str | None = None
    confirmed: bool = False
    seen: date
    confirm: Text
    for_whom: Text
    anonymous: bool | None = None
    takes_reports: bool = False
    types: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        """The address of its site as people say it."""
        return (self.url or "").split("://")[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """In which situation an advice fits. Empty or None: always."""

    types: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    minor: bool | None = None
    acute: bool | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Item):
    """One thing to do now, today or this week, never to do, to ask, or whom to call (advies).

    `about`: which of act, means and purpose the answer to a question can show.
    """

    folder: ClassVar[str] = "advice"
    kind: str
    text: Text
    why: Text
    when: When
    contacts: tuple[str, ...] = ()
    priority: int
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Item):
    """Something good to read (leestip), with what it is good for. `link_status`: seen, or to-confirm."""

    folder: ClassVar[str] = "reading"
    title: str
    publisher: str = ""
    year: int | None = None
    kind: str
    url: str | None = None
    link_status: str
    good_for: Text
    responsibilities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Item):
    """What the law calls human trafficking (wettelijke omschrijving), and how Baken weighs signals."""

    folder: ClassVar[str] = "law"
    title: Text
    definition: Text
    act: Text
    means: Text
    purpose: Text
    child: Text
    penalty: Text
    change: Text
    non_punishment: Text
    strength: Text
    acute: Text
    rule: Text
    discrimination: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningClass(Item):
    """Words with one meaning (betekenisklasse) that patterns refer to as {slug}."""

    folder: ClassVar[str] = "lexicon"
    title: Text
    words: Words
