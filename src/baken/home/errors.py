"""Pages for when something is wrong: what happened, what to do, nothing else."""

import sys

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

A_TEXT = 20  # as long as this and with a space in it, so no code and no secret of a form


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "home/error.html", {"status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: you are signed in, but this is not part of your work."""
    return _page(request, 403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that is not ours, or that was open too long. The reason is for nobody."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: it is not there, or it is not yours to see. Nobody can tell which."""
    return _page(request, 404)


def too_many(request: HttpRequest) -> HttpResponse:
    """429: signing in was tried too often. After the seconds of Retry-After it surely works again."""
    seconds = getattr(request, "wait", 60)
    answer = render(request, "home/too_many.html", {"minutes": -(-seconds // 60)}, status=429)
    answer["Retry-After"] = str(seconds)
    return answer


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. 503 when the disk is full or the database does not answer: what was typed is shown again."""
    if isinstance(sys.exc_info()[1], OperationalError):
        request.user = AnonymousUser()  # nothing on this page asks the database again, nor signs anybody out
        request.__dict__.pop("_messages", None)
        return render(request, "home/not_stored.html", {"texts": typed(request)}, status=503)
    return _page(request, 500)


def typed(request: HttpRequest) -> list[str]:
    """The texts that somebody typed in the form that was refused; never a password."""
    said = [str(value) for name, value in request.POST.items() if "password" not in name]
    return [value for value in said if len(value) >= A_TEXT and " " in value.strip()]
