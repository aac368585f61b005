"""Every notation is found whole, at its place, also in the middle of a sentence; what only looks like one is not."""

import pytest

from baken.traits import find
from baken.traits.tests import notations

FOUND = {
    "phone": notations.PHONES,
    "email": notations.EMAILS,
    "plate": notations.PLATES,
    "address": notations.ADDRESSES,
    "person": notations.PERSONS,
}
NOT_FOUND = {
    "phone": notations.NO_PHONES,
    "email": notations.NO_EMAILS,
    "plate": notations.NO_PLATES,
    "address": notations.NO_ADDRESSES,
    "person": notations.NO_PERSONS,
}


def pairs(table):
    return [pytest.param(kind, *row, id=f"{kind} {row[0]}") for kind, rows in table.items() for row in rows]


def values(kind, text):
    return [trait.value for trait in find(text) if trait.kind == kind]


@pytest.mark.parametrize(("kind", "written", "value"), pairs(FOUND))
def test_a_notation_is_found_by_itself_and_in_a_sentence(kind, written, value):
    assert values(kind, written) == [value]
    assert values(kind, f"Gisteren zagen wij: {written}; daarna niets meer.") == [value]


@pytest.mark.parametrize(
    ("kind", "written"), pairs({kind: [(text,) for text in texts] for kind, texts in NOT_FOUND.items()})
)
def test_what_only_looks_like_one_is_not_found(kind, written):
    assert values(kind, written) == []


def test_there_are_at_least_fifteen_notations_a_kind():
    assert all(len(rows) >= 15 for rows in FOUND.values())
