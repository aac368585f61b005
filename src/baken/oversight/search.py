"""Searching the reports of a municipality for a person who asks about their own data. A person judges what is found."""

from baken.oversight import services
from baken.oversight.models import DataRequest
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.traits.compare import Told, links
from baken.traits.letters import latin
from baken.traits.person import found, normalise
from baken.traits.trait import Kind, Trait

STEP = 25
FIELDS = ("story", "place", "moment", "earlier", "reporter_name")


def texts_of(report: Report) -> list[str]:
    """Every text of a report: what was told, messages, notes and weighings."""
    told = [str(getattr(report, name)) for name in FIELDS]
    told += [message.text for message in Message.objects.filter(report=report)]
    told += [note.text for note in InternalNote.objects.filter(report=report)]
    return told + [weighing.reason for weighing in Weighing.objects.filter(report=report)]


def _people(rid: str, texts: list[str]) -> Told:
    traits = [
        Trait(Kind.PERSON, each.value, each.start, each.end, text[each.start : each.end], each.strength)
        for text in texts
        for each in found(text)
    ]
    return Told(rid, tuple(traits))


def is_about(name: str, texts: list[str]) -> bool:
    """Whether one of the texts names this person: the same name written otherwise, or the whole name in plain letters.

    Rather too much than too little: a person looks at each. A first name alone is not enough.
    """
    value = normalise(name)
    if not value:
        return False
    if any(f" {value} " in f" {latin(text)} " for text in texts):
        return True
    asked = _people("asked", [name])
    return bool(asked.traits) and any(True for _ in links((asked, _people("report", texts))))


def run(request: DataRequest) -> int:
    """Look at every report of the municipality; gives how many were found. Shows how far it is in `scan_done`."""
    reports, count = Report.objects.filter(municipality=request.municipality), 0
    for done, report in enumerate(reports.iterator(chunk_size=STEP), 1):
        if is_about(request.name, texts_of(report)):
            count += services.add_found(request, report, by=None)
        if done % STEP == 0:
            DataRequest.objects.filter(pk=request.pk).update(scan_done=done)
    total = reports.count()
    DataRequest.objects.filter(pk=request.pk).update(scan_done=total, scan_total=total, scan_state="done")
    return count
