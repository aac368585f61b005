"""Codes that only their holder knows."""

import re

from baken.privacy import codes


def test_a_code_is_twenty_digits_in_groups_of_four():
    code = codes.code_for("een geheim van het formulier")
    assert re.fullmatch(r"\d{20}", code)
    assert re.fullmatch(r"(\d{4} ){4}\d{4}", codes.shown(code))


def test_the_same_form_sent_twice_gets_the_same_code():
    assert codes.code_for("a") == codes.code_for("a") != codes.code_for("b")


def test_typing_is_forgiven():
    code = codes.code_for("x")
    for typed in (codes.shown(code), f" {code} ", code.replace("0", "O").replace("1", "l"), "-".join(code)):
        assert codes.found_by(typed) == codes.found_by(code)


def test_one_wrong_digit_is_another_code():
    code = codes.code_for("x")
    other = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert codes.found_by(other) != codes.found_by(code)
