"""Lines of the trace in words, without content."""

from collections.abc import Iterable
from typing import Any, TypedDict
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.accounts.roles import Role
from baken.oversight.models import DataRequest, ReportMark, Stay
from baken.oversight.terms import KINDS as TERMS
from baken.privacy import trace
from baken.privacy.models import Trace
from baken.sharing.words import VERBS as SHARING_VERBS
from baken.signals.history import WORDS as REPORT_VERBS
from baken.signals.models import number_of
from baken.signals.steps import Outcome
from baken.ui.templatetags.ui import clock, day

VERBS: dict[str, "str | Promise"] = {
    **REPORT_VERBS,
    **SHARING_VERBS,
    "refused": _("Geweigerd"),
    "extended": _("Termijn verlengd"),
    "held": _("Vastgehouden"),
    "hold ended": _("Uitstel beëindigd"),
    "marked": _("Aantekening gemaakt"),
    "mark ended": _("Aantekening beëindigd"),
    "purged": _("Vernietigd"),
    "found": _("Gevonden bij een verzoek"),
    "concerns": _("Gaat over wie het verzoek deed"),
    "does not concern": _("Gaat niet over wie het verzoek deed"),
    "registered": _("Vastgelegd"),
    "identified": _("Identiteit nagegaan"),
    "searched": _("Gezocht op persoon"),
    "packed": _("Dossier voor inzage gemaakt"),
    "decided": _("Besloten"),
    "exported": _("Geëxporteerd"),
    "created": _("Gemaakt"),
    "changed": _("Gewijzigd"),
    "confirmed": _("Nagekeken"),
    "retired": _("Weggehaald"),
    "brought back": _("Teruggezet"),
    "moved away": _("Weg naar een andere gemeente"),
    "moved in": _("Kwam van een andere gemeente"),
    "term confirmed": _("Termijn bevestigd"),
    "roles changed": _("Rollen gewijzigd"),
    "invited": _("Uitgenodigd"),
    "joined": _("Account gemaakt"),
    "deactivated": _("Account gesloten"),
    "reactivated": _("Account geopend"),
    "absence set": _("Afwezigheid gewijzigd"),
    "second step changed": _("Tweede stap gewijzigd"),
}
KINDS: dict[str, "str | Promise"] = {
    "report": _("melding"),
    "request": _("verzoek"),
    "user": _("medewerker"),
    "invitation": _("uitnodiging"),
    "municipality": _("gemeente"),
    "term": _("bewaartermijn"),
    "disclosure": _("verstrekking"),
    "delivery": _("ontvangen pakket"),
    "ground": _("grondslag"),
    "trace": _("spoor"),
    "local contact": _("contactpunt"),
    "local text": _("tekst van de gemeente"),
    "staff": _("medewerker"),
}
ELSEWHERE = {"added": _("Toegevoegd")}  # what a verb says of another record than a report
RIGHTS: dict[tuple[str, str], "str | Promise"] = {
    ("seen", "report"): _("mag meldingen van de gemeente lezen"),
    ("seen", "request"): _("voert verzoeken uit"),
    ("seen", "trace"): _("houdt toezicht"),
    ("refused", "report"): _("mag dit niet zien"),
    ("returned", "report"): _("had de code van de melding"),
}
_SAID = (Outcome, Role, DataRequest.Kind, DataRequest.Decision, ReportMark.Kind, Stay.Kind)
_WHY: dict[str, Any] = {value: label for words in _SAID for value, label in words.choices}
_WHY |= {kind.id: kind.name for kind in TERMS.values()}


class Row(TypedDict):
    """One line in words."""

    number: int
    on: str
    at: str
    who: str
    what: str
    which: str
    record: str
    why: str


def called(kind: str, record: str) -> str:
    """How people call a record: M-ABC123 for a report, V-ABC123 for a request, otherwise the beginning of its id."""
    try:
        pk = UUID(record)
    except ValueError:
        return str(TERMS[record].name) if record in TERMS else ""
    if kind == "report":
        return number_of(pk)
    return f"V-{pk.hex[:6].upper()}" if kind == "request" else pk.hex[:8]


def rows(lines: Iterable[Trace], names: dict[str, str]) -> list[Row]:
    """The lines in the order given. `names` are of colleagues, by id."""
    known = {trace.ANONYMOUS: gettext("Iemand zonder account"), trace.SYSTEM: gettext("Baken zelf"), **names}
    return [
        Row(
            number=line.number,
            on=day(line.on),
            at=clock(line.at),
            who=known.get(line.actor, gettext("Iemand die weg is")),
            what=_say(VERBS if line.kind == "report" else {**VERBS, **ELSEWHERE}, line.verb),
            which=_say(KINDS, line.kind),
            record=called(line.kind, line.record),
            why=_say(_WHY, line.why) if line.why else str(RIGHTS.get((line.verb, line.kind), "")),
        )
        for line in lines
    ]


def _say(words: dict[str, Any], key: str) -> str:
    return str(words.get(key, key))
