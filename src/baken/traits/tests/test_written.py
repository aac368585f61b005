"""Values as people write them, and still the same value when somebody types that over."""

import pytest

from baken.traits import normalise
from baken.traits.plate import SIDE_CODES
from baken.traits.trait import Kind
from baken.traits.written import written

WRITTEN = [
    ("plate", "12BCD3", "12-BCD-3"),
    ("plate", "PL WX12345", "WX12345 (PL)"),
    ("plate", "? WX12345", "WX12345"),
    ("phone", "+31612345678", "06 12345678"),
    ("phone", "+31101234567", "010 123 4567"),
    ("phone", "+32470123456", "+32 470 12 34 56"),
    ("address", "dorpsstraat 12 a, 1234AB", "Dorpsstraat 12 a, 1234 AB"),
    ("address", "laan van de linden 3", "Laan van de Linden 3"),
    ("address", "1234AB 12", "1234 AB 12"),
    ("address", "kerkstraat", "Kerkstraat"),
    ("person", "piet jansen 1998-03-12", "Piet Jansen (12-03-1998)"),
    ("person", "p van den berg-smit", "P. van den Berg-Smit"),
    ("company", "nowak bouw", "Nowak Bouw"),
    ("iban", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"),
    ("handle", "instagram:meid22", "@meid22 (instagram)"),
    ("handle", "@meid22", "@meid22"),
    ("email", "jan@bakker.nl", "jan@bakker.nl"),
    ("kvk", "12345678", "12345678"),
    ("phone", "onleesbaar", "onleesbaar"),
]


@pytest.mark.parametrize(("kind", "value", "said"), WRITTEN)
def test_people_read_it_as_they_write_it(kind, value, said):
    assert written(kind, value) == said


@pytest.mark.parametrize("code", SIDE_CODES)
def test_each_side_code_gets_its_dashes_back(code):
    plate = code.replace("A", "X").replace("9", "1")
    assert written("plate", plate.replace("-", "")) == plate


@pytest.mark.parametrize(("kind", "value", "said"), [each for each in WRITTEN if each[0] in ("phone", "iban")])
def test_what_is_read_aloud_and_typed_over_is_the_same_value(kind, value, said):
    if value != "onleesbaar":
        assert normalise(Kind(kind), said) == value
