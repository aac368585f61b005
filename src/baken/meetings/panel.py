"""What other pages show of meetings: on a case when it is discussed, on the first page of the desk what comes."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.accounts.models import User
from baken.coordination.access import SEE
from baken.coordination.access import Seen as SeenCase
from baken.meetings import access


def beside(request: HttpRequest, seen: SeenCase) -> str:
    """The meetings of this case that this person sees."""
    known = {"meetings": access.of_case(seen)}
    return render_to_string("meetings/_case.html", known, request) if known["meetings"] else ""


def today(request: HttpRequest, user: User) -> str:
    """My meetings of the next two weeks."""
    if not user.may(SEE):
        return ""
    known = {"meetings": access.coming(user, access.today()), "today": access.today()}
    return render_to_string("meetings/_today.html", known, request) if known["meetings"] else ""
