"""`python -m benchmarks.linking [--reports 10000] [--splink /path/to/venv/bin/python]`: how good links are, beside Splink, on one invented set.

People of whom a fifth is told about again: other notation, initials, a typing error, something left out. The texts are read by
`baken.traits`, and both sides link what was read: Baken with its tokens, Splink with the same values as columns, each from
scratch. A pair counts as right when both reports are about the same person; beside that stands how many are about the same person or
the same address, because some people live with many at one address: a link on it is true, and not about one person. Baken shows
every link with how sure it is; to ask for a certain one or for two kinds is a way of counting of this benchmark.

Splink is no part of Baken. It needs an environment of its own (`python3 -m venv splink && splink/bin/pip install splink`), whose Python
is given with `--splink`; without it that side is left out, and said so.
"""

import argparse
import csv
import random
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from baken.traits.compare import Link, Told, links
from baken.traits.fields import told
from baken.traits.house import parts
from baken.traits.tokens import name_parts
from baken.traits.trait import Kind, Strength

FIRST = (
    "Piet Jan Kees Ahmed Youssef Fatima Maria Anna Ewa Marek Piotr Mirela Ioana Andrei Elena Sanne Lotte Daan Bram Noor Omar Karim Zofia Katarzyna"
    " Tomasz Pawel Agnieszka Gabriela Mihai Stefan Ivan Georgi Dimitar Petra Linh Mai Chidi Grace Blessing Samuel"
).split()
START, MIDDLE, END = "Ba De Ko Li Mo Na Pe Ra So Ti Va Wi Za Ho Ge".split(), "ne ri la vo du ma ke sto ber ga".split(), "ski ma sen stra man va ck rs".split()  # fmt: skip
STREETS = [
    a + b + c + d for a in START for b in MIDDLE for c in MIDDLE for d in ("straat", "weg", "laan", "plein")
]
AGAIN, NOISE, CROWD = (
    0.2,
    0.04,
    0.02,
)  # told about again; a typing error; people who live at one address with many others
LETTERS = "BDFGHJKLNPRSTVXZ"


@dataclass(frozen=True)
class Person:
    """Somebody invented, as they really are."""

    first: str
    last: str
    born: tuple[int, int, int]
    phone: str
    plate: tuple[str, str, str]
    street: str
    number: int
    code: tuple[int, str]


def _home(chance: random.Random) -> tuple[str, int, tuple[int, str]]:
    """An address of the one municipality: a street has one postcode."""
    street = chance.randrange(len(STREETS))
    return (
        STREETS[street],
        chance.randrange(1, 400),
        (1000 + street, LETTERS[street % 16] + LETTERS[street // 16 % 16]),
    )


def _person(chance: random.Random, size: int) -> Person:
    crowd = chance.random() < CROWD
    home = random.Random(chance.randrange(max(1, size // 1000)) if crowd else chance.random())
    return Person(
        chance.choice(FIRST), chance.choice(START) + chance.choice(MIDDLE) + chance.choice(MIDDLE) + chance.choice(END),
        (chance.randrange(1, 29), chance.randrange(1, 13), chance.randrange(1950, 2012)),
        f"{chance.randrange(10_000_000, 99_999_999)}",
        (f"{chance.randrange(10, 100)}", "".join(chance.choices(LETTERS, k=3)), f"{chance.randrange(1, 10)}"),
        *_home(home),
    )  # fmt: skip


def _slip(chance: random.Random, text: str) -> str:
    """Now and then one sign is another."""
    if chance.random() >= NOISE:
        return text
    place = chance.randrange(len(text))
    other = chance.choice("0123456789" if text[place].isdigit() else "aeiounrst")
    return text[:place] + other + text[place + 1 :]


def _text(chance: random.Random, it: Person) -> str:
    """What somebody tells: each thing or not, in one of its notations."""
    phone = _slip(chance, it.phone)
    first = it.first if chance.random() < 0.8 else f"{it.first[0]}."
    day, month, year = it.born
    born = (
        f", geboren {chance.choice([f'{day}-{month}-{year}', f'{day:02}/{month:02}/{year}'])}"
        if chance.random() < 0.5
        else ""
    )
    code = f", {it.code[0]} {it.code[1]}" if chance.random() < 0.7 else ""
    said = [
        f"Het gaat om iemand die {first} {_slip(chance, it.last)} heet{born}.",
        f"Bel {chance.choice([f'06-{phone}', f'06 {phone[:4]} {phone[4:]}', f'+31 6 {phone}', f'00316{phone}'])}.",
        f"Het kenteken is {_slip(chance, chance.choice(['-', '', ' ']).join(it.plate))}.",
        f"Adres: {it.street} {it.number}{code}.",
    ]
    told_ = [each for each in said if chance.random() < 0.75]
    return " ".join(told_ or said[:2])


def invent(size: int) -> Iterator[tuple[int, str, str]]:
    """(who it is about, where that person lives, what was told), in the order in which it comes in."""
    chance = random.Random(7)
    known: list[Person] = []
    for _ in range(size):
        again = bool(known) and chance.random() < AGAIN
        if not again:
            known.append(_person(chance, size))
        who = chance.randrange(len(known)) if again else len(known) - 1
        it = known[who]
        yield who, f"{it.street} {it.number} {it.code}", _text(chance, it)


Pair = tuple[int, int]


def _right(whos: list[int]) -> set[Pair]:
    about: dict[int, list[int]] = defaultdict(list)
    for number, who in enumerate(whos):
        about[who].append(number)
    return {pair for each in about.values() for pair in combinations(each, 2)}


def _ways(found: Iterable[Link]) -> dict[str, set[Pair]]:
    """Which pairs stand when more or less is asked of a link."""
    kinds: dict[Pair, set[tuple[Kind, Strength]]] = defaultdict(set)
    for link in found:
        kinds[int(link.a), int(link.b)].add((link.on, link.strength))
    surer = {pair for pair, each in kinds.items() if any(sure is not Strength.POSSIBLE for _, sure in each)}
    certain = {pair for pair, each in kinds.items() if any(sure is Strength.CERTAIN for _, sure in each)}
    two = {pair for pair, each in kinds.items() if len(each) > 1}
    return {
        "Baken, every link": set(kinds),
        "Baken, probable or certain": surer,
        "Baken, certain, or two kinds": certain | two,
    }


def _columns(each: Told) -> dict[str, str]:
    """What was read of a report, as Splink wants it."""
    row = dict.fromkeys(("first", "last", "born", "phone", "plate", "home", "code", "number"), "")
    for trait in each.leads:
        if trait.kind is Kind.PERSON:
            row["first"], row["last"], row["born"] = name_parts(trait.value)
        elif trait.kind is Kind.ADDRESS:
            known = parts(trait.value)
            row |= {"home": f"{known.street} {known.number}", "code": known.code, "number": known.number}
        elif trait.kind in (Kind.PHONE, Kind.PLATE):
            row[trait.kind.value] = trait.value
    return row


def _splink(python: str, read: list[Told], whos: Sequence[int]) -> tuple[float, dict[str, set[Pair]]]:
    with tempfile.TemporaryDirectory() as folder:
        there, back = Path(folder) / "told.csv", Path(folder) / "found.csv"
        with there.open("w", newline="") as file:
            rows = [
                {"unique_id": str(each.rid), "who": str(who)} | _columns(each)
                for each, who in zip(read, whos, strict=True)
            ]
            out = csv.DictWriter(file, list(rows[0]))
            out.writeheader()
            out.writerows(rows)
        subprocess.run([python, Path(__file__).with_name("splink_peer.py"), there, back], check=True)
        with back.open() as file:
            (seconds,), *pairs = csv.reader(file)
    ways = {
        f"Splink, probability {least}": {
            (min(int(a), int(b)), max(int(a), int(b))) for a, b, sure in pairs if float(sure) >= least
        }
        for least in (0.5, 0.9, 0.99)
    }
    return float(seconds), ways


def main() -> None:
    """Invent, read, link twice, and print a line for each way of counting."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--splink", help="the Python of an environment with Splink 5")
    args = parser.parse_args()
    whos, homes, texts = zip(*invent(args.reports), strict=True)
    began = time.perf_counter()
    read = [told(number, text, {}, "Havenstad") for number, text in enumerate(texts)]
    print(f"{args.reports:,} reports read in {time.perf_counter() - began:.1f} s; both sides link what was read")
    right = _right(list(whos))
    began = time.perf_counter()
    found = list(links(read))
    rows = [(time.perf_counter() - began, _ways(found))]
    if args.splink:
        rows.append(_splink(args.splink, read, whos))
    else:
        print(
            "Splink is left out: give the Python of an environment that has it with --splink (pip install splink)."
        )
    print(f"{len(right):,} pairs are about the same person\n")
    print(
        "| way | seconds from scratch | pairs | recall | precision | same person or same address |\n|---|---|---|---|---|---|"
    )
    for seconds, ways in rows:
        for name, pairs in ways.items():
            good, there = len(pairs & right), sum(whos[a] == whos[b] or homes[a] == homes[b] for a, b in pairs)
            shares = [good / len(right), good / max(1, len(pairs)), there / max(1, len(pairs))]
            print(f"| {name} | {seconds:.1f} | {len(pairs):,} | {' | '.join(f'{each:.3f}' for each in shares)} |")


if __name__ == "__main__":
    main()
