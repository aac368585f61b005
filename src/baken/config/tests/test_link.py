"""`baken link`, to the letter of the contract."""

import io
import json

import pytest

from baken.config.cli import main

CAR = {
    "rid": "r1",
    "municipality": "Havenstad",
    "service": "boa",
    "text": "Busje 12-BCD-3.",
    "fields": {"contact_phone": "0031 6 12345678"},
}


@pytest.fixture
def ask(monkeypatch, capsys):
    def run(*lines):
        told = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(told.encode()), encoding="utf-8"))
        code = main(["link"])
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_one_link_a_line_in_the_shape_of_the_contract(ask):
    code, [link], err = ask(CAR, "", {"rid": 7, "text": "kenteken 12bcd3", "extra": 1})
    assert (code, err) == (0, "")
    assert list(link) == ["a", "b", "on", "value", "strength", "why"]
    assert (link["a"], link["b"], link["on"], link["value"], link["strength"]) == (
        "r1",
        7,
        "plate",
        "12BCD3",
        "certain",
    )


def test_fields_may_hold_numbers_lists_and_nothing(ask):
    code, found, _ = ask(
        {"rid": 1, "fields": {"kvk": 12345678, "plates": ["12-BCD-3", None], "x": None}},
        {"rid": 2, "text": "KvK 12345678, 12-BCD-3"},
    )
    assert code == 0
    assert {link["on"] for link in found} == {"kvk", "plate"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": "t"}, "rid"),
        ({"rid": True, "text": "t"}, "rid"),
        ({"rid": [1], "text": "t"}, "rid"),
        ({"rid": "r1", "text": "t"}, "rid"),
        ({"rid": "x"}, "text"),
        ({"rid": "x", "text": 3}, "text"),
        ({"rid": "x", "text": "t", "municipality": 3}, "municipality"),
        ({"rid": "x", "text": "t", "service": []}, "service"),
        ({"rid": "x", "fields": "t"}, "fields"),
        ({"rid": "x", "fields": {"a": {}}}, "fields.a"),
        ("geen json", "-"),
        ("[]", "-"),
        ("[" * 100_000, "-"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_linked(ask, wrong, field):
    code, found, err = ask(CAR, wrong, {"rid": "r3", "text": "12-BCD-3"})
    assert code == 2
    assert [(link["a"], link["b"]) for link in found] == [("r1", "r3")]
    assert err.startswith(f"regel 2, veld {field}: ")
    assert len(err.splitlines()) == 1


def test_a_half_sign_in_an_id_stops_nothing(ask):
    code, [link], _ = ask('{"rid": "\\ud800", "text": "12-BCD-3"}', '{"rid": "b", "text": "12-BCD-3 \\ud800"}')
    assert (code, link["a"]) == (0, "\ud800")
