"""Somebody floods the form with junk. Who really has something to tell waits a few seconds, loses nothing, and is heard."""

import re
import time
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from baken.intake import pressure
from baken.signals.models import Report
from baken.signals.tests.test_report import ANSWERS
from baken.ui.address import address_of

TODAY = date(2026, 11, 30)


def send(client, number=0, address="203.0.113.7", **changed):
    sent = ANSWERS | {"form": f"{number:04d}" + "f" * 28, "step": "check", "go": "send"} | changed
    return client.post("/melden/", sent, REMOTE_ADDR=address)


def kept_on(page):
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode()))


@pytest.fixture
def clock(monkeypatch):
    now = [time.time()]
    monkeypatch.setattr("baken.intake.flood.time.time", lambda: now[0])
    return now


def test_a_few_reports_go_on_at_once_then_it_costs_time_and_ever_more(cast, client):
    assert [send(client, number).status_code for number in range(5)] == [200] * 5
    waits = [int(send(client, number)["Retry-After"]) for number in range(5, 9)]
    assert waits == [5, 10, 20, 40]
    assert Report.objects.count() == 5


def test_who_waits_loses_nothing_and_sends_with_the_same_button(cast, client, clock):
    for number in range(5):
        send(client, number)
    page = send(client, 5)
    assert page.status_code == 429
    assert ANSWERS["story"] in page.content.decode()
    early = client.post("/melden/", kept_on(page), REMOTE_ADDR="203.0.113.7")
    assert early.status_code == 429
    assert kept_on(early) == kept_on(page)
    clock[0] += 6
    assert "Bewaar deze code" in client.post("/melden/", kept_on(page), REMOTE_ADDR="203.0.113.7").content.decode()
    assert Report.objects.count() == 6


def test_a_ticket_is_for_one_form_once_and_cannot_be_made_up(cast, client, clock):
    for number in range(5):
        send(client, number)
    ticket = kept_on(send(client, 5))["kaartje"]
    clock[0] += 6
    assert send(client, 6, kaartje=ticket).status_code == 429
    assert send(client, 5, kaartje=ticket).status_code == 200
    assert send(client, 5, kaartje=ticket, story="Nog meer onzin.").status_code == 429
    assert send(client, 7, kaartje="verzonnen").status_code == 429


def test_who_sent_a_photo_along_is_asked_to_choose_it_again(cast, client):
    for number in range(5):
        send(client, number)
    page = send(client, 5, attachments=SimpleUploadedFile("foto.jpg", b"x", content_type="image/jpeg"))
    assert page.status_code == 429
    assert "Kies je bestanden opnieuw" in page.content.decode()


def test_another_address_is_not_made_to_wait(cast, client):
    for number in range(20):
        send(client, number)
    assert send(client, 99, address="198.51.100.1").status_code == 200


def test_trying_codes_costs_ever_more_too(cast, client):
    tries = [
        client.post("/melding/", {"code": f"{n:020d}"}, REMOTE_ADDR="203.0.113.8").status_code for n in range(7)
    ]
    assert tries == [422] * 5 + [429] * 2


def test_when_everybody_sends_at_once_each_waits_a_little():
    door, now = pressure.Pressure(), 1000.0
    for number in range(pressure.BUSY):
        assert door.ask(f"adres {number}", now=now, today=TODAY) == 0
    assert door.ask("iemand anders", now=now, today=TODAY) == pressure.BUSY_WAIT
    assert door.ask("iemand anders", now=now + 61, today=TODAY) == 0


def test_after_a_while_and_on_another_day_all_is_as_before():
    door = pressure.Pressure()
    waits = [door.ask("a", now=float(n), today=TODAY) for n in range(20)]
    assert waits[-1] == pressure.LONGEST_WAIT
    assert door.ask("a", now=700.0, today=TODAY) == 0
    for number in range(20):
        door.ask("a", now=700.0 + number, today=TODAY)
    assert door.ask("a", now=721.0, today=date(2026, 12, 1)) == 0


def test_the_address_itself_is_nowhere_and_the_salt_is_thrown_away_every_day():
    door = pressure.Pressure()
    door.ask("203.0.113.7", now=1.0, today=TODAY)
    salt = door._salt
    assert "203.0.113.7" not in str(door.__dict__)
    door.ask("203.0.113.7", now=2.0, today=date(2026, 12, 1))
    assert door._salt != salt
    assert len(door._of) == 1


def test_many_addresses_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(pressure, "MOST_KNOWN", 10)
    door = pressure.Pressure()
    for number in range(100):
        door.ask(f"{number}", now=1.0, today=TODAY)
    assert len(door._of) <= 10


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxy", "known"),
    [
        ("203.0.113.7", "1.2.3.4", False, "203.0.113.7"),
        ("127.0.0.1", "1.2.3.4, 203.0.113.7", True, "203.0.113.7"),
        ("127.0.0.1", None, False, ""),
        ("onzin", None, False, ""),
        ("2001:db8:1:2::9", None, False, str(0x20010DB800010002)),
    ],
)
def test_whose_turn_it_is(rf, settings, remote, forwarded, proxy, known):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if proxy else None
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address_of(rf.post("/melden/", REMOTE_ADDR=remote, headers=headers)) == known
