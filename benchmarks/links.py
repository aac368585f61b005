"""`python -m benchmarks.links [--most 10000000] [--only sqlite]`: what a new report costs in tokens and look-up while the table of tokens grows.

On SQLite, and on a PostgreSQL of its own where one is installed (`apt install postgresql`). Everything is invented. Each size: NEW
new reports; in milliseconds the median and the 95th percentile on the clock and the median of processor time (of Baken, and of the
process of PostgreSQL that serves it) of storing its tokens (with the durable commit), of asking who else holds them, and of that with
keeping what was found (with the commit). Between brackets how many times more processor time it takes than with 10 thousand tokens:
other work on the machine makes the clock run on, and that hardly. Each size has a database of its own and they take turns. A tenth of
the new reports shares a plate.

The new reports go through the rooms as in the office. The tokens that only make the table large are random bytes of the right
length, made by the database with the indexes built afterwards: what they stand for does not matter for what a look-up costs.
How good links are beside another program is measured by `benchmarks.linking`.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

NEW, WARM, A_REPORT, BATCH = (
    300,
    25,
    10,
    100_000,
)  # new reports a size, those before them, tokens a report, rows at once
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
    from django.db import connection

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
    with _in_a_hurry(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE holder AS SELECT row_number() OVER () AS n, id FROM signals_report")
        cursor.execute("CREATE UNIQUE INDEX holder_n ON holder (n)")
        home = Report._meta.pk.get_db_prep_value(place.pk, connection)
        there = TraitToken.objects.count()
        for start in range(there, size, BATCH):
            cursor.execute(FILL[connection.vendor], [start, min(start + BATCH, size) - 1, home, known.count()])


# Random tokens of the right length, each with one of the reports.
_ROWS = (
    "INSERT INTO signals_traittoken (report_id, municipality_id, regional, token)"
    " SELECT holder.id, %s, {false}, {token} FROM counted JOIN holder ON holder.n = 1 + (counted.x * 7919) %% %s"
)
FILL = {
    "sqlite": "WITH RECURSIVE counted(x) AS (SELECT %s UNION ALL SELECT x + 1 FROM counted WHERE x < %s) "
    + _ROWS.format(false="0", token="randomblob(16)"),
    "postgresql": "WITH counted AS (SELECT x FROM generate_series(%s::bigint, %s::bigint) AS x) "
    + _ROWS.format(false="false", token="decode(md5(random()::text || x), 'hex')"),
}
INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'signals_traittoken' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'signals_traittoken' AND indexname NOT LIKE '%pkey'",
}
HURRY = {
    "sqlite": ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-800000"),
    "postgresql": ("SET session_replication_role=replica", "SET maintenance_work_mem='1GB'"),
}
AS_SHIPPED = {
    "sqlite": ("PRAGMA synchronous=FULL", "PRAGMA cache_size=-16000"),
    "postgresql": ("SET session_replication_role=DEFAULT",),
}


SETTLED = {"sqlite": ("ANALYZE",), "postgresql": ("VACUUM ANALYZE", "CHECKPOINT")}


@contextmanager
def _in_a_hurry() -> Iterator[None]:
    """The table fills without its indexes and without waiting for the disk; afterwards all is as it is shipped."""
    from django.db import connection

    vendor = connection.vendor
    with connection.cursor() as cursor:
        for words in HURRY[vendor]:
            cursor.execute(words)
        cursor.execute(INDEXES[vendor])
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
    yield
    with connection.cursor() as cursor:
        for _, words in indexes:
            cursor.execute(words)
        for words in AS_SHIPPED[vendor]:
            cursor.execute(words)


def _took(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock, and of processor time: of this process and of the one of PostgreSQL that serves it."""
    began, worked = time.perf_counter(), _worked()
    act()
    return (time.perf_counter() - began) * 1000, (_worked() - worked) * 1000


def _worked() -> float:
    from django.db import connection

    server = 0
    if connection.vendor == "postgresql":
        pid = connection.connection.info.backend_pid
        server = int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    return time.process_time() + server / 1e9


def _measure(place: Any, chance: random.Random, number: int) -> list[tuple[float, float]]:
    """How long storing, asking and the whole look-up took for one new report."""
    from baken.links import finding, holders
    from baken.signals import tokens
    from baken.signals.models import Report, TraitList
    from baken.signals.services import hash_of

    example = Report.objects.filter(municipality=place)[0]
    skip = {"id", "rank", "code_hash", "form_hash", "story"}
    copied = {
        f.attname: getattr(example, f.attname) for f in example._meta.concrete_fields if f.attname not in skip
    }
    key = hash_of(str(chance.random()))
    report = Report(**copied, story=_story(chance, number), code_hash=key, form_hash=key)
    report.municipality = place
    report.save(force_insert=True)
    stored = _took(partial(tokens.index_report, report))
    told = TraitList.objects.select_related("report__municipality").get(report=report)
    asked = _took(partial(holders.shared_with, told, regional=False))
    return [stored, asked, _took(partial(finding.look_up, place.pk))]


def inside(size: int) -> None:
    """Fill the database of the environment; then for every line that comes in measure one new report and say what it took."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from baken.accounts.models import Ground
    from baken.accounts.tests.make import make_municipality, make_person
    from baken.links.models import ReportLink
    from baken.links.tests.make import make_ground
    from baken.privacy import master
    from baken.signals.tests.make import make_report

    master.create(settings.MASTER_KEY_FILE)
    call_command("migrate", verbosity=0)
    chance, place = random.Random(1), make_municipality("Havenstad")
    make_person("Amina Haddou", place, "focal_officer")
    make_report(place)
    make_ground(place, Ground.What.MATCHING)
    _fill(place, chance, size)
    with connection.cursor() as cursor:
        for words in SETTLED[connection.vendor]:
            cursor.execute(words)
    print("ready", flush=True)
    for number, _ in enumerate(sys.stdin):
        print(json.dumps(_measure(place, chance, number)), flush=True)
    assert ReportLink.objects.exists()


def in_turns(vendor: str, url: str, sizes: Sequence[int], data: Path) -> None:
    """A database a size; each round one new report in each, so that what the machine does meanwhile hits all alike."""
    offices = []
    for size in sizes:
        words = [sys.executable, "-m", "benchmarks.links", "--inside", str(size)]
        env = {
            "DJANGO_SETTINGS_MODULE": "baken.config.settings",
            "BAKEN_DATA": str(data / f"{vendor}-{size}"),
            "BAKEN_DEMO": "ja",
        }
        env["DATABASE_URL"] = url and f"{url}/t{size}"
        office = subprocess.Popen(
            words, env=os.environ | env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        began = time.perf_counter()
        assert _line(office) == "ready"
        print(f"{vendor}: filled to {size:,} in {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
        offices.append(office)
    took: list[list[list[list[float]]]] = [[] for _ in sizes]
    for _ in range(WARM + NEW):
        for place in random.sample(range(len(sizes)), len(sizes)):
            offices[place].stdin.write("\n")
            offices[place].stdin.flush()
            took[place].append(json.loads(_line(offices[place])))
    for office in offices:
        office.stdin.close()
        assert office.wait() == 0
    _tell(vendor, sizes, [list(zip(*each[WARM:], strict=True)) for each in took])


def _line(office: Any) -> str:
    return str(office.stdout.readline()).strip()


def _tell(vendor: str, sizes: Sequence[int], took: list[list[tuple[list[float], ...]]]) -> None:
    first = [statistics.median(work for _, work in each) for each in took[0]]
    for size, columns in zip(sizes, took, strict=True):
        cells = []
        for each, floor in zip(columns, first, strict=True):
            clock, work = zip(*each, strict=True)
            middle, busy = statistics.median(clock), statistics.median(work)
            late = statistics.quantiles(clock, n=20)[-1]
            cells.append(f"{middle:.2f} / {late:.2f}, {busy:.2f} ({busy / floor:.2f} ×)")
        print(f"| {vendor} | {size:,} | {' | '.join(cells)} |", flush=True)


@contextmanager
def _postgres(folder: Path, sizes: Sequence[int]) -> Iterator[str | None]:
    """The address of a PostgreSQL of our own in `folder`, with a database a size; None where it is not installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not programs:
        yield None
        return
    here = programs[-1].parent
    data, socket = folder / "pg", folder / "socket"
    for each in (data, socket):
        each.mkdir()
    as_who: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL does not run as root
        as_who = ["runuser", "-u", "postgres", "--"]
        folder.chmod(0o711)
        subprocess.run(["chown", "postgres", data, socket], check=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    subprocess.run([*as_who, here / "initdb", "-D", data, "-A", "trust", "-U", "baken"], **quiet)
    words = f"-k {socket} -c listen_addresses='' -c shared_buffers=512MB"
    subprocess.run([*as_who, here / "pg_ctl", "-D", data, "-o", words, "-w", "start"], **quiet)
    for size in sizes:
        subprocess.run([*as_who, here / "createdb", "-h", socket, "-U", "baken", f"t{size}"], check=True)
    try:
        yield f"postgres://baken@{str(socket).replace('/', '%2F')}"
    finally:
        subprocess.run([*as_who, here / "pg_ctl", "-D", data, "-m", "fast", "stop"], **quiet)


def main() -> None:
    """SQLite first, then PostgreSQL, each in a folder of its own; a size that was not asked for is left out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--only", choices=sorted(INDEXES), help="leave the other database out")
    parser.add_argument("--inside", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        inside(args.inside)
        return
    sizes = [each for each in SIZES if each <= args.most]
    print("| database | tokens | store | ask who holds them | ask and keep |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder, _postgres(Path(folder), sizes) as address:
        if args.only != "postgresql":
            in_turns("sqlite", "", sizes, Path(folder))
        if args.only == "sqlite":
            return
        if address:
            in_turns("postgresql", address, sizes, Path(folder))
        else:
            print("PostgreSQL is not installed here: left out.", file=sys.stderr)


if __name__ == "__main__":
    main()
