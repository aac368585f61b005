"""Pages of shelters that ask something and then do it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from baken.ui import acting
from baken.ui.acting import Ask as Ask
from baken.ui.acting import Make
from baken.ui.acting import Write as Write


def act(request: HttpRequest, make: Make, write: Write, ask: Ask, **more: Any) -> HttpResponse:
    """As `ui.acting.act`, in the page of this room."""
    return acting.act(request, "shelter/ask.html", make, write, ask, **more)
