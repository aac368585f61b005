"""Looking for words in files, in eight ways of writing; fast, because all words share their beginning and their end."""

import base64
import os
import urllib.parse
from collections.abc import Callable, Iterable
from pathlib import Path

Shape = Callable[[str], bytes]


def _base64(offset: int) -> Shape:
    return lambda text: base64.b64encode(b"\0" * offset + text.encode())[4:-4]


SHAPES: dict[str, Shape] = {
    "plain": str.encode,
    "UTF-16": lambda text: text.encode("utf-16-le"),
    "hex": lambda text: text.encode().hex().encode(),
    "URL": lambda text: urllib.parse.quote(text).encode(),
    "reversed": lambda text: text.encode()[::-1],
    "base64": _base64(0),
    "base64, one on": _base64(1),
    "base64, two on": _base64(2),
}


def found_in(whole: bytes, words: Iterable[str], shape: Shape) -> set[str]:
    """The words that stand in `whole`, written in this way."""
    written = {shape(word): word for word in words}
    common = os.path.commonprefix(list(written))  # noqa: RUF071 (letters, not folders)
    assert len(common) >= 6, "zo is er niets te zoeken"
    sizes, seen, place = {len(each) for each in written}, set(), whole.find(common)
    while place >= 0:
        seen |= {written[part] for size in sizes if (part := whole[place : place + size]) in written}
        place = whole.find(common, place + 1)
    return seen


def all_found(whole: bytes, words: list[str]) -> set[str]:
    """The words that stand in `whole`, in whatever way."""
    return set[str]().union(*(found_in(whole, words, shape) for shape in SHAPES.values()))


def bytes_of(folder: Path) -> bytes:
    """Every file under a folder that Baken wrote; not the bundled look."""
    return b"\n".join(
        path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and "static" not in path.parts
    )
