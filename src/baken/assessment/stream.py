"""JSON lines in, JSON lines out, in the same order (CONTRACTS.md, `baken assess`)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from baken.assessment.assess import UnknownIndicator, assess
from baken.assessment.observation import Assessment, Note, Observation
from baken.catalogue import Catalogue


class BadLine(ValueError):
    """A line that cannot be assessed: `regel 3, veld setting: …`."""

    def __init__(self, line: int, field: str, why: str) -> None:
        super().__init__(f"regel {line}, veld {field}: {why}")


def note_of(raw: Any, line: int, catalogue: Catalogue) -> tuple[Any, Note]:
    """The id and the note that one input object says. Unknown keys are ignored; raises BadLine for unknown values."""
    if not isinstance(raw, dict):
        raise BadLine(line, "-", "moet een JSON-object zijn")
    if raw.get("id") is None:
        raise BadLine(line, "id", "ontbreekt")
    text, ticks = raw.get("text") or "", raw.get("indicators") or []
    if not isinstance(text, str):
        raise BadLine(line, "text", "moet tekst zijn")
    if not isinstance(ticks, list) or not all(isinstance(tick, str) for tick in ticks):
        raise BadLine(line, "indicators", "moet een lijst van ids zijn")
    if not text and not ticks:
        raise BadLine(line, "text", "text of indicators is nodig")
    setting, minor, language = raw.get("setting"), raw.get("minor"), raw.get("lang")
    if setting is not None and setting not in catalogue.settings:
        raise BadLine(line, "setting", f"kennen wij niet: {setting}")
    if minor not in (None, True, False) or isinstance(minor, int) != isinstance(minor, bool):
        raise BadLine(line, "minor", "moet true, false of null zijn")
    if language not in (None, "nl", "en"):
        raise BadLine(line, "lang", "moet nl of en zijn")
    return raw["id"], Note(text, tuple(ticks), setting, minor, language)


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
