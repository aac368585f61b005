"""The trace shows that somebody touched it."""

import pytest

from baken.privacy import trace
from baken.privacy.models import Trace, TraceEnd


@pytest.fixture
def five(db):
    for number in range(5):
        trace.note("seen", "report", f"r{number}", actor="amina", municipality="havenstad")


def test_an_untouched_trace_has_no_breaks(five):
    assert trace.breaks() == []


@pytest.mark.parametrize("field", ["actor", "municipality", "verb", "kind", "record", "why", "seal"])
def test_a_changed_line_is_noticed(five, field):
    Trace.objects.filter(number=3).update(**{field: "anders"})
    assert 3 in trace.breaks()


def test_a_removed_line_is_noticed(five):
    Trace.objects.filter(number=2).delete()
    assert trace.breaks()


def test_a_tail_that_was_cut_off_is_noticed(five):
    Trace.objects.filter(number__gte=4).delete()
    assert trace.breaks() == [4]


def test_a_tail_cut_off_together_with_its_end_needs_the_key(five):
    Trace.objects.filter(number=5).delete()
    TraceEnd.objects.update(number=4, seal="0" * 64)
    assert trace.breaks()


def test_what_an_anonymous_person_does_has_a_date_and_no_time(db):
    trace.note("received", "report", "r1", actor=trace.ANONYMOUS)
    line = Trace.objects.get()
    assert line.at is None
    assert line.on is not None
    assert trace.breaks() == []
