"""The case system of Havenstad sends reports. Farid gave it a token; the network fails now and then, so it sends again."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from baken.intake.models import Application, Filing
from baken.privacy import codes
from baken.signals.models import Message, Report
from baken.signals.tests.make import STORY

PAGE, API = "/werk/melden/koppelingen/", "/api/v1/reports"
TICK = "lab-passports-kept-by-employer"
SENT = {"story": STORY, "place": "Kade", "setting": "police", "ticks": [], "language": "nl", "own_id": "Z-12"}


@pytest.fixture
def token(cast, signed_in):
    until = timezone.localdate() + timedelta(days=90)
    page = signed_in(cast.farid).post(PAGE, {"name": "Zaaksysteem", "expires_on": f"{until}"}).content.decode()
    return re.search(r'id="token">([^<]+)<', page)[1]


@pytest.fixture
def send(client, token):
    def post(sent=SENT, key="sleutel-0001", **headers):
        body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        known = {"Authorization": f"Bearer {token}", "Idempotency-Key": key} | headers
        return client.post(API, body, content_type="application/json", headers=known)

    return post


def test_what_the_system_sends_is_one_report_with_number_and_code(cast, send):
    answer, report = send(), Report.objects.get()
    assert answer.status_code == 201
    assert answer.json()["number"] == report.number
    assert codes.found_by(answer.json()["code"]) == report.code_hash
    assert (report.story, report.place, report.municipality) == (STORY, "Kade", cast.havenstad)
    assert Filing.objects.get().application.name == "Zaaksysteem"


def test_the_same_key_with_the_same_body_is_the_same_answer(send):
    assert send().content == send().content
    assert Report.objects.count() == 1


def test_the_same_key_with_another_body_is_refused_and_adds_nothing(send):
    send()
    answer = send(SENT | {"story": "Iets anders."})
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert (Report.objects.count(), Message.objects.count()) == (1, 0)


def test_another_key_is_another_report(send):
    send()
    send(key="sleutel-0002")
    assert Report.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"story": " "}, "story"), ({"story": None}, "story"), ({"story": "x" * 20_001}, "story"),
        ({"place": "x" * 1_001}, "place"), ({"setting": "maan"}, "setting"), ({"language": "fr"}, "language"),
        ({"ticks": "x"}, "ticks"), ({"ticks": [1]}, "ticks"), ({"ticks": ["maan"]}, "ticks"), ({"municipality": "duindorp"}, "municipality"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_field(send, changed, field):
    answer = send(SENT | changed)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [field]
    assert Report.objects.count() == 0


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_told_so(send, body):
    assert send(body).status_code == 400


def test_errors_speak_the_language_that_was_asked(send):
    assert send(b"{").json()["detail"] == "Dit is geen JSON-object."
    assert send(b"{", **{"Accept-Language": "en-GB"}).json()["detail"] == "This is not a JSON object."


def test_other_doors_stay_closed(send, client):
    assert client.get(API).status_code == 405
    assert send(key="kort").status_code == 400
    assert send(b"{" + b" " * 200_000).status_code == 413
    assert send(Authorization="Bearer onbekend").status_code == 401
    assert send(Authorization="Basic onbekend").status_code == 401
    form = client.post(API, {"a": 1}, headers={"Authorization": "Bearer x"})
    assert form.status_code == 401


def test_an_old_or_withdrawn_token_no_longer_works_and_only_its_hash_was_kept(cast, send, token, signed_in):
    kept = Application.objects.get()
    assert token not in str(kept.__dict__)
    Application.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert send().status_code == 401
    Application.objects.update(expires_on=timezone.localdate())
    assert signed_in(cast.els).post(f"{PAGE}{kept.pk}/intrekken/").status_code == 403
    assert send().status_code == 201
    signed_in(cast.farid).post(f"{PAGE}{kept.pk}/intrekken/")
    assert send().status_code == 401


def test_where_nobody_reads_the_system_is_told_and_nothing_is_kept(cast, send):
    for person in (cast.amina, cast.noor):
        person.grants.all().delete()
    assert send().status_code == 409
    assert Report.objects.count() == 0


def test_farid_cannot_give_a_token_for_ever(cast, signed_in):
    page = signed_in(cast.farid).post(PAGE, {"name": "Zaaksysteem", "expires_on": "2099-01-01"})
    assert page.status_code == 422
    assert "een jaar vooruit" in page.content.decode()
