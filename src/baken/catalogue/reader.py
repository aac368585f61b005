"""From the keys of one file to one frozen object. What is wrong is said with file, field and reason."""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from baken.catalogue.text import Text, Words

T = TypeVar("T")


class ContentError(ValueError):
    """An item of `content/` cannot be read. The message: file, field, reason."""

    def __init__(self, place: str, field: str, reason: str) -> None:
        super().__init__(f"{place}: veld {field}: {reason}")
        self.place, self.field, self.reason = place, field, reason


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return inner[0], True
    return hint, False


@cache
def _plan(cls: Any) -> tuple[tuple[Field[Any], Any, bool], ...]:
    return tuple((field, *_optional(_hints(cls)[field.name])) for field in fields(cls))


def read(cls: type[T], raw: dict[str, Any], place: str) -> T:
    """An object of `cls` made from the keys in `raw`. Raises ContentError for what is missing, unknown or of the wrong kind."""
    values: dict[str, Any] = {}
    used: set[str] = set()
    for field, hint, may_be_empty in _plan(cast("Any", cls)):
        name = field.name
        if hint in (Text, Words):
            used |= {f"{name}_nl", f"{name}_en"}
            values[name] = _pair(hint, raw, name, place, empty=may_be_empty or field.default is not MISSING)
            continue
        used.add(name)
        if raw.get(name) is None:
            if field.default is MISSING and not may_be_empty:
                raise ContentError(place, name, "ontbreekt")
            values[name] = None if may_be_empty else field.default
            continue
        values[name] = _value(hint, raw[name], name, place)
    unknown = set(raw) - used
    if unknown:
        raise ContentError(place, sorted(unknown)[0], "kennen wij niet")
    return cls(**values)


def _pair(hint: Any, raw: dict[str, Any], name: str, place: str, *, empty: bool) -> Any:
    nl, en = raw.get(f"{name}_nl"), raw.get(f"{name}_en")
    if hint is Words:
        return Words(
            _value(tuple[str, ...], nl or [], f"{name}_nl", place),
            _value(tuple[str, ...], en or [], f"{name}_en", place),
        )
    if nl is None and en is None and empty:
        return None
    for language, text in (("nl", nl), ("en", en)):
        if not isinstance(text, str) or not text.strip():
            raise ContentError(place, f"{name}_{language}", "ontbreekt of is leeg")
    return Text(nl, en)  # type: ignore[arg-type]


def _list(inner: Any, value: Any, name: str, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ContentError(place, name, "moet een lijst zijn")
    return tuple(_value(inner, entry, f"{name}[{number}]", place) for number, entry in enumerate(value))


def _day(value: str, name: str, place: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ContentError(place, name, f"is geen dag: {error}") from None


def _value(hint: Any, value: Any, name: str, place: str) -> Any:
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0], value, name, place)
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise ContentError(place, name, "moet een blok met velden zijn")
        return read(hint, value, f"{place}: {name}")  # type: ignore[arg-type]
    return _single(hint, value, name, place)


def _single(hint: Any, value: Any, name: str, place: str) -> Any:
    """One value. `object` is a value of any kind, that nobody can change later."""
    if hint is object and isinstance(value, list):
        return tuple(value)
    if hint is date and isinstance(value, str):
        return _day(value, name, place)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise ContentError(place, name, f"moet {hint.__name__} zijn, niet {type(value).__name__}")
    return value
