"""JSON lines in, JSON lines out, in the same order (CONTRACTS.md, `baken assess`)."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from baken.assessment.assess import UnknownIndicator, assess
from baken.assessment.observation import Assessment, Note, Observation
from baken.catalogue import Catalogue


class BadLine(ValueError):
    """A line that cannot be assessed: `regel 3, veld setting: …`."""

    def __init__(self, line: int, field: str, why: str) -> None:
        super().__init__(f"regel {line}, veld {field}: {why}")


def _words(value: object) -> bool:
    return not value or (isinstance(value, list) and all(isinstance(each, str) for each in value))


_CHECKS: tuple[tuple[str, Callable[[object], bool], str], ...] = (
    ("text", lambda value: not value or isinstance(value, str), "moet tekst zijn"),
    ("indicators", _words, "moet een lijst van ids zijn"),
    ("setting", lambda value: value is None or isinstance(value, str), "moet tekst zijn"),
    ("minor", lambda value: value is None or isinstance(value, bool), "moet true, false of null zijn"),
    ("lang", lambda value: value in (None, "nl", "en"), "moet nl of en zijn"),
)


def note_of(raw: Any, line: int, catalogue: Catalogue) -> tuple[Any, Note]:
    """The id and the note that one input object says. Unknown keys are ignored; raises BadLine for unknown values."""
    if not isinstance(raw, dict):
        raise BadLine(line, "-", "moet een JSON-object zijn")
    ident = raw.get("id")
    if ident is None:
        raise BadLine(line, "id", "ontbreekt")
    for field, fits, why in _CHECKS:
        if not fits(raw.get(field)):
            raise BadLine(line, field, why)
    note = Note(
        raw.get("text") or "",
        tuple(raw.get("indicators") or ()),
        raw.get("setting"),
        raw.get("minor"),
        raw.get("lang"),
    )
    _known(note, line, catalogue)
    return ident, note


def _known(note: Note, line: int, catalogue: Catalogue) -> None:
    if not (note.text or note.ticks):
        raise BadLine(line, "text", "text of indicators is nodig")
    if note.setting is not None and note.setting not in catalogue.settings:
        raise BadLine(line, "setting", f"kennen wij niet: {note.setting}")


def _observation(seen: Observation) -> dict[str, Any]:
    return {
        "indicator": seen.indicator,
        "source": seen.source,
        "start": seen.start,
        "end": seen.end,
        "evidence": seen.evidence,
        "status": str(seen.status),
    }


def as_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment in the shape of the contract, without `id`."""
    return {
        "concern": assessment.concern,
        "acute": assessment.acute,
        "types": [
            {
                "type": each.type,
                "indication": each.strength,
                "score": each.score,
                "act": list(each.act),
                "means": list(each.means),
                "purpose": list(each.purpose),
                "reasons": list(each.reasons),
            }
            for each in assessment.indications
        ],
        "observations": [_observation(seen) for seen in assessment.observations],
        "unknown": list(assessment.unknown),
        "advice": list(assessment.advice),
        "content_version": assessment.content_version,
    }


def one(numbered: tuple[int, str], catalogue: Catalogue, language: str) -> dict[str, Any] | BadLine | None:
    """The answer to one line, the mistake in it, or None for an empty line."""
    number, line = numbered
    if not line.strip():
        return None
    try:
        ident, note = note_of(json.loads(line), number, catalogue)
        return {"id": ident, **as_json(assess(note, catalogue, language=language))}
    except json.JSONDecodeError as error:
        return BadLine(number, "-", f"geen geldige JSON ({error.msg})")
    except RecursionError:
        return BadLine(number, "-", "geen geldige JSON (te diep)")
    except UnknownIndicator as error:
        return BadLine(number, "indicators", f"kennen wij niet: {error}")
    except BadLine as error:
        return error


def answers(lines: Iterable[str], catalogue: Catalogue, *, language: str) -> Iterator[dict[str, Any] | BadLine]:
    """One answer or mistake a line, in order, holding one line in memory at a time."""
    for numbered in enumerate(lines, start=1):
        answer = one(numbered, catalogue, language)
        if answer is not None:
            yield answer
