"""The pack for access (inzage): what concerns the person who asks, with everybody else masked. A person checks each part."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.oversight.search import is_about
from baken.signals import access as reports
from baken.signals.models import Report, ReportFile
from baken.traits import spans_to_mask

BLOCK = "█████"


@dataclass(frozen=True)
class Part:
    """One text of a report, masked, or one file as it is. `ticked`: proposed to go along; notes and files only when a person says so."""

    id: str
    title: str
    text: str
    ticked: bool = True
    file: ReportFile | None = None


def masked(text: str, name: str) -> str:
    """The text without personal data of others; what names the person who asks stays readable."""
    told, place = [], 0
    for span in spans_to_mask(text):
        piece = text[span.start : span.end]
        if span.what == "person" and is_about(name, [piece]):
            continue
        told += [text[place : span.start], BLOCK]
        place = span.end
    return "".join([*told, text[place:]])


def parts_of(about: Iterable[Report], name: str) -> list[Part]:
    """Every text of these reports. Who reported, and how to reach them, is never among them: the source is protected."""
    found = []
    for report in about:
        texts = [(_("Wat er gemeld is"), report.story, True), (_("Waar"), report.place, True)]
        texts += [(_("Wanneer"), report.moment, True)]
        talk = reports.talk_of(report)
        texts += [(_("Bericht"), each.text, False) for each in talk]
        texts += [(_("Weging"), each.reason, True) for each in reports.weighings_of(report)]
        texts += [(_("Notitie van collega's"), each.text, False) for each in reports.notes_of(report)]
        found += [
            Part(f"{report.number}-{place}", f"{report.number} · {title}", masked(text, name), ticked)
            for place, (title, text, ticked) in enumerate(texts)
            if text
        ]
        title = _("Bijlage")
        files = [*reports.files_of(report), *(file for each in talk for file in each.files.all())]
        found += [
            Part(f"{report.number}-{each.number}", f"{report.number} · {title}", each.safe_name, False, each)
            for each in files
        ]
    return found


def as_zip(parts: Iterable[Part], files: Iterable[ReportFile]) -> bytes:
    """A ZIP with one text file, and the files that a person looked at. File names and times say nothing of the person or the day."""
    body = "\n\n".join(f"{part.title}\n{'-' * len(part.title)}\n{part.text}" for part in parts)
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(zipfile.ZipInfo("inzage.txt", (1980, 1, 1, 0, 0, 0)), body + "\n")
        for each in files:
            pack.writestr(zipfile.ZipInfo(each.safe_name, (1980, 1, 1, 0, 0, 0)), each.content)
    return told.getvalue()
