"""House numbers with their additions, postcodes, and an address as its parts."""

import re
from typing import NamedTuple

from baken.traits.letters import latin

# What makes a number something else than that of a house: `Dorpsstraat 12 uur`.
NUMBER = r"([0-9]{1,5})(?![0-9])(?![-/][0-9]{1,2}[-/])(?! ?(?:uur|u\b|man\b|mannen|mens|personen|persoon|pers\b|vrouw|meter|m\b|km\b|euro|€|jaar|jarige|kinderen|meisjes|jongens|keer|x\b|dagen|weken|%|:[0-9]|\.[0-9]))"
ADDITION = r"(?: ?-? ?(hs|huis|bis|boven|beneden|rood|rd|zw|zwart|iii|ii|iv|[1-9] ?(?:e |e)?(?:hoog|etage|verdieping)|(?<! )[a-z]|(?<= )(?![umx](?![a-z]))[a-z]|(?<=-)[a-z0-9]{1,4}|(?<=/)[0-9]{1,3})(?![a-z0-9]))?"
CALLED = r"(?:nr|nummer|no|huisnr|huisnummer|#)\.?:? ?"
CODE = r"([1-9][0-9]{3}) ?((?!SA|SD|SS)[A-Z]{2}|(?<=[0-9])(?!sa|sd|ss)[a-z]{2})"
_TWO_LETTER_WORDS = "en|is|in|op|te|om|de|er|ze|we|ik|al|zo|nu|na|of|je|ga|ja|bv|st|kg|km|cm"
CODE_LOOSE = rf"([1-9][0-9]{{3}}) ?((?!SA|SD|SS)[A-Z]{{2}}|(?!{_TWO_LETTER_WORDS}|sa|sd|ss)[a-z]{{2}})"  # after a house number
CODE_END = r"(?![A-Za-z0-9])"
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "huis": "hs", "rd": "rood", "zw": "zwart"}


class Parts(NamedTuple):
    """An address taken apart. What is not known is empty."""

    street: str = ""
    number: str = ""
    addition: str = ""
    code: str = ""

    def __str__(self) -> str:
        house = " ".join(filter(None, (self.number, self.addition)))
        if not self.street:
            return " ".join(filter(None, (self.code, house)))
        return " ".join(filter(None, (self.street, house))) + (f", {self.code}" if self.code else "")


_WRITTEN = re.compile(
    r"(?:([1-9][0-9]{3}[A-Z]{2})|(.+?))(?: ([0-9]{1,5})(?: ([a-z0-9]{1,7}))?)?(?:, ([1-9][0-9]{3}[A-Z]{2}))?"
)


def parts(value: str) -> Parts:
    """A normalised address taken apart again."""
    match = _WRITTEN.fullmatch(value)
    if match is None:
        return Parts()
    return Parts(match[2] or "", match[3] or "", match[4] or "", match[1] or match[5] or "")


def addition_of(written: str | None) -> str:
    """An addition in one form: `2 hoog`, `2e etage` and `II` are 2."""
    said = latin(written or "").replace(" ", "")
    floor = re.fullmatch(r"([1-9])e?(?:hoog|etage|verdieping)", said)
    return floor[1] if floor else _ROMAN.get(said, said)


def number_of(written: str) -> str:
    """A house number without noughts in front."""
    return written.lstrip("0") or "0"
