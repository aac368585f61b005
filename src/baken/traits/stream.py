"""JSON lines in, links out (CONTRACTS.md, `baken link`)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from baken.traits.compare import Index, Link, Rid, Told
from baken.traits.fields import told


class BadLine(ValueError):
    """A line that cannot be read: `regel 3, veld rid: …`."""

    def __init__(self, line: int, field: str, why: str) -> None:
        super().__init__(f"regel {line}, veld {field}: {why}")


def _rid(raw: dict[str, Any], line: int, seen: set[Rid]) -> Rid:
    rid = raw.get("rid")
    if rid is None:
        raise BadLine(line, "rid", "ontbreekt")
    if isinstance(rid, bool) or not isinstance(rid, str | int):
        raise BadLine(line, "rid", "moet tekst of een getal zijn")
    if rid in seen:
        raise BadLine(line, "rid", f"kwam al eerder voor: {rid}")
    return rid


def _text(raw: dict[str, Any], field: str, line: int) -> str:
    value = raw.get(field)
    if value is not None and not isinstance(value, str):
        raise BadLine(line, field, "moet tekst zijn")
    return value or ""


def _fields(raw: dict[str, Any], line: int) -> dict[str, str]:
    """The fields as text: a number is text too, a list is its texts, nothing is nothing."""
    fields = raw.get("fields")
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise BadLine(line, "fields", "moet een JSON-object zijn")
    read = {}
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        if not all(each is None or isinstance(each, str | int | float) for each in values):
            raise BadLine(line, f"fields.{name}", "moet tekst zijn")
        read[name] = "; ".join(str(each) for each in values if each is not None and each != "")
    return read


def told_of(raw: Any, line: int, seen: set[Rid]) -> Told:
    """The report that one input object tells. Unknown keys are ignored; raises BadLine for wrong values."""
    if not isinstance(raw, dict):
        raise BadLine(line, "-", "moet een JSON-object zijn")
    rid = _rid(raw, line, seen)
    text, municipality, _ = (_text(raw, field, line) for field in ("text", "municipality", "service"))
    fields = _fields(raw, line)
    if raw.get("text") is None and raw.get("fields") is None:
        raise BadLine(line, "text", "text of fields is nodig")
    seen.add(rid)
    return told(rid, text, fields, municipality)


def as_json(link: Link) -> dict[str, Any]:
    """The link in the shape of the contract."""
    return {
        "a": link.a,
        "b": link.b,
        "on": link.on,
        "value": link.value,
        "strength": link.strength,
        "why": link.why,
    }


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any] | BadLine]:
    """The links of each line with those before it, or its mistake. In memory stay only the tokens of the lines seen."""
    index, seen = Index(), set[Rid]()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            for link in index.links(told_of(json.loads(line), number, seen)):
                yield as_json(link)
        except json.JSONDecodeError as error:
            yield BadLine(number, "-", f"geen geldige JSON ({error.msg})")
        except RecursionError:
            yield BadLine(number, "-", "geen geldige JSON (te diep)")
        except BadLine as error:
            yield error
