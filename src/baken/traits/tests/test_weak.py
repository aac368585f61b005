"""Weak traits (a first name, a street or postcode without a number) never make a link alone, however many two reports share."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.traits.compare import links
from baken.traits.fields import told
from baken.traits.tokens import tokens_of

calm = settings(deadline=None, derandomize=True, max_examples=200)
WEAK = (
    "een meisje dat Mirela heet",
    "Fatima huilt",
    "het is in de Kerkstraat",
    "ergens in 1234 AB",
    "zij heet Ioana",
)
STRONG = (
    "bel 06-12345678", "kenteken 12-BCD-3", "Kerkstraat 12", "1234 AB 7", "Piet Jansen", "Piet Jansen, geboren 12-3-1998",
    "Nowak Bouw B.V.", "insta: klusbaas22", "oom Sjaak", "KvK 12345678",
)  # fmt: skip


def reports_of(words):
    some = st.lists(st.sampled_from(words), min_size=1, max_size=5, unique=True).map(". ".join)
    return st.lists(some, min_size=2, max_size=8).map(
        lambda texts: [told(f"r{place}", text, {}, "Havenstad") for place, text in enumerate(texts)]
    )


def is_weak(trait):
    return all(token.weak for token in tokens_of(trait, "Havenstad").stored)


def pairs(reports):
    return {(link.a, link.b) for link in links(reports)}


def test_the_weak_ones_of_this_file_are_found_and_weak_and_the_others_are_not():
    for text in WEAK:
        assert [is_weak(trait) for trait in told("r", text, {}, "Havenstad").traits] == [True], text
    for text in STRONG:
        assert not any(is_weak(trait) for trait in told("r", text, {}, "Havenstad").traits), text


@calm
@given(reports_of(WEAK))
def test_weak_traits_alone_link_nothing_however_many_are_shared(reports):
    assert list(links(reports)) == []


@calm
@given(reports_of(WEAK + STRONG))
def test_the_same_reports_link_with_and_without_their_weak_traits(reports):
    without = [replace(each, traits=tuple(t for t in each.traits if not is_weak(t))) for each in reports]
    assert pairs(reports) == pairs(without)
    assert all(
        link.strength == "possible" for link in links(reports) if link.on == "person" and " " not in link.value
    )
