"""Signed in safely: idle and longest time, and no work pages before the second factor is set."""

import time
from collections.abc import Callable

from allauth.core.internal.ratelimit import respond_429
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from baken.accounts import access, services
from baken.accounts.models import User
from baken.ui.bucket import Bucket

DEMO_SIGN_IN = "demo_sign_in"
SIGN_IN = "/aanmelden/"
FOR_STAFF = ("/werk/", SIGN_IN)
AT_ONCE, A_SECOND, BUSY_WAIT = 60, 5.0, 10  # passwords of everybody together: each costs a slow hash
_passwords = Bucket(AT_ONCE, A_SECOND)
EASE_SECONDS = 60  # the session is written at most once a minute, not at every page


def forget() -> None:
    """Count anew (in tests)."""
    _passwords.__init__(AT_ONCE, A_SECOND)  # type: ignore[misc]


def _too_many(request: HttpRequest) -> bool:
    """Whether this is one password too many of everybody together."""
    return request.method == "POST" and request.path == SIGN_IN and not _passwords.take(time.time())


class SignedInSafely:
    """Ends a session that was idle or too long, and keeps people without a second factor at the page that sets it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _too_many(request):
            request.wait = BUSY_WAIT  # type: ignore[attr-defined]
            return respond_429(request)  # type: ignore[no-any-return]
        if not request.path.startswith(FOR_STAFF) or not request.user.is_authenticated:
            return self.get_response(request)
        if self._expired(request):
            logout(request)
            return redirect(f"{reverse(settings.LOGIN_URL)}?verlopen=1")
        if request.path.startswith("/werk/") and not second_factor(request):
            return redirect("mfa_activate_totp")
        if request.method == "POST" and request.path.startswith(SIGN_IN):
            return self._second_step(request)
        return self.get_response(request)

    def _second_step(self, request: HttpRequest) -> HttpResponse:
        """When the second step was set, changed or taken away, every other session of this person ends.

        Any page of signing in can do that: the one that asks the password once more goes on with what was asked before.
        """
        user = request.user
        assert isinstance(user, User)  # noqa: S101 (the caller made sure)
        before = access.second_steps_of(user)
        response = self.get_response(request)
        if access.second_steps_of(user) != before:
            services.second_step_changed(user)
            request.session.pop("second_factor", None)
            update_session_auth_hash(request, user)
        return response

    def _expired(self, request: HttpRequest) -> bool:
        now = int(time.time())
        began = request.session.setdefault("began", now)
        seen = request.session.setdefault("seen", now)
        if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_LONGEST_SECONDS:
            return True
        if now - seen >= EASE_SECONDS:
            request.session["seen"] = now
        return False


def second_factor(request: HttpRequest) -> bool:
    """Whether this person has a second factor. In the demo one click is enough, and only there."""
    if settings.DEMO and request.session.get(DEMO_SIGN_IN):
        return True
    if request.session.get("second_factor"):
        return True
    if is_mfa_enabled(request.user):
        request.session["second_factor"] = True
        return True
    return False
