"""A line of the inbox: plain words, nothing sealed, and an answer for everything it may meet."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.signals import access, line
from baken.signals.models import Report
from baken.signals.tests.make import make_report

TODAY = timezone.localdate()


@pytest.mark.parametrize(("days", "words"), [(0, "vandaag"), (1, "gisteren"), (12, "12 dagen geleden")])
def test_how_long_it_waits(days, words):
    assert line.waits(days) == words


def test_the_row_of_a_report_is_in_words(cast):
    report = make_report(cast.havenstad)
    Report.objects.update(setting="bestaat-niet", main_type="nieuw", received_on=TODAY - timedelta(days=1))
    (row,) = line.rows(access.inbox(cast.amina, closed=False), today=TODAY, language="nl")
    assert (row["number"], row["place"], row["type_name"], row["waits"]) == (
        report.number,
        "–",
        "Andere vorm",
        "gisteren",
    )
