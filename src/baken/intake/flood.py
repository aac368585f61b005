"""At the door of what is costly and open to everybody: sending a report or a question, adding to it, and trying a code. Floods wait; nobody is lost.

Who must wait gets a page that carries everything typed along, with a signed ticket: after the wait the same button sends.
It works without JavaScript and without a cookie. Nothing about who waits is written down, in the database or a log.
"""

import math
import time
from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from baken.intake.pressure import Pressure
from baken.signals.services import hash_of
from baken.ui.address import address_of

SALT = "wachtkaartje"
GOOD_FOR = 3600
_pressure = Pressure()


def forget() -> None:
    """Count anew (in tests)."""
    _pressure.clear()


class Flood:
    """Middleware: lets a send through, or shows the page to wait on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        subject = _subject(request)
        wait, ticket = _wait(request, subject) if subject else (0, "")
        return _page(request, wait, ticket) if wait else self.get_response(request)


def _subject(request: HttpRequest) -> str:
    """What is sent, when it is something costly: it ties a ticket to one form. Empty otherwise."""
    path = request.path.removeprefix("/en")
    if request.method != "POST" or path not in ("/melden/", "/melding/", "/melding/bericht/", "/advies/"):
        return ""
    if path == "/melding/":
        return f"code {request.POST['code']}" if request.POST.get("code") else ""
    sends = request.POST.get("go") == "send" if path == "/melden/" else bool(request.POST.get("form"))
    return f"form {request.POST.get('form', '')}" if sends else ""


def _wait(request: HttpRequest, subject: str) -> tuple[int, str]:
    """The seconds to wait and the ticket to come back with; 0 is go on."""
    now, today, mark = time.time(), timezone.localdate(), hash_of(subject)
    ticket = request.POST.get("kaartje", "")
    try:
        until, of = signing.loads(ticket, salt=SALT, max_age=GOOD_FOR) if ticket else (0, "")
    except signing.BadSignature:
        until, of = 0, ""
    if of == mark:
        if now < until:
            return math.ceil(until - now), ticket
        if _pressure.use(ticket, today=today):
            return 0, ""
    wait = _pressure.ask(address_of(request), now=now, today=today)
    return wait, signing.dumps((now + wait, mark), salt=SALT) if wait else ""


def _page(request: HttpRequest, wait: int, ticket: str) -> HttpResponse:
    kept = [(name, each) for name, values in request.POST.lists() if name != "kaartje" for each in values]
    known = {
        "seconds": wait,
        "kept": [*kept, ("kaartje", ticket)],
        "code": "code" in request.POST,
        "files": bool(request.FILES),
    }
    response = render(request, "intake/busy.html", known, status=429)
    response["Retry-After"] = str(wait)
    return response
