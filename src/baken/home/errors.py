"""Pages for when something is wrong: what happened, what to do, nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _page(request, 500)
