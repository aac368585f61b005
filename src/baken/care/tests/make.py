"""Builders for tests: an invented file of an invented victim."""

from datetime import date
from typing import Any

from baken.accounts.models import User
from baken.care import services
from baken.care.models import CareFile, LegalHappening
from baken.coordination.models import Track
from baken.ui.forms import new_secret


def make_care_file(
    by: User, *, alias: str = "Vrouw A", closed: bool = False, track: Track | None = None, **values: Any
) -> CareFile:
    """Somebody whom this care coordinator took in, not in danger and an adult unless said otherwise."""
    known: dict[str, Any] = {
        "situation": "Slaapt bij een vriendin.",
        "answers": {"immediate_danger": False, "possibly_minor": False},
    }
    file = services.take_in(services.Taken(form=new_secret(), alias=alias, **(known | values)), by=by, track=track)
    if closed:
        services.close(file, by=by, seen=file.revision)
    return CareFile.objects.get(pk=file.pk)


def make_happening(
    file: CareFile, event: str = "aangeboden_bedenktijd", on: date | None = date(2026, 11, 2), **values: Any
) -> LegalHappening:
    """Something that happened: the reflection period was offered, unless said otherwise."""
    services.happened(file, event, on=on, by=file.coordinator, **values)
    return LegalHappening.objects.filter(file=file).latest("at")
