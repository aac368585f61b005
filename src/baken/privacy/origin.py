"""Where something comes from: the part of Baken that was asked. It says nothing about somebody's device or address."""

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

DESK, SIGN_IN, API, PUBLIC, PROGRAM = "desk", "sign-in", "api", "public", "program"
_PARTS = {"/werk/": DESK, "/aanmelden/": SIGN_IN, "/api/": API}
_here: ContextVar[str] = ContextVar("origin", default=PROGRAM)


def here() -> str:
    """The part of Baken that runs now: the desk, signing in, the door for machines, the public pages, or the program
    itself (the worker, a command)."""
    return _here.get()


class Origin:
    """Middleware: remembers for the time of one request which part of Baken was asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        part = next((part for start, part in _PARTS.items() if request.path.startswith(start)), PUBLIC)
        before = _here.set(part)
        try:
            return self.get_response(request)
        finally:
            _here.reset(before)
