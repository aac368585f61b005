"""Safe headers on errors too (S10; the other answers in test_doors), no cookie for who looks around (S11)."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from baken.signals.tests.make import STORY, make_report
from tests.proof import doors
from tests.proof.addresses import words
from tests.proof.safe import lacks


def broken_report(cast):
    """A report whose story no longer opens."""
    report = make_report(cast.havenstad)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE signals_report SET story = %s WHERE id = %s", [b"stuk", report.pk.hex])
    return f"/werk/meldingen/{report.pk}/"


ERRORS = {  # what somebody asks, and the answer
    400: lambda cast, browser: browser.get("/", headers={"Host": "elders.example"}),
    403: lambda cast, browser: browser.get("/werk/mensen/"),
    404: lambda cast, browser: browser.get("/bestaat-niet/"),
    405: lambda cast, browser: browser.delete("/werk/"),
    413: lambda cast, browser: browser.post("/melden/", {"story": "x" * 1_600_000}),
    422: lambda cast, browser: browser.post("/check/uitkomst/", {"text": ""}),
    500: lambda cast, browser: browser.get(broken_report(cast)),
}


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_is_as_safe_as_a_page(cast, signed_in, status):
    browser = signed_in(cast.amina)
    browser.raise_request_exception = False
    answer = ERRORS[status](cast, browser)
    assert answer.status_code == (
        400 if status == 413 else status
    )  # Django calls a body that is too large a bad one
    assert lacks(answer, personal=True) == []
    assert STORY not in answer.content.decode()


@pytest.mark.parametrize("name", doors.OPEN)
def test_looking_around_sets_no_cookie(cast, client, name):
    assert not client.get(reverse(name, args=words(cast).get(name, []))).cookies


def test_what_is_personal_is_never_kept_by_a_cache(cast, client, signed_in):
    for path in ("/werk/", "/werk/meldingen/", "/werk/ik/"):
        assert signed_in(cast.amina).get(path)["Cache-Control"] == "no-store"
    assert client.post("/check/uitkomst/", {"text": STORY})["Cache-Control"] == "no-store"


def test_a_form_of_another_site_gets_a_safe_answer(cast):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.amina, backend="baken.accounts.backend.StaffBackend")
    answer = browser.post("/werk/ik/", {"language": "en"}, headers={"Origin": "https://elders.example"})
    assert answer.status_code == 403
    assert lacks(answer, personal=True) == []
