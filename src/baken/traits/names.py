"""The names we know: first names and last names of the countries people here come from, in plain letters."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "names"
PARTICLES = frozenset(
    "van de den der het ten ter te 't la le el al ben bin ibn da dos das do di du von zu zum 's v.d v.d. vd v. d. d'".split()
)
# First names that are also everyday words, or too short to stand alone: a name only before a last name.
DOUBTFUL = frozenset(
    "jan max ken guy sam mark wil wim roos bas bo ben sterre storm beer mees floor wies fleur bloem joy hope faith grace gift mercy blessing"
    " peace patience destiny precious comfort sunny star ruby amber anna-an ion ana an do mai lan long hai bao ping star victor leo dean pol leen"
    " erna frans engels ernst daan ali alex charity angel honey candy rick mike kim kay dominic dominica carolina virginia georgia chelsea adam eva"
    " china asia europa lima nova nina-ricci tiger".split()
)
# Endings by which a last name that is in no list is known, after a capital: Slavic, Romanian, Turkish, Armenian, Dutch.
ENDINGS = (
    "ski", "ska", "cki", "cka", "escu", "oglu", "ovic", "evic", "ovich", "enko", "chuk", "czyk", "wicz", "icz", "ov", "ova", "ev", "eva", "yan",
    "idze", "shvili", "sma", "stra", "inga", "mans", "sen", "szky", "nen", "akis", "opoulos",
)  # fmt: skip


@cache
def _read(name: str) -> frozenset[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_first(name: str) -> bool:
    """Whether `name` (plain small letters) is a first name that we know."""
    return name in _read("first")


def is_last(name: str) -> bool:
    """Whether `name` (plain small letters) is a last name that we know, or ends like one."""
    return name in _read("last") or (len(name) > 5 and name.endswith(ENDINGS))


def is_sure(name: str) -> bool:
    """Whether `name` (plain small letters) is a first name and no everyday word."""
    return is_first(name) and name not in DOUBTFUL and len(name) > 2
