"""Pages that ask something about a file and then do it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from baken.care.access import Seen
from baken.ui import acting
from baken.ui.acting import Ask, Make, Write


def act(
    request: HttpRequest, seen: Seen, make: Make, write: Write, *, back: str = "care:file", **said: Any
) -> HttpResponse:
    """As `ui.acting.act`, in the page of this room; `said` are the words of `Ask`. Goes back to the file, or to `back`."""
    ask = Ask(back=back, to=() if back == "care:list" else (seen.file.pk,), **said)
    return acting.act(request, "care/ask.html", make, write, ask, seen=seen, file=seen.file)
