"""`python -m benchmarks.links [--most 1000000]`: what a new report costs in tokens and look-up while the table of tokens grows.

On SQLite, and on a PostgreSQL of its own where one is installed. Everything is invented. Each size: NEW new reports; the median
and the 95th percentile in milliseconds of storing its tokens (with the durable commit), of asking who else holds them, and
of that with keeping what was found (with the commit); and how much slower each is than with 10 thousand tokens. A tenth
of the new reports shares a plate with an earlier one.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.proof.postgres import postgres

NEW, A_REPORT, BATCH = 200, 10, 100_000  # new reports a size, tokens a report, rows at once
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MOST_REPORTS = 100_000
LETTERS = "BDFGHJKLNPRSTVXZ"


def _story(chance: random.Random, number: int) -> str:
    plate = "12-BCD-3" if number % 10 == 0 else _plate(chance)
    phone = f"06-{chance.randrange(10_000_000, 99_999_999)}"
    house, code = chance.randrange(1, 300), f"{chance.randrange(1000, 9999)} AB"
    return (
        f"Een bus met kenteken {plate} brengt elke ochtend mannen naar Dorpsstraat {house}, {code}. Ze bellen met {phone}. "
        f"Een man die Piet Jansen heet, geboren {chance.randrange(1, 28)}-3-{chance.randrange(1950, 2000)}, haalt het geld op."
    )


def _plate(chance: random.Random) -> str:
    return f"{chance.randrange(10, 99)}-{''.join(chance.choices(LETTERS, k=3))}-{chance.randrange(1, 9)}"


def _fill(place: Any, chance: random.Random, size: int) -> None:
    """Reports and random tokens until there are `size` tokens."""
    from django.db import connection, transaction

    from baken.signals.models import Report, TraitToken

    known = Report.objects.filter(municipality=place).values_list("pk", flat=True)
    short = min(size // A_REPORT, MOST_REPORTS) - known.count()
    example = known.model.objects.filter(municipality=place)[0]
    skip = {"id", "rank", "code_hash", "form_hash"}
    copied = {
        f.attname: getattr(example, f.attname) for f in example._meta.concrete_fields if f.attname not in skip
    }
    copied |= dict.fromkeys(("story", "assessment", "ticks"), None)
    for start in range(0, short, BATCH):
        Report.objects.bulk_create(
            Report(**copied, code_hash=f"{size}-{start + n}", form_hash=f"{size}-{start + n}")
            for n in range(min(BATCH, short - start))
        )
    _hurry(hurry=True)
    holders = [Report._meta.pk.get_db_prep_value(pk, connection) for pk in known]
    home = Report._meta.pk.get_db_prep_value(place.pk, connection)
    short = size - TraitToken.objects.count()
    while short > 0:
        rows = [(chance.choice(holders), home, False, chance.randbytes(16)) for _ in range(min(BATCH, short))]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO signals_traittoken (report_id, municipality_id, regional, token) VALUES (%s, %s, %s, %s)",
                rows,
            )
        short -= len(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    _hurry(hurry=False)


def _hurry(*, hurry: bool) -> None:
    """SQLite fills without waiting for the disk, and is measured as it is shipped."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={'OFF' if hurry else 'FULL'}")
            cursor.execute(f"PRAGMA cache_size={-800_000 if hurry else -16_000}")


def _took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _measure(place: Any, chance: random.Random) -> list[list[float]]:
    """How long storing, asking and the whole look-up took, for each of NEW reports."""
    from baken.links import finding
    from baken.signals import holders, tokens
    from baken.signals.models import Report, TraitList
    from baken.signals.services import hash_of

    took: list[list[float]] = [[], [], []]
    example = Report.objects.filter(municipality=place)[0]
    skip = {"id", "rank", "code_hash", "form_hash", "story"}
    copied = {
        f.attname: getattr(example, f.attname) for f in example._meta.concrete_fields if f.attname not in skip
    }
    for number in range(NEW):
        key = hash_of(str(chance.random()))
        report = Report(**copied, story=_story(chance, number), code_hash=key, form_hash=key)
        report.municipality = place
        report.save(force_insert=True)
        took[0].append(_took(partial(tokens.index_report, report)))
        told = TraitList.objects.select_related("report__municipality").get(report=report)
        took[1].append(_took(partial(holders.shared_with, told, regional=False)))
        took[2].append(_took(partial(finding.look_up, place.pk)))
    assert not TraitList.objects.filter(searched=False).exists()
    return took


def run(most: int) -> None:
    """Fill and measure in the database of the environment; prints a line a size."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from baken.accounts.models import Ground
    from baken.accounts.tests.make import make_municipality, make_person
    from baken.links.models import RegionalHit, ReportLink
    from baken.links.tests.make import make_ground
    from baken.privacy import master
    from baken.signals.tests.make import make_report

    master.create(settings.MASTER_KEY_FILE)
    call_command("migrate", verbosity=0)
    chance, place = random.Random(1), make_municipality("Havenstad")
    make_person("Amina Haddou", place, "focal_officer")
    make_report(place)
    make_ground(place, Ground.What.MATCHING)
    first: list[float] = []
    for size in [each for each in SIZES if each <= most]:
        _fill(place, chance, size)
        took = _measure(place, chance)
        middle = [statistics.median(each) for each in took]
        first = first or middle
        late = [statistics.quantiles(each, n=20)[-1] for each in took]
        cells = [f"{m:.2f} / {p:.2f} ({m / f:.2f} ×)" for m, p, f in zip(middle, late, first, strict=True)]
        print(f"| {connection.vendor} | {size:,} | {' | '.join(cells)} |", flush=True)
    assert ReportLink.objects.exists()
    assert not RegionalHit.objects.exists()


def main() -> None:
    """SQLite first, then PostgreSQL, each in a process and a folder of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=SIZES[2])
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        run(args.most)
        return
    print("| database | tokens | store | ask who holds them | ask and keep |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder, postgres(Path(folder)) as address:
        for url in filter(None, ["sqlite", address]):
            data = Path(folder) / url[:6]
            words = [sys.executable, "-m", "benchmarks.links", "--inside", "--most", str(args.most)]
            env = {"DJANGO_SETTINGS_MODULE": "baken.config.settings", "BAKEN_DATA": str(data), "BAKEN_DEMO": "ja"}
            env["DATABASE_URL"] = "" if url == "sqlite" else url
            subprocess.run(words, env=os.environ | env, check=True)


if __name__ == "__main__":
    main()
