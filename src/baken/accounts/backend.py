"""Signing in by e-mail address; each request then reads the person with their municipality in one query."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from baken.accounts.models import User


class StaffBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's own way of signing in, with one query less on each page of the desk."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of this session; None when the account is gone or closed."""
        user = User.objects.select_related("municipality").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
