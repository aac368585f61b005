"""The register as CSV, for the privacy officer: that something was given, to whom and on what, never what was in it."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.catalogue import load
from baken.sharing.models import Disclosure
from baken.sharing.words import CASE_PARTS, KINDS, PARTS

LETTER = {"report": "M", "case": "C"}


def lines(disclosures: Iterable[Disclosure]) -> Iterator[str]:
    """A heading, and a line a disclosure."""
    heads = (_("Kenmerk"), _("Dag"), _("Waarover"), _("Aan"), _("Doel"), _("Grondslag"), _("Wat"), _("Niet afgeschermd"),
             _("Hoe"), _("Door"), _("Wat volgde"))  # fmt: skip
    yield "\ufeff" + _line(heads)  # spreadsheets then read UTF-8
    for each in disclosures:
        yield _line(_cells(each))


def _cells(each: Disclosure) -> Iterator[str]:
    ground = load().grounds.get(each.ground)
    yield from (each.number, timezone.localtime(each.at).date().isoformat(), _about(each), each.recipient_name)
    yield from (each.purpose_name, ground.title.say(get_language() or "nl") if ground else each.ground)
    yield ", ".join(str(PARTS.get(part) or CASE_PARTS.get(part, part)) for part in each.parts)
    yield ", ".join(str(KINDS.get(kind, kind)) for kind in each.shown)
    yield _("rechtstreeks") if each.direct else _("bestand")
    yield str(each.by.name)
    yield ", ".join(event.get_kind_display() for event in each.events.all())


def _about(each: Disclosure) -> str:
    letter = LETTER.get(each.subject_kind, "")
    return f"{letter}-{each.subject_id.replace('-', '')[:6].upper()}" if letter else each.subject_kind


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow([_safe(str(cell)) for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    """A spreadsheet must not read a name as a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
