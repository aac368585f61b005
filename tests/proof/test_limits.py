"""S9: whoever tries too often waits, at exactly the limit, and is told how long; the pages with 112 always open.

How the pages keep up while somebody hammers is measured by hand (`python -m benchmarks.hammer`).
"""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from baken.accounts import session
from baken.accounts.tests.make import PASSWORD
from baken.intake import api_views, applications
from baken.links import services as links
from baken.links.models import HitRequest
from baken.links.tests.make import a_question, tell
from baken.links.tests.test_asking import ALL
from baken.privacy import codes
from baken.signals.tests.make import make_report
from baken.signals.tests.test_report import ANSWERS

ELSEWHERE = "198.51.100.9"


@pytest.fixture
def clock(monkeypatch):
    """The time of everything that counts; it stands still until a test moves it."""
    now = [time.time()]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def public(number=0, address="203.0.113.7"):
    """Somebody sends a report."""
    sent = ANSWERS | {"form": f"{number:04d}" + "g" * 28, "step": "check", "go": "send"}
    return Client(REMOTE_ADDR=address).post("/melden/", sent)


def status(number=0, address="203.0.113.7"):
    """Somebody tries a code."""
    return Client(REMOTE_ADDR=address).post("/melding/", {"code": f"{number:020d}"})


def question(reporter):
    """A reporter with a code adds to the report, or asks."""

    def ask(number=0, address="203.0.113.7"):
        form = {"text": f"Vraag {number}?", "form": f"{number:04d}" + "v" * 28}
        return reporter.post("/melding/bericht/", form, REMOTE_ADDR=address)

    return ask


def sign_in(number=0, address="203.0.113.7", login="hugo@havenstad.example", password="verkeerd-wachtwoord"):
    return Client(REMOTE_ADDR=address).post("/aanmelden/", {"login": login, "password": password})


@pytest.fixture
def hugo(cast):
    """Hugo with a password and an app."""
    Authenticator.objects.filter(user=cast.hugo).delete()
    TOTP.activate(cast.hugo, generate_totp_secret())
    cast.hugo.set_password(PASSWORD)
    cast.hugo.save()
    return cast.hugo


@pytest.fixture
def reporter(cast):
    make_report(cast.havenstad)
    browser = Client()
    browser.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
    return browser


def goes_on(send, most):
    """How many go on before the first one that must wait, and that answer."""
    for number in range(most + 5):
        answer = send(number)
        if answer.status_code == 429:
            return number, answer
    return most + 5, None


@pytest.mark.parametrize("what", ["public", "status", "question"])
def test_five_go_on_at_once_and_the_sixth_waits_what_it_is_told(cast, clock, reporter, what):
    send = {"public": public, "status": status, "question": question(reporter)}[what]
    count, answer = goes_on(send, 5)
    assert (count, answer["Retry-After"]) == (5, "5")
    assert b"112" in answer.content
    assert send(count, ELSEWHERE).status_code != 429
    clock[0] += 601
    assert send(count).status_code != 429


def test_who_waited_with_an_answer_sends_it_with_the_same_button(cast, clock, reporter):
    count, answer = goes_on(question(reporter), 5)
    fields = {name: value for name, value in answer.context["kept"] if name != "csrfmiddlewaretoken"}
    early = reporter.post("/melding/bericht/", fields, REMOTE_ADDR="203.0.113.7")
    clock[0] += 6
    later = reporter.post("/melding/bericht/", fields, REMOTE_ADDR="203.0.113.7")
    assert (early.status_code, later.status_code, fields["text"]) == (429, 302, f"Vraag {count}?")


def test_five_wrong_passwords_for_one_account_then_five_minutes(cast, clock, hugo):
    count, answer = goes_on(lambda number: sign_in(address=f"203.0.113.{number}"), 5)
    assert (count, answer["Retry-After"]) == (5, "300")
    assert b"Wacht 5 minuten" in answer.content
    assert (
        sign_in(password=PASSWORD, address=ELSEWHERE).status_code == 429
    )  # the right one too, so nobody learns anything
    clock[0] += 301
    assert sign_in(password=PASSWORD, address=ELSEWHERE).status_code == 302


def test_an_account_that_is_not_there_has_the_same_limit(cast, clock):
    count, answer = goes_on(lambda number: sign_in(address=f"203.0.113.{number}", login="niemand@x.example"), 5)
    assert (count, answer["Retry-After"]) == (5, "300")


def test_ten_wrong_passwords_from_one_address_whatever_the_account(cast, clock):
    count, _ = goes_on(lambda number: sign_in(login=f"iemand-{number}@x.example"), 10)
    assert count == 10
    assert sign_in(login="iemand-99@x.example", address=ELSEWHERE).status_code == 200
    clock[0] += 61
    assert sign_in(login="iemand-100@x.example").status_code == 200


def test_behind_a_proxy_one_person_does_not_shut_everybody_out(cast, clock, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    def from_outside(number, address="203.0.113.7"):
        told = {"login": f"iemand-{number}@x.example", "password": "verkeerd-wachtwoord"}
        return Client().post("/aanmelden/", told, headers={"X-Forwarded-For": f"1.1.1.{number}, {address}"})

    assert goes_on(from_outside, 10)[0] == 10
    assert from_outside(99, ELSEWHERE).status_code == 200


def test_very_many_accounts_do_not_push_a_count_out(cast, clock, monkeypatch):
    for number in range(5):
        sign_in(address=f"203.0.113.{number}")
    monkeypatch.setattr("baken.accounts.passwords.Argon2id.memory_cost", 8)  # the hash is not what is tried here
    monkeypatch.setattr("baken.accounts.passwords.Argon2id.time_cost", 1)
    for number in range(250):
        clock[0] += 0.2
        sign_in(login=f"iemand-{number}@x.example", address=f"198.51.{number // 200}.{number % 200}")
    assert sign_in(address=ELSEWHERE).status_code == 429


def test_everybody_together_is_let_in_little_by_little(cast, clock, monkeypatch):
    monkeypatch.setattr("baken.accounts.passwords.Argon2id.memory_cost", 8)  # the hash is not what is tried here

    def somebody(number):
        return sign_in(login=f"iemand-{number}@x.example", address=f"198.51.{number // 200}.{number % 200}")

    count, answer = goes_on(somebody, session.AT_ONCE)
    assert (count, answer["Retry-After"]) == (60, "10")
    clock[0] += 1
    assert [somebody(100 + number).status_code for number in range(6)] == [200] * 5 + [429]


def test_five_wrong_codes_of_the_second_step(cast, clock, hugo):
    browser = Client(REMOTE_ADDR="203.0.113.7")
    assert browser.post("/aanmelden/", {"login": hugo.email, "password": PASSWORD}).status_code == 302
    step = "/aanmelden/tweede-stap/authenticate/"
    count, answer = goes_on(lambda number: browser.post(step, {"code": f"{number:06d}"}), 5)
    assert (count, answer["Retry-After"]) == (5, "300")


def test_a_token_may_ask_sixty_times_a_minute(cast, clock):
    first, second = (
        applications.give_token(name=name, expires_on=timezone.localdate(), by=cast.farid)
        for name in ("Een", "Twee")
    )

    def send(number, token=first):
        known = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"sleutel-{number:04d}"}
        return Client().post("/api/v1/reports", b"[]", content_type="application/json", headers=known)

    count, answer = goes_on(send, api_views.A_MINUTE)
    assert (count, answer["Retry-After"], answer["Content-Type"]) == (60, "60", "application/problem+json")
    assert "hooguit 60 per minuut" in json.loads(answer.content)["detail"]
    assert send(0, second).status_code == 400
    clock[0] += 60
    assert send(0).status_code == 400


def test_thirty_questions_about_hits_an_hour(cast, signed_in):
    _, asked = a_question(cast)
    known = {"region": asked.region, "from_place": cast.havenstad, "to_place": cast.duindorp, "kind": "plate"}
    for number in range(28):
        HitRequest(report=tell(cast.havenstad, f"Verzonnen {number}."), asked_by=cast.amina, asked_at=timezone.now(), **known).save()  # fmt: skip
    told = ALL
    answers = []
    for _ in range(3):
        report = tell(cast.havenstad, "kenteken 12-BCD-3")
        path = f"/werk/verbanden/treffer/{report.pk}/duindorp/plate/"
        answers.append(signed_in(cast.amina).post(path, told))
    assert [answer.status_code for answer in answers] == [302, 429, 429]
    assert 3_500 < int(answers[-1]["Retry-After"]) <= 3_600
    assert HitRequest.objects.filter(asked_by=cast.amina).count() == links.QUESTIONS


def test_the_pages_with_112_and_0800_always_open(cast, clock, reporter, hugo):
    for number in range(30):
        public(number), status(number), sign_in(number)
    browser = Client(REMOTE_ADDR="203.0.113.7")
    for path in [
        "/",
        "/hulp/",
        "/contact/",
        "/melden/",
        "/melding/",
        "/aanmelden/",
        "/en/",
        "/en/hulp/",
        "/hulp/vi/2f1/",
    ] * 20:
        assert browser.get(path).status_code == 200
    assert "112" in browser.get("/hulp/").content.decode()
    for path in ("/hulp/nl/2f1/", "/contact/", "/hulp/en/2f1/", "/hulp/ti/2f1/"):
        page = browser.get(path).content.decode()
        assert "112" in page
        assert "0800" in page
