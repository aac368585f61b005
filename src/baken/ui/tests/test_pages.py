"""Parts of pages: what is remembered and what not, dates, links of the desk, headers in the demo."""

import gzip
from datetime import UTC, datetime

from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import override

from baken.ui import desk, public
from baken.ui.headers import SafeHeaders
from baken.ui.templatetags.ui import clock, day, say


def answer(status=200):
    return HttpResponse("x", status=status)


def test_a_still_page_is_made_once(rf: RequestFactory):
    made = []
    page = public.still(lambda request: made.append(1) or answer())
    assert [page(rf.get("/a")).status_code for _ in range(3)] == [200] * 3
    assert made == [1]


def test_a_page_that_went_wrong_or_is_being_made_is_not_remembered(rf, settings):
    made = []
    page = public.still(lambda request: made.append(1) or answer(404))
    page(rf.get("/b"))
    page(rf.get("/b"))
    settings.DEBUG = True
    good = public.still(lambda request: made.append(2) or answer())
    good(rf.get("/c"))
    good(rf.get("/c"))
    assert made == [1, 1, 2, 2]


def test_a_still_page_goes_packed_to_who_can_unpack_it(client):
    plain = client.get("/overzicht/")
    packed = client.get("/overzicht/", headers={"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 3
    assert packed["Content-Encoding"] == "gzip"
    assert all("Accept-Encoding" in answer["Vary"] for answer in (plain, packed))
    assert "Content-Encoding" not in plain


def test_a_page_with_something_personal_is_never_packed(cast, signed_in):
    answer = signed_in(cast.amina).get("/werk/", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer


def test_there_is_an_end_to_what_is_remembered(rf, monkeypatch):
    monkeypatch.setattr(public, "REMEMBERED", 2)
    page = public.still(lambda request: answer())
    for number in range(5):
        page(rf.get(f"/{number}"))
    assert len(public._pages) <= 2


def test_dates_as_people_say_them():
    moment = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    with override("nl"):
        assert (day(moment), clock(moment)) == ("25 november 2026", "00:30")
    with override("en"):
        assert day(moment.date()) == "24 November 2026"
    assert (day(None), clock(None), say(None)) == ("", "", "")


def test_a_link_is_offered_once():
    before = list(desk._links)
    desk.offer(before[0])
    assert desk._links == before


def test_over_plain_http_no_promise_of_https_is_made(rf, settings):
    settings.HTTPS = False
    assert "Strict-Transport-Security" not in SafeHeaders(lambda request: answer())(rf.get("/"))
