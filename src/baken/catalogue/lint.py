"""What an editor should look at: errors that stop the start, and hints about translation, reading level and repeats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from baken.catalogue import items as kinds
from baken.catalogue.approach import ShelterKind
from baken.catalogue.checks import check
from baken.catalogue.deadlines import LegalTerm
from baken.catalogue.files import CONTENT, parse
from baken.catalogue.grounds import LegalGround
from baken.catalogue.kinds import KINDS
from baken.catalogue.letters import LetterTemplate
from baken.catalogue.reader import ContentError, read
from baken.catalogue.routes import RouteRule
from baken.catalogue.store import Catalogue
from baken.catalogue.text import Text

LONG_SENTENCE = 24
LONG_WORD = 22
ALIKE = 92
NEEDS_SOURCE = (
    kinds.ExploitationType,
    kinds.RiskGroup,
    kinds.Indicator,
    kinds.Misconception,
    kinds.Contact,
    kinds.Reading,
    LegalGround,
    ShelterKind,
    LegalTerm,
    RouteRule,
    LetterTemplate,
)


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `is_error`: Baken does not start with it."""

    place: str
    field: str
    what: str
    is_error: bool = False

    def __str__(self) -> str:
        return f"{'fout' if self.is_error else 'tip'}\t{self.place}\t{self.field}\t{self.what}"


def lint(folder: Path = CONTENT) -> list[Finding]:
    """Every finding of the content in `folder`: errors first, then hints."""
    found: list[Finding] = []
    items: dict[str, dict[str, Any]] = {cls.folder: {} for cls in KINDS}
    for cls in KINDS:
        for path in sorted((folder / cls.folder).glob("*.yaml")):
            try:
                items[cls.folder][path.stem] = read(
                    cls, {"slug": path.stem, **parse(path)}, f"{cls.folder}/{path.name}"
                )
            except ContentError as error:
                found.append(Finding(error.place, error.field, error.reason, is_error=True))
    catalogue = Catalogue(version="lint", **items)
    found += [Finding(problem.place, problem.field, problem.reason, is_error=True) for problem in check(catalogue)]
    for cls in KINDS:
        for item in items[cls.folder].values():
            found += _hints(item, f"{cls.folder}/{item.slug}.yaml")
    return found + list(_repeats(catalogue))


def _hints(item: kinds.Item, place: str) -> Iterator[Finding]:
    if isinstance(item, NEEDS_SOURCE) and not item.sources:
        yield Finding(place, "sources", "heeft geen bron", is_error=True)
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Text):
            yield from _reading_level(value.nl, place, f"{field.name}_nl")
            if value.nl == value.en and len(value.nl) > 12:
                yield Finding(place, f"{field.name}_en", "is gelijk aan het Nederlands: vertaald?")


def _reading_level(text: str, place: str, field: str) -> Iterator[Finding]:
    """A hint, no verdict: B1 wants short sentences and no very long words."""
    for sentence in re.split(r"[.!?:;]\s", text):
        words = re.findall(r"[\w'-]+", sentence)
        if len(words) > LONG_SENTENCE:
            yield Finding(place, field, f"zin van {len(words)} woorden: kan hij korter?")
        for word in words:
            if len(word) > LONG_WORD and "-" not in word:
                yield Finding(place, field, f"lang woord: {word}")


def _repeats(catalogue: Catalogue) -> Iterator[Finding]:
    seen: dict[str, list[tuple[str, str]]] = {}
    for indicator in catalogue.indicators.values():
        for wording in indicator.wordings.nl:
            key = " ".join(sorted(re.findall(r"\w{4,}", wording.lower()))[:1])
            for other, slug in seen.get(key, []):
                if slug != indicator.slug and fuzz.ratio(other, wording) >= ALIKE:
                    yield Finding(
                        f"indicators/{indicator.slug}.yaml", "wordings_nl", f"bijna gelijk aan {slug}: {wording}"
                    )
            seen.setdefault(key, []).append((wording, indicator.slug))
