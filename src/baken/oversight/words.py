"""Lines of the trace in words, without content."""

from collections.abc import Iterable
from typing import Any, TypedDict
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.accounts.roles import Role
from baken.oversight.models import DataRequest, ReportMark, Stay
from baken.privacy import origin, spoken, trace
from baken.privacy.models import Trace
from baken.privacy.terms import KINDS as TERMS
from baken.privacy.together import together
from baken.signals.history import WORDS as REPORT_VERBS
from baken.signals.models import number_of
from baken.signals.steps import Outcome
from baken.ui.templatetags.ui import clock, day

VERBS: dict[str, "str | Promise"] = {
    **REPORT_VERBS,
    "refused": _("Geweigerd"), "extended": _("Termijn verlengd"), "held": _("Vastgehouden"),
    "hold ended": _("Uitstel beëindigd"), "marked": _("Aantekening gemaakt"),
    "mark ended": _("Aantekening beëindigd"), "purged": _("Vernietigd"),
    "found": _("Gevonden bij een verzoek"), "concerns": _("Gaat over wie het verzoek deed"),
    "does not concern": _("Gaat niet over wie het verzoek deed"), "registered": _("Vastgelegd"),
    "identified": _("Identiteit nagegaan"), "searched": _("Gezocht op persoon"),
    "packed": _("Dossier voor inzage gemaakt"), "decided": _("Besloten"), "exported": _("Geëxporteerd"),
    "created": _("Gemaakt"), "changed": _("Gewijzigd"), "term confirmed": _("Termijn bevestigd"),
    "sent again": _("Melder verstuurde nog eens"), "links seen": _("Verbanden bekeken"),
    "network seen": _("Netwerk bekeken"), "asked": _("Vraag gesteld"), "granted": _("Vraag beantwoord"),
    "delays seen": _("Uitstel bekeken"), "made": _("Gemaakt"), "revoked": _("Ingetrokken"),
    "withdrawn": _("Ingetrokken"), "uploaded": _("Bestand aangeboden om over te nemen"),
    "import begun": _("Overnemen begonnen"), "import dropped": _("Overnemen gestopt"),
    "imported": _("Overgenomen uit een bestand"), "terms set": _("Werktermijnen gewijzigd"),
    "postcodes set": _("Postcodes gewijzigd"), "switched on matching": _("Vergelijken aangezet"),
    "switched off matching": _("Vergelijken uitgezet"),
    "switched on regional": _("Vergelijken in de regio aangezet"),
    "switched off regional": _("Vergelijken in de regio uitgezet"),
    "switched on person_search": _("Zoeken op persoon aangezet"),
    "switched off person_search": _("Zoeken op persoon uitgezet"), "signed in": _("Aangemeld"),
    "taken in a case": _("In een casus genomen"), "password changed": _("Wachtwoord gewijzigd"),
    "desk set": _("Eigen instelling gewijzigd"),
}  # fmt: skip
KINDS: dict[str, "str | Promise"] = {
    "look along": _("vraag om mee te kijken"), "link": _("verband"), "ground": _("grondslag"), "report": _("melding"), "request": _("verzoek"), "term": _("bewaartermijn"), "trace": _("spoor"), "staff": _("medewerker"),
    "report link": _("link om één keer te melden"), "application": _("koppeling"),
    "import": _("over te nemen bestand"), "delivery": _("ontvangen pakket"),
    "hit request": _("vraag over een treffer"),
}  # fmt: skip
OF_PEOPLE = ("user", "staff")
RIGHTS: dict[tuple[str, str], "str | Promise"] = {
    ("seen", "report"): _("mag meldingen van de gemeente lezen"),
    ("seen", "request"): _("voert verzoeken uit"),
    ("seen", "trace"): _("houdt toezicht"),
    ("refused", "report"): _("mag dit niet zien"),
    ("returned", "report"): _("had de code van de melding"),
}
ORIGINS: dict[str, "str | Promise"] = {
    origin.DESK: _("werkplek"), origin.SIGN_IN: _("aanmelden"), origin.API: _("koppeling"),
    origin.PUBLIC: _("website"), origin.PROGRAM: _("Baken zelf"),
}  # fmt: skip
RESULTS: dict[str, "str | Promise"] = {trace.DONE: _("gelukt"), trace.REFUSED: _("geweigerd")}
_SAID = (Outcome, Role, DataRequest.Kind, DataRequest.Decision, ReportMark.Kind, Stay.Kind)
_WHY: dict[str, Any] = {value: label for words in _SAID for value, label in words.choices}
_WHY |= {kind.id: kind.name for kind in TERMS.values()}


def verbs() -> list[tuple[str, str]]:
    """Everything that can stand in the trace as done: the verbs with commas between, and the word they share."""
    said = {verb: str(word) for verb, word in (spoken.verbs() | VERBS).items()}
    return [(",".join(verb for verb in said if said[verb] == word), word) for word in sorted(set(said.values()))]


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
    origin: str
    result: str


def called(kind: str, record: str, names: dict[str, str]) -> str:
    """How people call a record: a colleague by name, M-ABC123 for a report, otherwise the beginning of its id."""
    try:
        pk = UUID(record)
    except ValueError:
        return str(TERMS[record].name) if kind == "term" and record in TERMS else ""
    if kind == "report":
        return number_of(pk)
    if kind in OF_PEOPLE and record in names:
        return names[record]
    letter = "V" if kind == "request" else spoken.of(kind).letter
    return f"{letter}-{pk.hex[:6].upper()}" if letter else pk.hex[:8]


def rows(lines: Iterable[Trace], names: dict[str, str]) -> list[Row]:
    """The lines in the order given. `names` are of colleagues, by id."""
    known = {trace.ANONYMOUS: gettext("Iemand zonder account"), trace.SYSTEM: gettext("Baken zelf"), **names}
    return [
        Row(
            number=line.number,
            on=day(line.on),
            at=clock(line.at),
            who=known.get(line.actor, gettext("Iemand die weg is")),
            what=_say(VERBS | told.verbs, line.verb),
            which=str(told.name or _say(KINDS, line.kind)),
            record=called(line.kind, line.record, names),
            why=_why(line, told) or str(RIGHTS.get((line.verb, line.kind), "")),
            origin=_say(ORIGINS, line.origin),
            result=_say(RESULTS, line.result),
        )
        for line in lines
        for told in [spoken.of(line.kind)]
    ]


def shown(lines: Iterable[Trace], names: dict[str, str]) -> list[dict[str, Any]]:
    """The lines as a page shows them: equal ones of one visit together, with how often and since when."""
    told = together(lines)
    said = zip(told, rows((each.line for each in told), names), strict=True)
    return [{**row, "times": each.times, "since": clock(each.first.at)} for each, row in said]


def _why(line: Trace, told: spoken.Spoken) -> str:
    said = [str(told.whys[word]) for word in line.why.split() if word in told.whys]
    return ", ".join(said) or (_say(_WHY, line.why) if line.why else "")


def _say(words: dict[str, Any], key: str) -> str:
    return str(words.get(key, key))
