"""Every Dutch text of a room's templates and code, as gettext sees it."""

import io
import re
from pathlib import Path

from babel.messages import extract, pofile
from django.utils.translation import templatize

SRC = Path(__file__).resolve().parents[2] / "src/baken"
ROOMS = sorted(path.parent.name for path in SRC.glob("*/__init__.py"))
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "_": None,
    "pgettext": ((1, "c"), 2),
}


def _texts(source: str) -> set[str]:
    found = set()
    for _, message, _, _ in extract.extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS):
        found |= set(message) if isinstance(message, tuple) else {message}
    return {text for text in found if isinstance(text, str)}


def texts_of(room: str) -> set[str]:
    """The msgids of one room."""
    found: set[str] = set()
    for path in (SRC / room).rglob("*.py"):
        if "tests" not in path.parts and "migrations" not in path.parts:
            found |= _texts(path.read_text())
    for path in (SRC / room).rglob("templates/**/*.*"):
        found |= _texts(
            re.sub(r"^\s+(?=\S)", "", templatize(path.read_text(), origin=str(path)), flags=re.MULTILINE)
        )
    return found - {""}


def english_of(room: str) -> dict[str, str]:
    """What the English .po of a room says."""
    path = SRC / room / "locale/en/LC_MESSAGES/django.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = pofile.read_po(file)
    said: dict[str, str] = {}
    for message in catalogue:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        said.update({key: "" if message.fuzzy else text for key, text in zip(ids, texts, strict=False)})
    return said


if __name__ == "__main__":
    for room in ROOMS:
        known = english_of(room)
        for text in sorted(texts_of(room)):
            if not known.get(text):
                print(f"{room}\t{text!r}")
