"""The files of `content/`: read as YAML, or from a copy that is kept for as long as no file changes."""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from baken.catalogue.reader import ContentError

CONTENT = Path(__file__).resolve().parent.parent / "content"
Raw = dict[str, dict[str, dict[str, Any]]]


class _Loader(yaml.CSafeLoader):
    """YAML without surprises: dates stay text."""


_Loader.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.yaml"))


def state_of(folder: Path) -> str:
    """A short mark that changes when any file of `folder` does."""
    marks = [
        f"{path.relative_to(folder)} {(stat := path.stat()).st_size} {stat.st_mtime_ns}" for path in _paths(folder)
    ]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def parse(path: Path) -> dict[str, Any]:
    """The keys of one file. Raises ContentError when it is no YAML mapping."""
    place = f"{path.parent.name}/{path.name}"
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # nosec B506 (a safe loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(place, "-", f"is geen geldige YAML: {error}") from None
    if not isinstance(raw, dict):
        raise ContentError(place, "-", "moet uit velden met waarden bestaan")
    return raw


def _fresh(folder: Path) -> dict[str, Any]:
    items: Raw = {}
    digest = hashlib.sha256()
    for path in _paths(folder):
        items.setdefault(path.parent.name, {})[path.stem] = parse(path)
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return {"items": items, "version": digest.hexdigest()[:12]}


def raw_items(folder: Path = CONTENT) -> tuple[Raw, str]:
    """Every file as plain keys, by folder and slug, and the version of the whole (its hash).

    A copy as JSON in `.cache/` saves the second that YAML takes; it is used only while every file has the size and
    the time it had, and a folder that cannot be written to is no problem.
    """
    cache, state = folder / ".cache" / "catalogue.json", state_of(folder)
    with contextlib.suppress(OSError, ValueError, KeyError):
        kept = json.loads(cache.read_text(encoding="utf-8"))
        if kept["state"] == state:
            return kept["items"], kept["version"]
    fresh = _fresh(folder)
    with contextlib.suppress(OSError):
        cache.parent.mkdir(exist_ok=True)
        unready = cache.with_suffix(f".{hashlib.sha256(str(cache).encode()).hexdigest()[:6]}")
        unready.write_text(json.dumps({"state": state, **fresh}, ensure_ascii=False), encoding="utf-8")
        unready.replace(cache)
    return fresh["items"], fresh["version"]
