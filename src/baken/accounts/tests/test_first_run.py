"""The first run: who started Baken makes the first municipality and account; after that the page is gone."""

import pytest

from baken.accounts import first_run
from baken.accounts.models import Invitation, Municipality

ASKED = {"region": "Kust", "municipality": "Havenstad", "name": "Farid Smit", "email": "farid@havenstad.example"}


def test_who_started_baken_makes_the_first_account(db, client):
    typed = first_run.code().lower().replace("-", " ")
    answer = client.post("/welkom/", ASKED | {"code": typed})
    assert answer.status_code == 302
    assert "Welkom, Farid Smit" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("code", ["", "AAAA-BBBB-CCCC-DDDD-EEEE", "\u0000é"])
def test_nobody_else_does_and_nothing_typed_is_lost(db, client, code):
    answer = client.post("/welkom/", ASKED | {"code": code})
    assert answer.status_code == 422
    assert "farid@havenstad.example" in answer.content.decode()
    assert not Municipality.objects.exists()
    assert not Invitation.objects.exists()


def test_the_page_is_gone_when_there_is_a_municipality(cast, client):
    assert client.get("/welkom/").status_code == 404
    assert client.post("/welkom/", ASKED | {"code": first_run.code()}).status_code == 404
