"""P1 and P2: few queries, and as many for one report as for a hundred."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.signals.tests.make import make_report


def count(browser, path):
    browser.get(path)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert browser.get(path).status_code == 200
    return len(seen)


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
