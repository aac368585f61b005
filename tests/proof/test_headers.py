"""Headers on every answer (S10), cookies (S11), and no trace of an anonymous reporter (S15)."""

import re

import pytest
from django.urls import reverse

from baken.signals.models import Report
from baken.signals.tests.make import STORY
from tests.proof import doors

PLAIN = [
    name
    for name in doors.OPEN
    if name.split(":")[-1] not in "cell type group indicator setting card misconception"
]
SAID = "canary-7f3a"


def inline(html):
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", html) if "src=" not in tag and "json" not in tag]
    return scripts + re.findall(r"\sstyle=|<style|\son\w+=", html)


@pytest.mark.parametrize("path", [*(reverse(name) for name in PLAIN), "/bestaat-niet/", "/werk/", "/aanmelden/"])
def test_every_answer_is_safe(cast, client, path):
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert int(re.search(r"max-age=(\d+)", answer["Strict-Transport-Security"])[1]) >= 31_536_000
    assert "camera=()" in answer["Permissions-Policy"]
    if answer["Content-Type"].startswith("text/html") and not answer.streaming:
        assert inline(answer.content.decode()) == []


@pytest.mark.parametrize("name", PLAIN)
def test_looking_around_sets_no_cookie(cast, client, name):
    assert not client.get(reverse(name)).cookies


def test_what_is_personal_is_never_kept_by_a_cache(cast, client, signed_in):
    for path in ("/werk/", "/werk/meldingen/", "/werk/ik/"):
        assert signed_in(cast.amina).get(path)["Cache-Control"] == "no-store"
    assert client.post("/check/uitkomst/", {"text": STORY})["Cache-Control"] == "no-store"


def test_the_session_cookie_is_strict_and_has_the_host_prefix(settings):
    assert settings.SESSION_COOKIE_NAME.startswith("__Host-")
    assert settings.SESSION_COOKIE_SECURE
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Strict"


def test_an_anonymous_report_leaves_no_trace_of_the_computer(cast, client, caplog, capfd):
    headers = {"User-Agent": SAID, "Referer": f"https://{SAID}.example/", "X-Forwarded-For": "203.0.113.77"}
    told = {
        "step": "check",
        "go": "send",
        "story": STORY,
        "municipality": "havenstad",
        "who": "anonymous",
        "form": "f" * 32,
    }
    answer = client.post("/melden/", told, headers=headers, REMOTE_ADDR="203.0.113.77")
    assert answer.status_code == 200
    assert Report.objects.count() == 1
    kept = "".join(client.get("/gezond").content.decode()) + caplog.text + "".join(capfd.readouterr())
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            kept += repr(cursor.fetchall())
    assert SAID not in kept
    assert "203.0.113.77" not in kept
    assert "paspoorten" not in kept
