"""What the help page says to victims, one file a language: the fields are the keys, so that no language lacks one."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from baken.catalogue.items import Item

DUTCH = "nl"
OUR_OWN = ("nl", "en")  # written here; every other language is a translation that a native speaker must confirm
LISTS = ("safety_lines", "rights_lines", "contacts")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRight:
    """One right of a victim in a short sentence (recht)."""

    right: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpContact:
    """What a contact point does for a victim, in a short sentence."""

    contact: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTexts(Item):
    """The help page in one language (hulptekst); the file is called after the code of the language.

    `phrase` is Dutch in every language: what a victim can say or show to somebody who speaks Dutch. `confirmed_by` says
    which native speaker or service looked at the translation (a function, no private name), `confirmed_on` when.
    """

    folder: ClassVar[str] = "help"
    order: int
    own_name: str
    right_to_left: bool
    confirmed_by: str | None
    confirmed_on: date | None
    title: str
    heading: str
    to_confirm: str
    exit: str
    languages: str
    skip: str
    lead: str
    danger_short: str
    question: str
    danger_question: str
    danger_yes: str
    danger_no: str
    danger_title: str
    danger_text: str
    call: str
    who_question: str
    who_child: str
    who_work: str
    who_sex: str
    who_family: str
    who_crime: str
    who_other: str
    how_question: str
    how_phone: str
    how_write: str
    how_language: str
    answer: str
    write_note: str
    language_note: str
    phrase: str
    no_phone: str
    always: str
    weekdays: str
    hours_unknown: str
    free: str
    anonymous: str
    to_check: str
    outdated: str
    local: str
    safety: str
    safety_lines: tuple[str, ...]
    rights: str
    rights_note: str
    rights_lines: tuple[HelpRight, ...]
    contacts: tuple[HelpContact, ...]
    again: str
    back: str
    about: str

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the page must say that the translation is still to be confirmed."""
        return self.slug not in OUR_OWN and self.confirmed_by is None

    def why(self, contact: str) -> str:
        """What this contact point does, for a victim. Raises KeyError when the page does not know it."""
        return {each.contact: each.why for each in self.contacts}[contact]

    def ids_of(self, field: str) -> list[str]:
        """What a list is about, to compare languages; lines without an id count by their place."""
        lines = getattr(self, field)
        return [getattr(each, "right", getattr(each, "contact", str(place))) for place, each in enumerate(lines)]
