"""The shapes of this room: a trait that was found, its kind, and how well it tells one person or thing from another."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a trait is (soort kenmerk). The words are those of CONTRACTS.md, `baken link`."""

    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    IBAN = "iban"
    KVK = "kvk"
    ADDRESS = "address"
    PERSON = "person"
    DOCUMENT = "document"
    HANDLE = "handle"
    COMPANY = "company"
    NICKNAME = "nickname"


class Strength(StrEnum):
    """How well a trait identifies, and how sure a link on it is.

    - certain: made to be unique, and hard to mistype into another valid one: phone, e-mail, plate, IBAN, document.
    - probable: points at one place, firm or person, but not alone: an address with postcode, a KvK number, an account
      on a known platform, a full name with a date of birth, an invalid or landless number.
    - possible: many share it: a name, a nickname, a firm's name, a street. A suggestion to look, no more.
    """

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """3 for certain, 2 for probable, 1 for possible."""
        return _RANK[self]


_RANK = {Strength.CERTAIN: 3, Strength.PROBABLE: 2, Strength.POSSIBLE: 1}


class Found(NamedTuple):
    """What a rule found: from where to where (code points), the normalised value, and how well it identifies."""

    start: int
    end: int
    value: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait in a text (kenmerk): `evidence == text[start:end]`, in code points of the text as received."""

    kind: Kind
    value: str
    start: int
    end: int
    evidence: str
    strength: Strength
