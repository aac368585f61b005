"""What allauth may do here: sign in, never sign up. Accounts come by invitation."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from baken.accounts import services

JUST_NOW = 5 * 60  # seconds
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
