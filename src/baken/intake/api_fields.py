"""What another system sends: the fields of the public report, read and checked. No request, no database.

The form of the JSON stands in docs/api.md.
"""

import json
from typing import Any

from django.utils.translation import gettext as _

from baken.catalogue import load
from baken.intake import api_files
from baken.signals.safe import SAFE
from baken.signals.told import Told
from baken.ui.forms import LONGEST_ANSWER, LONGEST_STORY

TEXTS = ("story", "place", "moment", "name", "contact", *SAFE, "setting", "language")
MOST_TICKS = 300
Problems = list[dict[str, str]]


def parse(body: bytes) -> dict[str, Any] | None:
    """The JSON object in the body; None when it is something else."""
    try:
        found = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def problems_in(sent: dict[str, Any], *, municipality: str) -> Problems:
    """What is wrong, as field and what to do. Fields that are not ours are left alone (CONTRACTS: unknown keys)."""
    found = [problem for name in TEXTS if (problem := _text(name, sent.get(name, "")))]
    if sent.get("municipality", municipality) != municipality:
        found.append(_said("municipality", _("Dit token is voor %(name)s.") % {"name": municipality}))
    return found + _ticks(sent.get("ticks", [])) + api_files.problems_in(sent)


def _ticks(ticks: Any) -> Problems:
    if not isinstance(ticks, list) or len(ticks) > MOST_TICKS:
        return [_said("ticks", _("Stuur een lijst van signalen."))]
    for place, each in enumerate(ticks, 1):
        if not isinstance(each, str) or each not in load().indicators:
            return [_said("ticks", _("Onbekend signaal op plaats %(place)d.") % {"place": place})]
    return []


def _said(field: str, message: str) -> dict[str, str]:
    return {"field": field, "message": message}


def _text(name: str, value: Any) -> dict[str, str] | None:
    if not isinstance(value, str):
        return _said(name, _("Stuur tekst."))
    if name == "story" and not value.strip():
        return _said(name, _("Vul in wat er gezien is."))
    longest = LONGEST_STORY if name == "story" else LONGEST_ANSWER
    if len(value) > longest:
        return _said(name, _("Te lang. Maak er hooguit %(longest)d tekens van.") % {"longest": longest})
    allowed = {"setting": load().settings, "language": ("nl", "en")}.get(name)
    if value and allowed is not None and value not in allowed:
        return _said(name, _("Deze waarde kennen wij niet."))
    return None


def told_in(sent: dict[str, Any], form: str) -> Told:
    """The report, of what has no problems."""
    text = {name: sent.get(name, "").strip() for name in TEXTS}
    return Told(form=form, ticks=tuple(sent.get("ticks", [])), **text | {"language": text["language"] or "nl"})
