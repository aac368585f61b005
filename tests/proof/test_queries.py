"""P1 and P2: few queries, and as many for one report as for a hundred."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.links.models import ReportLink
from baken.links.tests.make import make_ground, tell
from baken.signals.models import CLOSED_RANK, Report
from baken.signals.tests.make import make_report
from baken.triage.tests.make import make_filter


def questions(browser, path):
    browser.get(path)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert browser.get(path).status_code == 200
    return [each["sql"] for each in seen]


def count(browser, path):
    return len(questions(browser, path))


def test_a_page_of_what_we_know_asks_the_database_nothing(db, client):
    for path in ("/", "/overzicht/", "/signalen/gen-locked-in/", "/check/aankruisen/?werkplek=police"):
        assert count(client, path) == 0


def test_the_inbox_asks_as_much_for_one_report_as_for_many(cast, signed_in):
    browser = signed_in(cast.amina)
    make_report(cast.havenstad)
    one = count(browser, "/werk/meldingen/")
    for number in range(24):
        make_report(cast.havenstad, form=f"formulier-{number:020d}")
    assert count(browser, "/werk/meldingen/") == one
    assert one <= 8


@pytest.mark.parametrize("query", ["urgentie=normal", "lijst=mijn", "lijst=afgerond&urgentie=normal"])
def test_the_inbox_asks_as_much_with_new_links_and_people_who_have_reports(cast, signed_in, query):
    """The most it does: a filter, who has which report, a list that is kept, and the mark of a new link in every row."""
    browser, asked = signed_in(cast.amina), f"/werk/meldingen/?{query}"
    make_ground(cast.havenstad)
    make_filter(cast.amina)

    def told(many):
        for _ in range(many):
            tell(cast.havenstad, "Er staat een fiets met kenteken 12-BCD-3 in de gang.")
        closed = {"rank": CLOSED_RANK, "status": "closed"} if "afgerond" in query else {}
        Report.objects.update(urgency="normal", taken_by=cast.amina, **closed)
        asks = [each for each in questions(browser, asked) if '"privacy_keyset"' not in each]
        return len(asks)  # a key is asked once a process; inside the transaction of a test it is asked anew

    few = told(2)
    assert told(22) == few
    assert ReportLink.objects.count() > 200
    assert browser.get(asked).content.decode().count("nieuw verband") == 24
    assert few <= 8
