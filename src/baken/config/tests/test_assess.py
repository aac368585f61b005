"""`baken assess`, to the letter of the contract."""

import io
import json

import pytest

from baken.config.cli import main

TEXT = "Man zegt: zijn baas heeft alle paspoorten."


@pytest.fixture
def ask(monkeypatch, capsys):
    def run(*lines, words=()):
        told = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(told.encode()), encoding="utf-8"))
        code = main(["assess", *words])
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_one_object_in_one_out_in_order(ask):
    code, answers, err = ask(
        {"id": "b", "text": TEXT}, {"id": 7, "text": "Niets bijzonders."}, "", {"id": "a", "text": TEXT}
    )
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["b", 7, "a"]


def test_the_shape_of_an_answer(ask):
    _, [answer], _ = ask({"id": "n1", "text": TEXT, "setting": "debt-counselling", "minor": None, "extra": 1})
    assert set(answer) == {
        "id",
        "concern",
        "acute",
        "types",
        "observations",
        "unknown",
        "advice",
        "content_version",
    }
    assert set(answer["types"][0]) == {"type", "indication", "score", "act", "means", "purpose", "reasons"}
    seen = answer["observations"][0]
    assert set(seen) == {"indicator", "source", "start", "end", "evidence", "status"}
    assert TEXT[seen["start"] : seen["end"]] == seen["evidence"]


def test_a_tick_has_no_place(ask):
    _, [answer], _ = ask({"id": "n1", "indicators": ["gen-locked-in"]})
    seen = answer["observations"][0]
    assert (seen["source"], seen["start"], seen["end"], seen["evidence"]) == ("tick", None, None, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"id": "x", "text": "t", "setting": "maan"}, "setting"),
        ({"id": "x", "indicators": ["nee"]}, "indicators"),
        ({"id": "x", "text": 3}, "text"),
        ({"id": "x", "text": "t", "minor": "ja"}, "minor"),
        ({"id": "x", "text": "t", "lang": "de"}, "lang"),
        ({"text": "t"}, "id"),
        ({"id": "x"}, "text"),
        ("geen json", "-"),
        ("[]", "-"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_answered(ask, wrong, field):
    code, answers, err = ask({"id": 1, "text": TEXT}, wrong, {"id": 3, "text": TEXT})
    assert code == 2
    assert [answer["id"] for answer in answers] == [1, 3]
    assert err.startswith(f"regel 2, veld {field}: ")
    assert len(err.splitlines()) == 1


def test_reasons_in_english(ask):
    _, [dutch], _ = ask({"id": 1, "text": TEXT})
    _, [english], _ = ask({"id": 1, "text": TEXT}, words=["--lang", "en"])
    assert dutch["types"][0]["reasons"] != english["types"][0]["reasons"]
    assert dutch["types"][0]["score"] == english["types"][0]["score"]
