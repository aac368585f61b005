"""What the page of a case shows of letters: those that were made, and the way to make one."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.consent import access as consent
from baken.coordination.access import Seen
from baken.letters import access


def beside(request: HttpRequest, seen: Seen) -> str:
    """For who sees the whole case."""
    if not seen.sight.whole:
        return ""
    known = {"case": seen.case, "letters": access.letters_of(seen)}
    known["templates"] = access.templates() if consent.may_give(seen) else []
    return render_to_string("letters/_beside.html", known, request)
