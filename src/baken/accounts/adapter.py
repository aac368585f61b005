"""What allauth may do here: sign in, never sign up. Accounts come by invitation."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from baken.accounts import services
from baken.ui.address import address_of

JUST_NOW = 5 * 60  # seconds
FAILED_SECONDS = 5 * 60  # in which five wrong passwords or codes are one too many, for one account
UNSAID = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")  # one sees it at once


def name_of(user: Any) -> str:
    """What somebody's own device calls the account of a passkey."""
    return str(user.name)


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes open registration; people join through an invitation of their administrator."""

    def login(self, request: Any, user: Any) -> None:
        """The last step of signing in, after the second factor; with a trace."""
        super().login(request, user)
        services.signed_in(user)

    def set_password(self, user: Any, password: str) -> None:
        """A new password, with a trace."""
        super().set_password(user, password)
        services.password_changed(user)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For the limits of signing in: whose turn it is, also behind a proxy."""
        return address_of(request) or "127.0.0.1"

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """What is wrong; too many wrong passwords or codes is a page of its own with 429, for everybody alike."""
        if code == "too_many_login_attempts":
            self.request.wait = FAILED_SECONDS
            raise ImmediateHttpResponse(respond_429(self.request))
        error: ValidationError = super().validation_error(code, *args)
        return error

    def get_login_redirect_url(self, request: Any) -> str:
        return "/werk/"

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Whoever signed in a moment ago and has no second step yet sets one without typing the password again."""
        request = self.request
        if app.endswith("mfa") and not is_mfa_enabled(request.user):
            records = get_authentication_records(request, request.user)
            if records and time.time() - records[-1]["at"] < JUST_NOW:
                return False
        return bool(super().is_reauthentication_required(app=app))

    def add_message(self, request: Any, level: Any, message_template: Any = None, *args: Any, **more: Any) -> None:
        """Leave out what needs no saying."""
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **more)
