"""What holds for any text: rules never raise, places are exact, a normalised value stays as it is, different ones stay apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.traits import Kind, find, normalise, spans_to_mask
from baken.traits.tests import notations

calm = settings(deadline=None, derandomize=True)  # other work runs on the machine; the same texts each time
PIECES = [row[0] for rows in (notations.PHONES, notations.EMAILS, notations.PLATES, notations.ADDRESSES, notations.PERSONS) for row in rows] + [
    "NL91 ABNA 0417 1643 00", "PL61109010140000071219812874", "kvk 12345678", "paspoort NXF0B3C42", "insta: x_y", "@naam op snap", "Nowak B.V.", "alias Kale Piet", "geb. 12-3-98",
    "bsn 111222333", "oom Sjaak", "genaamd", "kenteken", "tel", "Poolse", "+", "0031", "@", ".", ",", "\n", "é", "ß", "İ", "ﬁ", "\u200b", "①", "٠٦", "𝟎𝟔", "😀", "Ё", "阮", "e\u0301",
]  # fmt: skip
ODD = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", ", ", "-", "\n"]).map(lambda glue: glue.join(parts))
)


@calm
@given(ODD | st.text(alphabet=st.characters(), max_size=60))
def test_places_are_exact_and_do_not_overlap(text):
    end = 0
    for trait in find(text):
        assert trait.evidence == text[trait.start : trait.end]
        assert trait.evidence
        assert trait.start >= end
        end = trait.end


@calm
@given(ODD)
def test_what_is_to_mask_lies_in_the_text_in_order(text):
    end = 0
    for span in spans_to_mask(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@calm
@given(ODD)
def test_a_value_that_was_found_is_already_normal(text):
    for trait in find(text):
        assert normalise(trait.kind, trait.value) == trait.value, trait


@pytest.mark.parametrize("kind", list(Kind))
@calm
@given(raw=ODD | st.text(alphabet=st.characters(), max_size=40))
def test_normalising_twice_is_normalising_once(kind, raw):
    once = normalise(kind, raw)
    if once is not None:
        assert normalise(kind, once) == once


LETTERS = "BDFGHJKLNPRSTVXZ"
DIGITS = st.integers(0, 99_999_999)
IDENTIFIERS = {
    "phone": DIGITS.map(lambda n: f"06{n:08}"),
    "kvk": DIGITS.map(lambda n: f"{n:08}"),
    "plate": st.tuples(st.integers(0, 99), st.text(LETTERS, min_size=3, max_size=3), st.integers(0, 9)).map(lambda p: f"{p[0]:02}-{p[1]}-{p[2]}"),
    "document": st.tuples(st.text(LETTERS, min_size=2, max_size=2), st.integers(0, 9_999_999)).map(lambda p: f"{p[0]}{p[1]:07}"),
    "address": st.tuples(
        st.sampled_from(["Dorpsstraat", "Kerkstraat", "Kerklaan", "Oude Dijk", "Van Galenstraat"]),
        st.integers(1, 9999),
        st.sampled_from(["", " a", " b", " 2", " bis"]),
        st.sampled_from(["", ", 1234 AB", ", 1234 AC"]),
    ).map(lambda p: f"{p[0]} {p[1]}{p[2]}{p[3]}"),
    "email": st.tuples(st.from_regex(r"[a-z][a-z0-9_-]{1,12}", fullmatch=True), st.sampled_from(["gmail.com", "bedrijf.nl", "hotmail.com"])).map("@".join),
    "person": st.tuples(
        st.sampled_from(["Piet", "Anna", "Łukasz", "P.", "A."]), st.sampled_from(["Jansen", "van den Berg", "Kowalska", "Nowak"]),
        st.sampled_from(["", " 12-03-1998", " 13-03-1998"]),
    ).map(lambda p: f"{p[0]} {p[1]}{p[2]}"),
    "handle": st.tuples(st.sampled_from(["insta", "snap"]), st.from_regex(r"[a-z][a-z0-9_]{3,12}", fullmatch=True)).map(": ".join),
    "company": st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True).map(lambda name: f"{name} B.V."),
    "nickname": st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True),
}  # fmt: skip


def _iban(account):
    from stdnum import iban

    bare = f"NL00ABNA{account:010}"
    return f"NL{iban.calc_check_digits(bare)}ABNA{account:010}"


@pytest.mark.parametrize("kind", list(IDENTIFIERS))
@calm
@given(data=st.data())
def test_different_identifiers_never_become_one(kind, data):
    one, other = data.draw(IDENTIFIERS[kind]), data.draw(IDENTIFIERS[kind])
    if one != other:
        assert normalise(kind, one) is not None
        assert normalise(kind, one) != normalise(kind, other)


@calm
@given(st.integers(0, 9_999_999_999), st.integers(0, 9_999_999_999))
def test_different_accounts_never_become_one(one, other):
    from stdnum import iban

    told = [_iban(each) for each in {one, other}]
    known = [normalise("iban", each) for each in told if iban.is_valid(each)]
    assert None not in known
    assert len(set(known)) == len(known)
