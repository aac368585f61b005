"""Accounts, numbers of firms and documents, handles, firms, nicknames; what wins where two overlap; what is masked."""

import pytest

from baken.traits import Kind, Strength, find, normalise, spans_to_mask
from baken.traits.birth import normalise as born

FOUND = [
    ("iban", "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"),
    ("iban", "nl91abna0417164300", "NL91ABNA0417164300"),
    ("iban", "rekening PL61 1090 1014 0000 0712 1981 2874 van haar", "PL61109010140000071219812874"),
    ("kvk", "KvK 12345678", "12345678"),
    ("kvk", "kvk-nummer: 1234 5678", "12345678"),
    ("kvk", "ingeschreven bij de Kamer van Koophandel onder nummer 12345678", "12345678"),
    ("kvk", "K.v.K. nr. 12345678", "12345678"),
    ("document", "paspoort NXF0B3C42", "NXF0B3C42"),
    ("document", "paspoortnummer: nxf0b3c42", "NXF0B3C42"),
    ("document", "Pools paspoort met nummer EK 1234567", "EK1234567"),
    ("document", "ID-kaart nr. SPECI2014", "SPECI2014"),
    ("document", "v-nummer 2812345678", "2812345678"),
    ("handle", "insta: mooie_meid22", "instagram:mooie_meid22"),
    ("handle", "snap = Sjaak010", "snapchat:sjaak010"),
    ("handle", "@sjaak010 op snap", "snapchat:sjaak010"),
    ("handle", "telegram @sjaak010", "telegram:sjaak010"),
    ("handle", "https://www.instagram.com/Mooie_Meid22/", "instagram:mooie_meid22"),
    ("handle", "tiktok.com/@mooie.meid", "tiktok:mooie.meid"),
    ("handle", "zij heet @mooie_meid22", "@mooie_meid22"),
    ("company", "Nowak Bouw B.V.", "nowak bouw"),
    ("company", "NOWAK BOUW BV", "nowak bouw"),
    ("company", "nowak bouw bv", "nowak bouw"),
    ("company", "Nowak Bouw Sp. z o.o.", "nowak bouw"),
    ("company", "Nowak & Zonen VOF", "nowak en zonen"),
    ("company", "Müller Logistik GmbH", "muller logistik"),
    ("company", "uitzendbureau Nowak", "uitzendbureau nowak"),
    ("nickname", "oom Sjaak", "oom sjaak"),
    ("nickname", "Ome Sjaak", "oom sjaak"),
    ("nickname", "bijgenaamd Kale Piet", "kale piet"),
    ("nickname", "alias 'de Turk'", "turk"),
    ("nickname", "met bijnaam: \u201cBig Boss\u201d", "big boss"),
    ("nickname", "a.k.a. Sjonnie", "sjonnie"),
]
NOT_FOUND = [
    ("iban", "NL92 ABNA 0417 1643 00"),
    ("kvk", "bel 12345678"),
    ("document", "paspoort afgepakt in 2024"),
    ("document", "rijbewijs. 1998 stond erop"),
    ("handle", "op Instagram: alles weg"),
    ("handle", "mail naar jan@gmail.com"),
    ("company", "een Litouwse bv"),
    ("company", "hotel 90 en hotel 110"),
    ("nickname", "een zwarte Golf"),
    ("nickname", "alias de baas"),
]


@pytest.mark.parametrize(("kind", "written", "value"), FOUND)
def test_each_kind_is_found_and_has_one_form(kind, written, value):
    for text in (written, f"Wij zagen {written}; daarna niets."):
        assert [trait.value for trait in find(text) if trait.kind == kind] == [value]
    assert normalise(kind, value) == value


@pytest.mark.parametrize(("kind", "written"), NOT_FOUND)
def test_what_only_looks_like_one_is_not_found(kind, written):
    assert [trait for trait in find(written) if trait.kind == kind] == []


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("NL91 ABNA 0417 1643 00", ["iban"]),
        ("KvK 12345678, tel 0612345678", ["kvk", "phone"]),
        ("Jan van Galenstraat 5", ["address"]),
        ("piet.jansen@gmail.com", ["email"]),
        ("genaamd Oom Sjaak", ["nickname"]),
        ("wa.me/31612345678", ["phone"]),
        ("1234 AB 12", ["address"]),
    ],
)
def test_a_stretch_is_one_trait(written, kinds):
    assert [trait.kind for trait in find(written)] == kinds


@pytest.mark.parametrize(
    ("written", "strength"),
    [
        ("06-12345678", Strength.CERTAIN),
        ("12-BCD-3", Strength.CERTAIN),
        ("kenteken WX 12345", Strength.PROBABLE),
        ("Dorpsstraat 12", Strength.PROBABLE),
        ("Dorpsstraat", Strength.POSSIBLE),
        ("Piet Jansen (12-03-1998)", Strength.PROBABLE),
        ("Piet Jansen", Strength.POSSIBLE),
        ("insta: mooie_meid22", Strength.PROBABLE),
        ("Nowak Bouw B.V.", Strength.POSSIBLE),
    ],
)
def test_how_well_it_identifies(written, strength):
    assert [trait.strength for trait in find(written)] == [strength]


@pytest.mark.parametrize(
    "written", ["12-03-1998", "12 maart 1998", "12 mrt '98", "12/3/98", "12.03.98", "1998-03-12", "12-mrt-1998"]
)
def test_a_date_of_birth_has_one_form(written):
    assert born(written) == "1998-03-12"
    assert born("31-02-1998") is None


def test_everything_personal_is_masked_in_one_go():
    text = (
        "Maria Popescu (geb. 12-3-98, BSN 111222333) woont Dorpsstraat 12a. Zij belt 06-12345678, rekening NL92 ABNA 0417 1643 00,"
        " mail m.popescu@gmail.com. Werkt bij Nowak Bouw B.V. sinds maart. Haar zus Elena is 16."
    )
    left, end = "", 0
    for span in spans_to_mask(text):
        left, end = f"{left}{text[end : span.start]}#", span.end
    left += text[end:]
    assert left == (
        "#, BSN #) woont #. Zij belt #, rekening #, mail #. Werkt bij Nowak Bouw B.V. sinds maart. Haar zus # is 16."
    )


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Rekening NL91ABNA0417164300. Ze is bang.", ["NL91ABNA0417164300"]),
        ("Op NL91 ABNA 0417 1643 00 12 keer betaald", ["NL91 ABNA 0417 1643 00"]),
        ("Een typefout: NL91 ABNA 0417 1643 01 en verder niets", ["NL91 ABNA 0417 1643 01"]),
        ("Op kamer NL12 waar de meisjes slapen is het koud", []),
    ],
)
def test_the_words_after_an_account_stay(text, hidden):
    assert [text[span.start : span.end] for span in spans_to_mask(text)] == hidden


def test_a_bsn_is_masked_but_never_a_trait():
    assert find("111222333") == ()
    assert [span.what for span in spans_to_mask("111222333 en 111222334")] == ["bsn"]


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="schoenmaat"):
        normalise("schoenmaat", "44")
    assert normalise(Kind.PHONE, "geen nummer") is None
