"""Every text of a case, with what it is. Minutes hold notes, decisions and action points of the case: those stand here."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from baken.casework.models import ActionPoint, CaseNote, Closure, Decision, Goal
from baken.consent.models import Consent
from baken.coordination.models import Case, CaseEvent, Track
from baken.letters.models import CaseLetter
from baken.oversight.models import DataRequest
from baken.oversight.search import is_about
from baken.persons import services
from baken.sharing.models import DisclosedContent
from baken.sharing.package import Package

STEP = 25


def texts_of(case: Case) -> list[tuple[str, str]]:
    """What stands in a case: what it is, and the words."""
    return [(title, text.strip()) for title, text in _every(case) if text.strip()]


def _every(case: Case) -> Iterator[tuple[str, str]]:
    yield _("Het beeld"), case.picture
    for track in Track.objects.filter(case=case):
        yield (
            _("Spoor: %(kind)s") % {"kind": str(track.get_kind_display()).lower()},
            f"{track.name}\n{track.summary}",
        )
    for answers in (case.recorded or {}).values():
        yield _("Vastgelegd bij een fase"), "\n".join(answers.values())
    for answer in (case.criteria or {}).values():
        yield _("Criteria van het Zorg- en Veiligheidshuis"), answer.get("why", "")
    yield from _work(case)
    for consent in Consent.objects.filter(case=case):
        yield _("Toestemming"), "\n".join([consent.said, consent.agreed_by, consent.withdrawn_words])
    yield from _given(case)
    for happened in CaseEvent.objects.filter(case=case):
        yield _("Eerdere tekst of reden"), happened.text


def _work(case: Case) -> Iterator[tuple[str, str]]:
    for goal in Goal.objects.filter(case=case):
        yield _("Doel van het plan"), goal.text
    for action in ActionPoint.objects.filter(case=case):
        yield _("Actiepunt"), f"{action.text}\n{action.result}"
    for decision in Decision.objects.filter(case=case):
        yield _("Besluit"), decision.text
    for note in CaseNote.objects.filter(case=case):
        yield _("Aantekening"), note.text
    for closing in Closure.objects.filter(case=case):
        yield _("Afsluiting"), closing.lesson


def _given(case: Case) -> Iterator[tuple[str, str]]:
    for letter in CaseLetter.objects.filter(case=case, disclosure=None):
        yield _("Brief"), Package.of(letter.package).as_text()
    for content in DisclosedContent.objects.filter(disclosure__from_case__case=case):
        yield _("Verstrekt aan een ander"), Package.of(content.package).as_text()


def search(request: DataRequest) -> int:
    """Look for who asks in every case of the municipality; gives how many were found. Who leads such a case is told."""
    count, every = 0, Case.objects.filter(municipality=request.municipality)
    for case in every.select_related("director").iterator(chunk_size=STEP):
        if is_about(request.name, [text for _title, text in [("", case.name), *texts_of(case)]]):
            count += services.find(request, case, by=None)
    return count
