"""Odd texts do not hang: the work grows with the length of a text, not with its square."""

import time

import pytest

from baken.traits import find

ODD = [
    "0123456789", "1 2 3 4 5 6 7 8 9 0 ", "a", "A ", "Aa. ", " at ", "a at b.nl ", "@a", "Piet ", "van de ", "P. ", "nul een ", "+31 ", "NL91 ", "Dorpsstraat ", "Dorpsstraat 12 ",
    "Laan van ", "1234 AB ", "12-AB-", "kenteken A1 ", "Poolse bus ", "paspoort nr ", "a bv ", "Aa en ", 'alias "a ', "insta: ", "geb. ", ".", "a.", "a.b@", "\n", "Пётр ", "'t ", "A-", "Berg, P. ",
]  # fmt: skip
SHORT = 20_000


def work(text: str) -> float:
    """Processor time of this process, the least of two: other work on the machine does not count."""
    took = []
    for _ in range(2):
        began = time.process_time()
        find(text)
        took.append(time.process_time() - began)
    return min(took)


@pytest.mark.parametrize("piece", ODD)
def test_four_times_as_much_text_is_hardly_more_than_four_times_as_much_work(piece):
    text = piece * (4 * SHORT // len(piece))
    assert work(text) <= 12 * work(text[:SHORT]) + 0.05


def test_a_million_signs_are_read():
    text = ("06-12345678 Piet Jansen @a.b Dorpsstraat 12 nul zes " * 20_000)[:1_000_000]
    assert len(find(text)) > 50_000
