"""`python -m benchmarks.cases`: the list of 100,000 cases beside a plain Django list of 25 rows, asked in turns in one process.

For who leads them all, for a partner who was let in to a thousand of them, and for a colleague who was let in to none. Nothing
in it exists. `--explain` prints how the database goes about it.
"""

import os
import statistics
import sys
import tempfile
import uuid
from datetime import date, timedelta
from typing import Any

from benchmarks import __main__ as bench
from benchmarks.ask import environ

CASES, GRANTS, SHUT_OUT, REPORTS = 100_000, 1_000, 200, 100
LISTS = ("open", "mijn", "te-laat", "gesloten")


def _cases(by: Any, today: date) -> list[Any]:
    """CASES cases of all phases and urgencies, three in ten of them closed and one in fifty extra secret."""
    from baken.coordination.models import Case
    from baken.coordination.phases import Phase
    from baken.signals.urgency import Urgency

    phases, urgencies = [each for each in Phase if each != Phase.CLOSED], list(Urgency)
    found = []
    for number in range(CASES):
        closed = number % 10 < 3
        found.append(Case(
            municipality_id=by.municipality_id, opened_by=by, director=by, form=uuid.uuid4().hex, name="Loods aan de kade",
            picture="Verzonnen.", recorded={}, criteria={}, phase=Phase.CLOSED if closed else phases[number % len(phases)],
            urgency=urgencies[number % len(urgencies)], secret=number % 50 == 0, opened_on=today - timedelta(days=number % 900),
            phase_since=today, due_on=None if closed else today + timedelta(days=number % 60 - 10),
            closed_on=today - timedelta(days=number % 800) if closed else None,
        ))  # fmt: skip
    made: list[Any] = Case.objects.bulk_create(found, batch_size=500)
    return made


def fill() -> dict[str, str]:
    """The cases, who was let in and who was shut out; gives a cookie a person."""
    from django.utils import timezone

    from baken.accounts.models import User
    from baken.coordination.models import CaseExclusion, CaseGrant

    bench.fill(REPORTS)
    today, now = timezone.localdate(), timezone.now()
    chris, piet, loes, dewi = (
        User.objects.get(email__startswith=f"{name}@havenstad") for name in ("chris", "piet", "loes", "dewi")
    )
    cases = _cases(piet, today)
    about = {"municipality_id": chris.municipality_id, "by": piet, "at": now, "reason": "Proef."}
    CaseGrant.objects.bulk_create([
        CaseGrant(case=case, user=loes, organisation_id=loes.organisation_id, whole=True, purpose="help", ground="wmo-execution", since=today, until=today + timedelta(days=90), **about)
        for case in cases[:: CASES // GRANTS]
    ])  # fmt: skip
    CaseExclusion.objects.bulk_create([CaseExclusion(case=case, user=chris, **about) for case in cases[:SHUT_OUT]])
    return {name: bench.signed_in(user) for name, user in (("chris", chris), ("loes", loes), ("dewi", dewi))}


def explain() -> None:
    """How the database finds the first page of each list for who leads."""
    from django.utils import timezone

    from baken.accounts.models import User
    from baken.coordination import lists

    chris = User.objects.get(email__startswith="chris@havenstad")
    for chosen in LISTS:
        print(chosen, lists.on_list(chris, chosen, today=timezone.localdate())[:25].explain(), sep="\n")


def main() -> None:
    """Fill, measure, and print one line a page."""
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(BAKEN_DATA=data, BAKEN_DEMO="ja")
        from baken.config import start

        start.ready(make_key=True)
        start.tables()
        start.files()
        from django.conf import settings
        from django.core.wsgi import get_wsgi_application

        cookies = fill()
        bench.bare(settings)
        application = get_wsgi_application()
        if "--explain" in sys.argv:
            explain()
        pages: dict[str, Any] = {"bare page, 3 queries": lambda: environ("/kaal/")}
        for name, cookie in cookies.items():
            for chosen in LISTS if name == "chris" else LISTS[:1]:
                path = f"/werk/casussen/?lijst={chosen}"
                pages[f"{name}, {chosen}"] = lambda path=path, cookie=cookie: environ(path, cookie=cookie)
        found = bench.measure(pages, application)
        middle = statistics.median(found["bare page, 3 queries"][0])
        print(f"{CASES} cases{'':20} {'median ms':>10} {'p95 ms':>8} {'x bare':>7}")
        for name, (took, _size) in found.items():
            late = sorted(took)[int(len(took) * 0.95)]
            print(f"{name:32} {statistics.median(took):10.2f} {late:8.2f} {statistics.median(took) / middle:7.2f}")


if __name__ == "__main__":
    main()
