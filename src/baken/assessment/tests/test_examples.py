"""Each sign carries its own proof: what its patterns must find, what they may not find, and that they say what they seem to."""

import re

import pytest

from baken.assessment.pattern import ITEM, Element
from baken.assessment.recogniser import recogniser
from baken.assessment.vocabulary import Vocabulary
from baken.assessment.words import words_of
from baken.catalogue import load

LANGUAGES = ("nl", "en")
LEAST_DUTCH, LEAST_ENGLISH, LEAST_INNOCENT = 6, 2, 4


def signs_in(text, language):
    """The signs whose patterns stand in the text: the statistical reader has no part in it."""
    return {finding.indicator for finding in recogniser(load(), language).by_pattern(words_of(text))}


def pieces():
    """Every part of every pattern between two `&`, with its sign."""
    for sign in load().current:
        for language in LANGUAGES:
            for pattern in sign.patterns.say(language):
                yield from ((sign.slug, piece.strip()) for piece in pattern.split("&"))


def test_each_sign_has_enough_examples():
    few = [
        sign.slug
        for sign in load().current
        if len(set(sign.wordings.nl)) < LEAST_DUTCH
        or len(set(sign.wordings.en)) < LEAST_ENGLISH
        or len({*sign.counter.nl, *sign.counter.en}) < LEAST_INNOCENT
    ]
    assert few == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_sign_is_found_by_its_patterns(language):
    missed = [
        (sign.slug, words)
        for sign in load().current
        for words in sign.wordings.say(language)
        if sign.slug not in signs_in(words, language)
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_innocent_sentence_is_taken_for_the_sign_it_looks_like(language):
    wrong = [
        (sign.slug, sentence)
        for sign in load().current
        for sentence in sign.counter.say(language)
        if sign.slug in signs_in(sentence, language)
    ]
    assert wrong == []


def test_brackets_hold_words_and_not_other_brackets():
    assert [each for each in pieces() if re.sub(r"\([^()]*\)", "", each[1]).count("(")] == []


def test_what_must_not_be_there_stands_alone():
    """`!te koop` would forbid `te` and ask for `koop`: two words together are `!(te koop)`."""
    loose = [each for each in pieces() if "!" in each[1] and len(ITEM.findall(each[1])) > 1]
    assert loose == []


@pytest.mark.parametrize("phrase", ["24/7", "'s nachts", "23u", "10k"])
def test_a_phrase_is_found_as_it_is_written(phrase):
    vocabulary = Vocabulary({})
    number = vocabulary.number_of(Element(phrases=(phrase,)))
    assert any(
        number in elements.numbers for _, _, elements in vocabulary.found_in(words_of(f"dat is {phrase} zo"))
    )
