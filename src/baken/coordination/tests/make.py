"""Builders for tests: an invented case, fixed values."""

from typing import Any

from baken.accounts.models import User
from baken.coordination import services
from baken.coordination.models import Case, Track
from baken.signals.models import Report

PICTURE = "Mensen slapen in de loods aan de verzonnen Zuidkade en krijgen geen loon."


def make_case(by: User, *, report: Report | None = None, **values: Any) -> Case:
    """A case that `by` opened, with a working name."""
    known = {"form": f"casus-{Case.objects.count():020d}", "name": "Loods aan de kade", "picture": PICTURE}
    return services.open_case(services.Told(**(known | values)), by=by, report=report)


def make_track(case: Case, kind: str = "victim", name: str = "Slachtoffer A") -> Track:
    """A track of this case."""
    said = f"Wat wij weten van {name}: slaapt in de loods."
    return services.add_track(case, kind=kind, name=name, summary=said, by=case.director)
