"""Rare input of the assessment: odd numbers, patterns that cannot be, long texts, and what is missing of a type."""

import pytest

from baken.assessment.findings import LONGEST, found_in, pieces
from baken.assessment.observation import Indication
from baken.assessment.pattern import PatternError, parse
from baken.assessment.person import minor_in
from baken.assessment.stream import one
from baken.assessment.vocabulary import Vocabulary, number_in
from baken.catalogue import load


@pytest.mark.parametrize(
    ("form", "number"), [("12", 12), ("7,5", 7.5), ("twee", 2), ("paspoort", None), ("²", None), ("1/2", None)]
)
def test_numbers_in_words_and_digits(form, number):
    assert number_in(form) == number


@pytest.mark.parametrize("source", ["", "&", "<x>", "—", "!weg"])
def test_a_pattern_that_cannot_be_is_refused(source):
    with pytest.raises(PatternError):
        parse(source)


def test_an_empty_phrase_is_nothing():
    vocabulary = Vocabulary({"leeg": ("-", "*")})
    number = vocabulary.number_of(parse("{leeg}").parts[0][0])
    assert all(number not in known for known in vocabulary.exact.values())


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("jongen (14) stond er weer", True),
        ("Meisje, 12, woont bij tante", True),
        ("zoon van 15 zegt niets", True),
        ("mw 27 jr met haar kind", False),
        ("van 13 uur tot 17 uur", None),
        ("groepje van 7 mensen", None),
        ("Zij is 15 jaar", True),
        ("Hij is 40 jaar", False),
        ("een minderjarige", True),
        ("iemand", None),
    ],
)
def test_who_is_a_minor(text, minor):
    assert minor_in(text) is minor


def test_what_was_not_seen_of_a_type_is_named():
    assert Indication("labour", "weak", 0.2, act=("x",)).missing == ("means", "purpose")


@pytest.mark.parametrize("end", [". ", " "])
def test_a_long_text_is_read_in_pieces_and_each_finding_lies_where_it_stands(end):
    text = ("Er staat een fiets in de gang en iedereen loopt er langs" + end) * 40
    text += ("De baas bewaart hun paspoorten en zij krijgen geen loon" + end) * 30
    found = list(pieces(text))
    assert len(found) > 2
    assert "".join(piece for _, piece in found) == text
    assert all(len(piece.split()) <= LONGEST + 1 for _, piece in found)
    seen = found_in(text, "nl", load())
    assert seen
    assert all(text[each.start : each.end] == each.evidence for each in seen)


def test_a_line_that_is_nested_too_deep_gets_one_sentence():
    answer = one((1, "[" * 200_000), load(), "nl")
    assert str(answer) == "regel 1, veld -: geen geldige JSON (te diep)"
