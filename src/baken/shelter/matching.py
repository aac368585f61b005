"""Whether a place fits what somebody needs, with words why (not). Pure: it looks at values, without a database or a clock.

Hard conditions decide, wishes order. What is not known of a place is asked, never a silent yes. Where somebody comes from
plays no part in the order; nobody is ranked, and no place is given without a person (facts, `matching_rules_nl`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from baken.shelter.attributes import DISTANCES, LANGUAGES, NEEDS, NO, YES, Financing, Security, Sex, Stay


class Says(StrEnum):
    """What one condition says of a place."""

    FITS = "fits"
    ASK = "ask"
    NOT = "not"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for. `must` and `rather` are needs by id; empty values ask nothing."""

    sex: str = ""
    age: int | None = None
    children: int = 0
    stay: str = ""
    secret: bool = False
    security: str = ""
    danger: str = ""
    danger_name: str = ""
    distance: str = ""
    must: tuple[str, ...] = ()
    rather: tuple[str, ...] = ()
    language: str = ""
    financing: str = ""
    kind: str = ""
    kind_name: str = ""
    nights: int = 1

    def as_json(self) -> dict[str, Any]:
        """As it is kept, sealed; only what was asked."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> "Wanted":
        """From how it was kept."""
        known = {each.name for each in fields(cls)}
        said: dict[str, Any] = {name: value for name, value in (kept or {}).items() if name in known}
        said |= {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
        return cls(**said)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What is known of one place. `taken`: in words why it cannot be had; empty when it can, None when that is not asked."""

    name: str
    kind: str = ""
    kind_name: str = ""
    sexes: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    children: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    languages: frozenset[str] = frozenset()
    stays: frozenset[str] = frozenset()
    secret: bool = True
    security: str = ""
    financing: str = ""
    distances: Mapping[str, str] = field(default_factory=dict)
    longest: int | None = None
    taken: str | None = ""
    stale: str = ""


@dataclass(frozen=True)
class Line:
    """One condition: what it says, whether it decides, and in words."""

    says: Says
    hard: bool
    words: str


@dataclass(frozen=True)
class Match:
    """A place beside what is looked for."""

    offered: Offered
    lines: tuple[Line, ...]

    @property
    def says(self) -> Says:
        """Not when one hard condition is not met; otherwise ask when one is unknown."""
        hard = {line.says for line in self.lines if line.hard}
        return Says.NOT if Says.NOT in hard else Says.ASK if Says.ASK in hard else Says.FITS

    def words(self, says: Says) -> list[str]:
        """The words of every line that says this."""
        return [line.words for line in self.lines if line.says is says]

    @property
    def fits(self) -> list[str]:
        """Why it fits."""
        return self.words(Says.FITS)

    @property
    def asks(self) -> list[str]:
        """What is not known: ask it."""
        return self.words(Says.ASK)

    @property
    def against(self) -> list[str]:
        """Why it does not fit, the deciding reasons only."""
        return [line.words for line in self.lines if line.says is Says.NOT and line.hard]

    @property
    def unsettled(self) -> bool:
        """Whether a condition is not surely met, so that one calls before one reserves. That it is taken is not one of them."""
        return any(
            line.hard and line.says is not Says.FITS and line.words != self.offered.taken for line in self.lines
        )

    @property
    def lacks(self) -> list[str]:
        """Which wishes are not met."""
        return [line.words for line in self.lines if line.says is Says.NOT and not line.hard]

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """First what fits, then what is to be asked; within that the most wishes met, the fewest not met, the least unknown, then the name."""
        met = sum(line.says is Says.FITS for line in self.lines if not line.hard)
        return list(Says).index(self.says), -met, len(self.lacks), len(self.asks), self.offered.name


def match(wanted: Wanted, offered: Offered) -> Match:
    """One place beside what is looked for."""
    return Match(offered, (*_hard(wanted, offered), *_soft(wanted, offered)))


def _known(known: bool, fits: bool, yes: str, no: str, ask: str) -> tuple[Says, str]:
    return (Says.ASK, ask) if not known else (Says.FITS, yes) if fits else (Says.NOT, no)


def _hard(wanted: Wanted, offered: Offered) -> Iterator[Line]:
    rules = (_free, _sex, _age, _children, _stay, _secret, _security, _distance, _longest)
    found = [rule(wanted, offered) for rule in rules]
    found += [_need(need, offered) for need in wanted.must]
    return (Line(says, True, words) for says, words in filter(None, found))


def _soft(wanted: Wanted, offered: Offered) -> Iterator[Line]:
    found = [_need(need, offered) for need in wanted.rather if need not in wanted.must]
    found += [_language(wanted, offered), _financing(wanted, offered), _kind(wanted, offered)]
    return (Line(says, False, words) for says, words in filter(None, found))


Verdict = tuple[Says, str] | None


def _free(_wanted: Wanted, offered: Offered) -> Verdict:
    if offered.taken is None:
        return None
    if offered.taken:
        return Says.NOT, offered.taken
    return (Says.ASK, offered.stale) if offered.stale else (Says.FITS, _("Vrij"))


def _sex(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.sex:
        return None
    name = str(Sex(wanted.sex).label).lower()
    yes, no = _("Geslacht: %(sex)s kan hier"), _("Geslacht: niet voor %(sex)s")
    ask = _("Vraag voor welk geslacht deze plek is")
    said = _known(bool(offered.sexes), wanted.sex in offered.sexes, yes, no, ask)
    return said[0], said[1] % {"sex": name}


def _age(wanted: Wanted, offered: Offered) -> Verdict:
    if wanted.age is None:
        return None
    low, high = offered.age_from or 0, 200 if offered.age_to is None else offered.age_to
    known = offered.age_from is not None or offered.age_to is not None
    yes, no = _("Leeftijd: %(age)s jaar kan"), _("Leeftijd: %(age)s jaar kan hier niet")
    said = _known(known, low <= wanted.age <= high, yes, no, _("Vraag welke leeftijd hier kan"))
    return said[0], said[1] % {"age": wanted.age}


def _children(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.children:
        return None
    most = offered.children
    yes, no = _("Kinderen: er is plek voor %(n)s"), _("Kinderen: er is geen plek voor %(n)s")
    ask = _("Vraag hoeveel kinderen mee kunnen")
    said = _known(most is not None, wanted.children <= (most or 0), yes, no, ask)
    return said[0], said[1] % {"n": wanted.children}


def _stay(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.stay:
        return None
    name = str(Stay(wanted.stay).label)
    yes, no = _("Verblijf: %(stay)s kan"), _("Verblijf: %(stay)s kan hier niet")
    ask = _("Vraag met welk verblijfsrecht iemand hier kan")
    said = _known(bool(offered.stays), wanted.stay in offered.stays, yes, no, ask)
    return said[0], said[1] % {"stay": name}


def _secret(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.secret:
        return None
    return (Says.FITS, _("Het adres is geheim")) if offered.secret else (Says.NOT, _("Het adres is niet geheim"))


def _security(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.security:
        return None
    levels = list(Security)
    known = offered.security in levels
    enough = known and levels.index(Security(offered.security)) >= levels.index(Security(wanted.security))
    return _known(
        known, enough, _("Beveiligd genoeg"), _("Niet beveiligd genoeg"), _("Vraag hoe het beveiligd is")
    )


def _distance(wanted: Wanted, offered: Offered) -> Verdict:
    """In words without the distance itself: two of those would give a secret address away."""
    if not (wanted.danger and wanted.distance):
        return None
    far = offered.distances.get(wanted.danger, "")
    yes, no = _("Ver genoeg van %(place)s"), _("Te dicht bij %(place)s")
    said = _known(
        far in DISTANCES,
        far in DISTANCES and int(far) >= int(wanted.distance),
        yes,
        no,
        _("Vraag hoe ver het is van %(place)s"),
    )
    return said[0], said[1] % {"place": wanted.danger_name or wanted.danger}


def _longest(wanted: Wanted, offered: Offered) -> Verdict:
    if offered.longest is None or wanted.nights <= offered.longest:
        return None
    return Says.NOT, _("Hooguit %(n)s nachten") % {"n": offered.longest}


def _need(need: str, offered: Offered) -> Verdict:
    name, answer = str(NEEDS[need]), offered.answers.get(need, "")
    yes, no, ask = _("%(need)s: ja"), _("%(need)s: kan hier niet"), _("%(need)s: vraag het")
    said = _known(answer in (YES, NO), answer == YES, yes, no, ask)
    return said[0], said[1] % {"need": name}


def _language(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.language:
        return None
    fits = bool(offered.languages & {wanted.language, "interpreter"})
    yes, no, ask = _("%(language)s: kan"), _("%(language)s: niet"), _("%(language)s: vraag het")
    said = _known(bool(offered.languages), fits, yes, no, ask)
    return said[0], said[1] % {"language": str(LANGUAGES[wanted.language])}


def _financing(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.financing:
        return None
    fits = offered.financing in (wanted.financing, Financing.BOTH)
    name = str(Financing(wanted.financing).label)
    said = _known(
        bool(offered.financing), fits, _("Betaalt: %(who)s"), _("Betaalt niet: %(who)s"), _("Vraag wie betaalt")
    )
    return said[0], said[1] % {"who": name}


def _kind(wanted: Wanted, offered: Offered) -> Verdict:
    if not wanted.kind:
        return None
    same = wanted.kind == offered.kind
    said = _("Soort: %(kind)s") if same else _("Andere soort: %(kind)s")
    return Says.FITS if same else Says.NOT, said % {"kind": offered.kind_name or offered.kind}
