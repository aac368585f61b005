"""Over all notes of `corpus/` that name an origin or a language: another one in its place changes nothing."""

import re
from pathlib import Path

from baken.assessment.tests.test_blind import outcome
from baken.evaluation.annotated import notes_in

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
OTHER = {
    "poolse": "turkse", "roemeense": "bulgaarse", "bulgaarse": "nederlandse", "marokkaanse": "poolse", "turkse": "roemeense", "pools": "turks",
    "roemeens": "bulgaars", "vietnamese": "chinese", "oekraïense": "poolse", "bulgaars": "pools",
}  # fmt: skip
NAMED = re.compile(rf"\b({'|'.join(OTHER)})\b", re.IGNORECASE)


def swapped(text: str) -> str:
    def other(found: re.Match[str]) -> str:
        word = OTHER[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    return NAMED.sub(other, text)


def test_another_origin_changes_nothing():
    naming = [note.text for note in notes_in(CORPUS) if NAMED.search(note.text)]
    assert len(naming) > 50
    assert [text for text in naming if outcome(text) != outcome(swapped(text))] == []
