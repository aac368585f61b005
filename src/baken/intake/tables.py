"""Reading an uploaded CSV or XLSX in memory, as plain text. Nothing in it is ever run, and nothing is written to disk."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

MOST_BYTES = 2_000_000
MOST_UNPACKED = 30_000_000
MOST_LINES = 2_000
MOST_COLUMNS = 30
FORMULA = "\x00formula"  # stands in a cell that holds a formula; no text can hold this sign

Table = list[tuple[int, list[str]]]


class NotReadable(ValueError):
    """The file cannot be used; the message says what to do, for who uploaded it."""


def read(data: bytes) -> Table:
    """The filled lines of the first sheet, each with its number as spreadsheets count. The kind is seen by content."""
    if not data.strip():
        raise NotReadable(_("Dit bestand is leeg. Kies een bestand met meldingen."))
    found = _sheet(data) if data.startswith(b"PK\x03\x04") else _text(data)
    lines = [(number, cells) for number, cells in islice(found, MOST_LINES + 2) if any(cells)]
    if len(lines) > MOST_LINES + 1:
        raise NotReadable(
            _("Dit zijn meer dan %(most)d regels. Splits het bestand en neem het in delen over.")
            % {"most": MOST_LINES}
        )
    return lines


def _text(data: bytes) -> Iterator[tuple[int, list[str]]]:
    if b"\x00" in data:
        raise NotReadable(_("Dit is geen CSV of XLSX. Bewaar het bestand in Excel als CSV of XLSX."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 1
    try:
        for row in rows:
            yield number, [cell.strip() for cell in row[:MOST_COLUMNS]]
            number += 1
    except csv.Error:
        raise NotReadable(
            _("Regel %(number)d is niet te lezen. Kijk of de aanhalingstekens kloppen.") % {"number": number}
        ) from None


def _sheet(data: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _safe(packed.infolist())
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        rows: Iterable[Any] = sheet.iter_rows(max_row=MOST_LINES + 2, max_col=MOST_COLUMNS)
        yield from ((number, [_cell(cell) for cell in row]) for number, row in enumerate(rows, 1))
    except NotReadable:
        raise
    except Exception as error:  # whatever a damaged or hostile file does inside the library
        raise NotReadable(
            _("Dit bestand is beschadigd of geen gewone XLSX. Bewaar het opnieuw als XLSX of CSV.")
        ) from error


def _safe(parts: list[zipfile.ZipInfo]) -> None:
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise NotReadable(_("In dit bestand zitten macro's. Bewaar het als gewone XLSX, zonder macro's."))
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotReadable(_("Dit bestand is uitgepakt te groot. Bewaar alleen de meldingen in een nieuw bestand."))


def _cell(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return FORMULA
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
