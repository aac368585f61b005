"""The 44 terms and their events as an editor wrote them, in both languages, with where each was read."""

from dataclasses import fields, replace

import pytest

from baken.catalogue import load
from baken.catalogue.checks import check
from baken.catalogue.deadlines import LegalTerm, WarningRule, faults
from baken.catalogue.lint import lint
from baken.catalogue.text import Text
from baken.deadlines.confirming import FIELDS, is_confirmed, mark
from baken.deadlines.tests.make import TERMS

EVENTS = load().events
OLD = [slug for slug, term in TERMS.items() if all(source.endswith("_2015") for source in term.sources)]


@pytest.mark.parametrize("item", [*TERMS.values(), *EVENTS.values()], ids=lambda item: item.slug)
def test_each_text_is_there_in_both_languages(item):
    texts = [getattr(item, field.name) for field in fields(item)]
    for text in (text for text in texts if isinstance(text, Text)):
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en


@pytest.mark.parametrize("slug", sorted(TERMS))
def test_each_term_says_where_it_was_read_of_when_and_what_to_check(slug):
    term = TERMS[slug]
    assert term.sources
    assert term.basis
    assert term.as_of
    assert term.acts
    assert len(term.verify.nl) > 20


@pytest.mark.parametrize("slug", OLD)
def test_what_was_read_only_in_a_text_of_2015_is_never_called_sure_and_says_so(slug):
    term = TERMS[slug]
    assert term.as_of == "2015-11-29"
    assert term.confidence in ("medium", "low")
    assert "2015" in term.verify.nl
    assert "2015" in term.verify.en


def test_every_event_starts_or_ends_a_term():
    used = {event for term in TERMS.values() for event in (term.from_event, term.repeats_on, *term.ends_by)}
    assert set(EVENTS) == used - {""}
    assert {slug for slug, event in EVENTS.items() if event.origin == "source"} == {
        t.from_event for t in TERMS.values()
    }


def test_a_term_in_hours_asks_for_the_hour():
    for term in TERMS.values():
        if term.length.startswith("PT") and term.length != "PT0H":
            assert EVENTS[term.from_event].moment


def test_the_content_has_no_faults():
    assert [each for each in lint() if each.is_error or each.place.startswith(("deadlines/", "events/"))] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "forever"}, "kind"),
        ({"end": ""}, "end"),
        ({"days": "some"}, "days"),
        ({"length": "six weeks"}, "length"),
        ({"length": ""}, "length"),
        ({"extension": "P"}, "extension"),
        ({"days": "working", "length": "P1M"}, "length"),
        ({"ends_by": ()}, "ends_by"),
        ({"repeats_on": "misdrijf"}, "repeats_on"),
        ({"warn": ()}, "warn"),
        ({"set_by": "somebody"}, "set_by"),
        ({"confidence": "sure"}, "confidence"),
    ],
)
def test_a_term_that_could_not_be_counted_or_would_go_silent_stops_the_start(change, field):
    term = TERMS["awb_bezwaar"]
    assert not list(faults(term))
    assert field in [name for name, _ in faults(replace(term, **change))]


def test_a_confirmation_is_of_everything_a_clock_goes_by_and_not_of_its_words():
    term = TERMS["vt_informeren"]
    for field in FIELDS:
        old = getattr(term, field)
        changed = replace(term, **{field: (*old, "x") if isinstance(old, tuple) else old + "x"})
        assert not is_confirmed(changed, {term.slug: mark(term)}), field
    assert is_confirmed(replace(term, title=Text("Anders", "Different")), {term.slug: mark(term)})
    assert isinstance(term, LegalTerm)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"from_event": "verzonnen"}, "from_event"),
        ({"ends_by": ("verzonnen",)}, "ends_by"),
        ({"acts": ("somebody",)}, "acts"),
        ({"warn": (WarningRule(before="P1D", roles=("boss",)),)}, "warn"),
    ],
)
def test_a_term_with_a_word_that_nobody_knows_stops_the_start(change, field):
    wrong = replace(TERMS["awb_bezwaar"], **change)
    catalogue = replace(load(), deadlines={**TERMS, "awb_bezwaar": wrong})
    assert [(each.place, each.field) for each in check(catalogue)] == [("deadlines/awb_bezwaar.yaml", field)]
