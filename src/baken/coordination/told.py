"""The events of a case in words, for the timeline."""

import re

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.coordination.models import CaseEvent, Track
from baken.coordination.phases import Phase
from baken.privacy import spoken

SAID: dict[str, "str | Promise"] = {
    "opened": gettext_lazy("Casus geopend"),
    "report taken": gettext_lazy("Melding %(new)s toegevoegd"),
    "edited": gettext_lazy("Gegevens gewijzigd"),
    "recorded": gettext_lazy("Vastgelegd bij de fase %(new)s"),
    "criteria": gettext_lazy("Criteria van het Zorg- en Veiligheidshuis bekeken"),
    "moved": gettext_lazy("Van %(old)s naar %(new)s"),
    "director": gettext_lazy("%(about)s leidt de casus"),
    "secret on": gettext_lazy("Extra geheim gemaakt"),
    "secret off": gettext_lazy("Niet meer extra geheim"),
    "track added": gettext_lazy("Spoor toegevoegd: %(track)s"),
    "track edited": gettext_lazy("Spoor gewijzigd: %(track)s"),
    "granted": gettext_lazy("%(about)s toegelaten"),
    "revoked": gettext_lazy("Toegang van %(about)s ingetrokken"),
    "excluded": gettext_lazy("%(about)s uitgesloten"),
    "exclusion lifted": gettext_lazy("%(about)s niet meer uitgesloten"),
    "access asked": gettext_lazy("%(about)s vraagt toegang"),
    "access refused": gettext_lazy("Toegang voor %(about)s geweigerd"),
}
FILLED_IN = re.compile(r",?(?: (?:met|bij|voor|van|with|by|for|of))?:?\s*%\(\w+\)s")
_more: dict[str, "str | Promise"] = {}


def say(kind: str, words: "str | Promise") -> None:
    """Called by a room further on in its `apps.py`: how its kind of event reads here, and without what fills it in the trace."""
    _more[kind] = words
    spoken.also("case", {kind: lazy(_bare, str)(words)})


def _bare(words: "str | Promise") -> str:
    return " ".join(FILLED_IN.sub("", str(words)).split())


def words_of(event: CaseEvent) -> str:
    """What happened, in the language of the page."""
    said = SAID.get(event.kind) or _more.get(event.kind)
    if said is None:
        return event.kind
    return str(said) % {
        "old": _phase(event.old),
        "new": _phase(event.new),
        "about": event.about.name if event.about else _("iemand"),
        "track": _track(event.track),
    }


def _phase(value: str) -> str:
    return str(Phase(value).label) if value in Phase.values else value


def _track(track: Track | None) -> str:
    return f"{track.get_kind_display()} {track.name}" if track else ""
