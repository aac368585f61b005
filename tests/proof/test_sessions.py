"""S11: every cookie is bound to this host, and sessions end in time and at every change of password, step or role."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from baken.accounts import services
from baken.accounts.models import User
from baken.accounts.roles import Role
from baken.accounts.tests.make import PASSWORD
from baken.privacy import codes
from baken.privacy.models import Trace
from baken.signals.tests.make import make_report

STEPS = "/aanmelden/tweede-stap/"
OTHER = "duinroos-in-de-branding-8"


def now(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.fixture
def hugo(cast):
    """Hugo with a real password and a real app: (person, secret of the app)."""
    Authenticator.objects.filter(user=cast.hugo).delete()
    secret = generate_totp_secret()
    TOTP.activate(cast.hugo, secret)
    cast.hugo.set_password(PASSWORD)
    cast.hugo.save()
    return cast.hugo, secret


def sign_in(person, secret, browser=None):
    browser = browser or Client()
    browser.post("/aanmelden/", {"login": person.email, "password": PASSWORD})
    Authenticator.objects.filter(user=person).update(last_used_at=None)
    from django.core.cache import cache

    cache.clear()  # the same code twice in one half minute is refused; that is not what is tested here
    browser.post(f"{STEPS}authenticate/", {"code": now(secret)})
    assert browser.get("/werk/").status_code == 200
    return browser


def session_id(browser, settings):
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def test_every_cookie_is_bound_to_this_host_and_read_by_nobody_else(cast, client, signed_in, hugo, settings):
    desk = sign_in(*hugo)
    desk.post("/werk/ik/", {"language": "en"})
    desk.post("/werk/ik/afwezig/", {})
    make_report(cast.havenstad)
    client.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
    cookies = {**desk.cookies, **client.cookies}
    assert len(cookies) == 4, sorted(cookies)
    for name, cookie in cookies.items():
        assert name.startswith("__Host-"), name
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict"), name
        assert (cookie["path"], cookie["domain"]) == ("/", ""), name


def test_signing_in_gives_a_new_session(hugo, settings):
    browser = Client()
    first = session_id(sign_in(*hugo, browser), settings)
    assert session_id(sign_in(*hugo, Client()), settings) != first
    browser.get("/aanmelden/uit/")
    browser.post("/aanmelden/uit/")
    assert session_id(sign_in(*hugo, browser), settings) != first


@pytest.mark.parametrize(("field", "minutes", "status"), [
    ("seen", 29, 200), ("seen", 31, 302), ("began", 11 * 60 + 59, 200), ("began", 12 * 60 + 1, 302),
])  # fmt: skip
@pytest.mark.parametrize("path", ["/werk/", STEPS])
def test_a_session_ends_after_half_an_hour_idle_and_after_twelve_hours(
    cast, signed_in, path, field, minutes, status
):
    browser = signed_in(cast.hugo)
    browser.get("/werk/")
    session = browser.session
    session[field] = int(time.time()) - minutes * 60
    session.save()
    assert browser.get(path).status_code == status
    assert browser.get("/werk/").status_code == (200 if status == 200 else 302)


def other_sessions_end(person, mine, change):
    """`change` happens in `mine`: that browser stays with a new session id, every other one is out."""
    other = Client()
    other.force_login(User.objects.get(pk=person.pk), backend="baken.accounts.backend.StaffBackend")
    assert other.get("/werk/").status_code == 200
    change(mine)
    assert other.get("/werk/").headers["Location"].startswith("/aanmelden/?next=")


def test_a_new_password_ends_every_other_session_and_renews_this_one(hugo, settings):
    mine = sign_in(*hugo)
    before = session_id(mine, settings)
    words = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}
    other_sessions_end(hugo[0], mine, lambda browser: browser.post("/aanmelden/wachtwoord/", words))
    assert mine.get("/werk/").status_code == 200
    assert session_id(mine, settings) != before


def take_away(browser):
    """The page asks the password once more and then goes on with what was asked."""
    asked = browser.post(f"{STEPS}totp/deactivate/").headers["Location"]
    assert browser.post(asked, {"password": PASSWORD}).status_code == 302


def test_taking_the_second_step_away_ends_every_other_session_and_shuts_this_one(hugo):
    mine = sign_in(*hugo)
    other_sessions_end(hugo[0], mine, take_away)
    assert mine.get("/werk/").headers["Location"] == f"{STEPS}totp/activate/"
    assert Trace.objects.filter(verb="second step changed", record=str(hugo[0].pk)).count() == 1


def test_a_post_that_changes_no_second_step_ends_nothing(hugo):
    mine = sign_in(*hugo)
    mine.post(f"{STEPS}totp/activate/", {"code": "000000"})
    assert mine.get("/werk/").status_code == 200


def test_other_roles_end_every_session(cast, signed_in):
    browser = signed_in(cast.hugo)
    assert browser.get("/werk/").status_code == 200
    services.set_roles(cast.hugo, roles=[Role.FOCAL_OFFICER], by=cast.farid)
    assert browser.get("/werk/").status_code == 302


def test_passkeys_are_listed(cast, signed_in):
    assert signed_in(cast.hugo).get(f"{STEPS}webauthn/").status_code == 200
