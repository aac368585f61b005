"""Who asks for a page of the desk."""

from django.http import HttpRequest

from baken.accounts.models import User


def user_of(request: HttpRequest) -> User:
    """The colleague who is signed in."""
    assert isinstance(request.user, User)  # noqa: S101 (LoginRequiredMiddleware made sure)
    return request.user
