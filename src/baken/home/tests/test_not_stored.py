"""R6: nothing can be written (a full or read-only disk): an honest page, and what was typed is on it."""

import pytest
from django.db import connection

from baken.privacy import codes
from baken.signals import services
from baken.signals.models import Message
from baken.signals.tests.make import make_report

TYPED = "Een hele <b>lange</b> tekst die niemand opnieuw wil typen."


@pytest.fixture
def reporter(cast, client):
    report = make_report(cast.havenstad)
    services.add_message(report, text="Dank je.", form="q" * 30, by=cast.amina)
    client.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
    client.raise_request_exception = False
    return client


@pytest.fixture
def read_only(reporter):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        yield
        cursor.execute("PRAGMA query_only = OFF")


def test_what_was_typed_comes_back(reporter, read_only):
    told = {"text": TYPED, "form": "y" * 32, "password": "een heel lang wachtwoord hier"}
    page = reporter.post("/melding/bericht/", told)
    html = page.content.decode()
    assert page.status_code == 503
    assert "Wat je verstuurde is niet bewaard." in html
    assert "&lt;b&gt;lange&lt;/b&gt; tekst" in html
    assert "y" * 32 not in html
    assert "wachtwoord" not in html


def test_who_typed_nothing_hears_the_same(reporter, read_only):
    page = reporter.get("/melding/bericht/")
    assert page.status_code == 503
    assert "Jouw tekst" not in page.content.decode()


def test_any_other_fault_is_still_a_fault(reporter):
    Message.objects.update(text=b"niet verzegeld")
    assert reporter.get("/melding/bericht/").status_code == 500
