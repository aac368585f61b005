"""Letters that go out from a case: what stands in them before somebody makes them their own.

In a text `{gemeente}`, `{vorm}` and `{sporen}` are filled in; what the municipality fills in itself stands as `[ vul in: … ]`.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from baken.catalogue.items import Item
from baken.catalogue.text import Text

FILLED = ("gemeente", "vorm", "sporen")
_FIELD = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBlock:
    """One text under its heading. `after`: it comes after what goes along from the case."""

    id: str
    title: Text
    text: Text
    after: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """What is filled in, in either language."""
        return frozenset(_FIELD.findall(self.text.nl + self.text.en))

    def say(self, language: str, known: dict[str, str]) -> str:
        """The text with what is known filled in."""
        return _FIELD.sub(lambda found: known[found[1]], self.text.say(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate(Item):
    """A letter (brief): when one uses it, and its texts. `personal`: it holds data from the case and leaves on a ground."""

    folder: ClassVar[str] = "letters"
    order: int
    title: Text
    use: Text
    personal: bool = False
    blocks: tuple[LetterBlock, ...]
