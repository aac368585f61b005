"""Which reports share something: how sure, why, and what never links."""

import pytest

from baken.traits.compare import Index, links
from baken.traits.fields import told
from baken.traits.ordinary import LIMITS


def shared(one, other, **places):
    """The links between two texts, as (kind, value, strength)."""
    reports = [told(rid, text, {}, places.get(rid, "Havenstad")) for rid, text in (("r1", one), ("r2", other))]
    return [(str(link.on), link.value, str(link.strength)) for link in links(reports)]


@pytest.mark.parametrize(
    ("one", "other", "link"),
    [
        ("bel 06-12345678", "nul zes twaalf vierendertig zesenvijftig achtenzeventig", ("phone", "+31612345678", "certain")),
        ("j.jansen@gmail.com", "jjansen at googlemail punt com", ("email", "jjansen@gmail.com", "certain")),
        ("busje 12-BCD-3", "kenteken 12bcd3", ("plate", "12BCD3", "certain")),
        ("Pools kenteken WX 12345", "kenteken WX12345", ("plate", "PL WX12345", "probable")),
        ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", ("iban", "NL91ABNA0417164300", "certain")),
        ("KvK 12345678", "kamer van koophandel 1234 5678", ("kvk", "12345678", "probable")),
        ("Dorpsstr. 12a", "Dorpsstraat 12 A, 1234AB", ("address", "dorpsstraat 12 a, 1234AB", "probable")),
        ("1234 AB 12a", "Dorpsstraat 12 A, 1234AB", ("address", "dorpsstraat 12 a, 1234AB", "probable")),
        ("Jansen, P., geb. 12-3-98", "Piet Jansen (12-03-1998)", ("person", "piet jansen 1998-03-12", "probable")),
        ("Jansen, P.", "Piet Jansen zegt", ("person", "piet jansen", "possible")),
        ("Berg, P. van den", "P. v.d. Berg", ("person", "p van der berg", "possible")),
        ("met Youssef Amrani", "met Yusuf Amrani", ("person", "youssef amrani", "possible")),
        ("paspoort NXF0B3C42", "paspoortnr nxf0b3c42", ("document", "NXF0B3C42", "certain")),
        ("insta: mooie_meid22", "instagram.com/mooie_meid22", ("handle", "instagram:mooie_meid22", "probable")),
        ("insta: mooie_meid22", "snap: mooie_meid22", ("handle", "instagram:mooie_meid22", "possible")),
        ("Nowak Bouw B.V.", "nowak bouw bv", ("company", "nowak bouw", "possible")),
        ("oom Sjaak", "Ome Sjaak", ("nickname", "oom sjaak", "possible")),
    ],
)  # fmt: skip
def test_the_same_thing_in_two_notations_links(one, other, link):
    assert shared(one, other) == [link]
    (kind, _, strength) = link
    assert [(kind, strength)] == [(each[0], each[2]) for each in shared(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Piet Jansen", "Paul Jansen"),
        ("Piet Jansen (12-03-1998)", "Piet Jansen (13-03-1998)"),
        ("Dorpsstraat 12", "Dorpsstraat 12a"),
        ("Dorpsstraat 12, 1234 AB", "Dorpsstraat 12, 1235 AB"),
        ("Dorpsstraat 12", "Dorpsstraat 14"),
        ("Pools kenteken WX 12345", "Roemeens kenteken WX 12345"),
        ("06-12345678", "06-12345679"),
        ("met Fatima in huis", "met Fatima in huis"),
        ("in de Dorpsstraat", "in de Dorpsstraat"),
        ("met Fatima in de Dorpsstraat", "met Fatima in de Dorpsstraat"),
        ("bel 112 of 0900-8844", "bel 112 of 0900-8844"),
        ("info@hotel.nl", "info@hotel.nl"),
        ("piet@politie.nl", "piet@politie.nl"),
        ("BSN 111222333", "BSN 111222333"),
        ("", ""),
    ],
)
def test_what_is_not_the_same_or_says_too_little_does_not_link(one, other):
    assert shared(one, other) == []


def test_a_street_in_another_municipality_is_only_possible():
    assert shared("Dorpsstraat 12", "Dorpsstraat 12", r2="Duindorp") == [("address", "dorpsstraat 12", "possible")]


def test_a_weak_trait_links_beside_another_and_stays_possible():
    assert shared("Fatima belt met 06-12345678", "06-12345678 is van Fatima") == [
        ("phone", "+31612345678", "certain"),
        ("person", "fatima", "possible"),
    ]


def test_the_reporters_own_number_is_no_link():
    own = {"contact_phone": "0031 6 12345678", "contact_email": "ik@bedrijf.nl"}
    reports = [
        told("r1", "Ik ben bereikbaar op 06-12345678", own),
        told("r2", "Bel mij, ik@bedrijf.nl", own),
        told("r3", "Hij belde vanaf 06-12345678", {}),
        told("r4", "06 12345678", {}),
    ]
    assert [(link.a, link.b) for link in links(reports)] == [("r3", "r4")]


def test_fields_are_read_by_their_name():
    reports = [
        told(
            "r1",
            "",
            {
                "kvk": "12345678",
                "name": "Jansen, Piet",
                "dob": "12-03-98",
                "street": "Dorpsstraat",
                "number": "12",
            },
        ),
        told("r2", "KvK 12345678, Piet Jansen (12-03-1998), Dorpsstraat 12", {}),
        told("r3", "", {"suspect_phone": "612345678", "insta": "mooie_meid22", "remarks": "auto 12-BCD-3"}),
        told("r4", "06-12345678, insta: mooie_meid22, 12-BCD-3", {}),
    ]
    found = {(link.a, link.b, str(link.on)) for link in links(reports)}
    assert found == {("r1", "r2", kind) for kind in ("kvk", "person", "address")} | {
        ("r3", "r4", kind) for kind in ("phone", "handle", "plate")
    }


def test_each_pair_and_kind_once():
    reports = [told(rid, "06-12345678 en 06-87654321, Piet Jansen en P. Jansen", {}) for rid in "abc"]
    found = [(link.a, link.b, link.on) for link in links(reports)]
    assert len(found) == len(set(found)) == 6
    assert {(a, b) for a, b, _ in found} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_what_many_reports_hold_links_no_more():
    index = Index()
    counts = [len(index.links(told(number, "Nowak Bouw B.V.", {}))) for number in range(LIMITS["possible"] + 5)]
    assert counts[: LIMITS["possible"] + 1] == list(range(LIMITS["possible"] + 1))
    assert counts[LIMITS["possible"] + 1 :] == [0] * 4


def test_why_is_one_dutch_sentence():
    reports = [told(rid, "06-12345678, 12-BCD-3, Dorpsstraat 12, Piet Jansen", {}, "Havenstad") for rid in "ab"]
    for link in links(reports):
        assert link.why[0].isupper()
        assert link.why.endswith(".")
        assert "beide meldingen" in link.why
