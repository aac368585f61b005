"""What other pages show: on a case and on the first page what must be looked at; on a request what came from cases."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.coordination.access import Seen
from baken.oversight.models import DataRequest
from baken.persons import access


def top(request: HttpRequest, seen: Seen) -> str:
    """On a case, for who leads it."""
    waiting = access.waiting_at(seen)
    known = {"case": seen.case, "waiting": waiting, "today": timezone.localdate()}
    return render_to_string("persons/_top.html", known, request) if waiting else ""


def today(request: HttpRequest, user: User) -> str:
    """On the first page of the desk."""
    waiting = access.waiting_for(user)
    return render_to_string("persons/_today.html", {"waiting": waiting}, request) if waiting else ""


def below(request: HttpRequest, asked: DataRequest) -> str:
    """On a request: how many parts came from which case, and a way to name a case."""
    pieces = access.given_for(asked)
    numbers = list(dict.fromkeys(each.case.number for each in pieces))
    known = {
        "asked": asked,
        "rows": [(each, sum(piece.case.number == each for piece in pieces)) for each in numbers],
    }
    return render_to_string("persons/_below.html", known, request)
