"""English beside Dutch everywhere: every text of every room has its English, and nothing lingers that is gone."""

import pytest

from tests.house.translations import ROOMS, english_of, texts_of


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_has_its_english(room):
    known = english_of(room)
    assert [text for text in sorted(texts_of(room)) if not known.get(text)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_english_lingers_for_a_text_that_is_gone(room):
    assert sorted(set(english_of(room)) - texts_of(room) - {""}) == []
