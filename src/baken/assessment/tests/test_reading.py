"""The recogniser reads notes as a colleague does: what was seen, denied, imagined, over, or about something else."""

import pytest

from baken.assessment.assess import UnknownIndicator, assess
from baken.assessment.observation import Note, Status
from baken.assessment.pattern import spelled_out
from baken.catalogue import load

PASSPORTS = "lab-passports-kept-by-employer"


def read(text, **more):
    return assess(Note(text, **more), load())


def status_of(text):
    found = {each.indicator: each.status for each in read(text).observations}
    return found.get(PASSPORTS)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De baas bewaart hun paspoorten.", Status.AFFIRMED),
        ("zijn baas heeft alle paspoorten", Status.AFFIRMED),
        ("De baas bewaart hun paspoorten niet.", Status.NEGATED),
        ("In de training: de baas bewaart hun paspoorten.", Status.HYPOTHETICAL),
        ("Jaren geleden bewaarde de baas hun paspoorten.", Status.PAST),
        ("In die documentaire bewaart de baas hun paspoorten.", Status.OTHER_PERSON),
        ("Ik bewaar mijn eigen paspoort thuis.", None),
        ("Klant komt een paspoort aanvragen.", None),
    ],
)
def test_the_status_of_what_was_read(text, status):
    assert status_of(text) == status


def test_the_evidence_is_exactly_what_stands_in_the_text():
    text = "😀 Gisteren. De baas bewaart hun paspoorten, zegt hij."
    for seen in read(text).observations:
        assert text[seen.start : seen.end] == seen.evidence


@pytest.mark.parametrize("who", ["Nederlandse", "Bulgaarse", "Nigeriaanse", "moslim", "donkere", ""])
def test_origin_religion_and_looks_change_nothing(who):
    plain = read("De baas bewaart de paspoorten van de werknemers.")
    named = read(f"De baas bewaart de paspoorten van de {who} werknemers.")
    assert (named.concern, [(each.type, each.strength, each.score) for each in named.indications]) == (
        plain.concern,
        [(each.type, each.strength, each.score) for each in plain.indications],
    )


def test_the_same_note_gives_the_same_answer():
    text = "De baas bewaart hun paspoorten. Ze slapen om de beurt in hetzelfde bed."
    assert read(text) == read(text)


def test_an_ordinary_note_is_no_concern():
    assert read("Klant kwam voor een nieuw rijbewijs en ging tevreden weg.").concern == "none"


def test_a_denied_sign_does_not_count():
    answer = read("De baas bewaart hun paspoorten niet.")
    assert answer.concern == "none"
    assert answer.observations


def test_one_sign_is_never_a_strong_indication():
    for slug in load().indicators:
        answer = assess(Note("", (slug,)), load())
        assert {each.strength for each in answer.indications} <= {"weak", "moderate"}, slug


def test_means_and_purpose_together_make_it_strong():
    ticks = (PASSPORTS, "lab-wages-withheld-to-keep-working", "lab-extreme-hours", "lab-pay-far-below-minimum")
    labour = next(each for each in assess(Note("", ticks), load()).indications if each.type == "labour")
    assert labour.means
    assert labour.purpose
    assert labour.strength == "strong"
    assert labour.reasons


def test_an_unknown_tick_is_refused():
    with pytest.raises(UnknownIndicator):
        assess(Note("", ("bestaat-niet",)), load())


def test_nothing_ever_says_that_it_is_trafficking():
    for slug in load().indicators:
        for each in assess(Note("", (slug,)), load()).indications:
            assert not any("is mensenhandel" in reason for reason in each.reasons)


@pytest.mark.parametrize("text", ["", " ", "😀" * 500, "a" * 100_000, "هو خائف", "\x00\x01", "((((((" * 100])
def test_any_text_gets_an_answer(text):
    assert read(text).concern in {"none", "low", "high"}


@pytest.mark.parametrize(
    ("text", "acute"),
    [
        ("De baas bewaart hun paspoorten.", False),
        ("De baas bewaart hun paspoorten en zegt dat hij hen gaat vermoorden.", True),
    ],
)
def test_words_of_danger_beside_a_sign_make_it_acute(text, acute):
    assert read(text).acute is acute


def test_words_of_danger_alone_do_not():
    assert read("Die thriller met een gijzeling was doodeng.").acute is False


def test_a_number_among_the_words_of_a_group_is_found():
    assert spelled_out("(overvol|<n>=6> man) & {live}") == [" (overvol)  & {live}", " <n>=6> man  & {live}"]
    assert spelled_out("slaapt in de auto") == ["slaapt in de auto"]
