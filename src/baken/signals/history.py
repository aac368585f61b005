"""What happened to a report, out of the trace, in words and without content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.privacy import trace
from baken.signals.models import Report

WORDS: dict[str, "str | Promise"] = {
    "received": _("Ontvangen"),
    "filed": _("Ingediend namens iemand of uit het werk"),
    "code saved": _("Melder bewaarde de code"),
    "seen": _("Gelezen"),
    "added": _("Melder vulde aan"),
    "answered": _("Antwoord aan de melder"),
    "file added": _("Bijlage toegevoegd"),
    "file opened": _("Bijlage opgehaald"),
    "noted": _("Notitie gemaakt"),
    "weighed": _("Gewogen"),
    "returned": _("Melder keek terug"),
    "reporter forgotten": _("Melder haalde naam en contactgegevens weg"),
    "taken": _("Opgepakt"),
    "handed over": _("Overgedragen"),
    "urgency changed": _("Urgentie gewijzigd"),
    "second confirmed": _("Afronden bevestigd door een tweede persoon"),
    "second refused": _("Afronden niet bevestigd"),
    "look along asked": _("Andere gemeente gevraagd mee te kijken"),
    "look along stopped": _("Vraag om mee te kijken ingetrokken"),
    "looked along": _("Gelezen door wie meekijkt"),
    "reopened": _("Heropend"),
    "related": _("Verbonden met een andere melding"),
    "relation undone": _("Verbinding ongedaan gemaakt"),
    "split": _("Gesplitst"),
    "masked": _("Stuk afgeschermd"),
    "unmasked": _("Stuk weer getoond"),
    "erase asked": _("Gevraagd een stuk te wissen"),
    "erase withdrawn": _("Wissen gaat niet door"),
    "erased": _("Stuk gewist"),
    "erasure marked": _("Aangewezen om te wissen"),
    "erasure withdrawn": _("Wissen op verzoek gaat niet door"),
    "link decided": _("Besluit over een verband"),
    "hit asked": _("Vraag aan een andere gemeente"),
    "opened to": _("Nummer en datum gegeven aan een andere gemeente"),
}


@dataclass(frozen=True)
class Event:
    """One line of the timeline; `at` is empty for what a reporter did."""

    on: date
    at: datetime | None
    what: "str | Promise"
    who: str


def history_of(report: Report) -> list[Event]:
    """Newest first; the same thing by the same person on the same day stands there once."""
    lines = trace.lines_of("report", report.pk)
    people = {str(user.pk): user.name for user in User.objects.filter(pk__in=_ids(line.actor for line in lines))}
    found: dict[tuple[date, str, str], Event] = {}
    for line in lines:
        if line.verb in WORDS:
            who = people.get(line.actor, "")
            found[(line.on, line.verb, line.actor)] = Event(line.on, line.at, WORDS[line.verb], who)
    return list(reversed(found.values()))


def _ids(actors: Iterable[str]) -> set[str]:
    return {actor for actor in actors if actor not in (trace.ANONYMOUS, trace.SYSTEM)}
