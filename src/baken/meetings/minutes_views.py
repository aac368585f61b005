"""Pages of the minutes: for whom, and the file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.meetings import access, minutes
from baken.meetings.written import FILES


@require_safe
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The minutes as one sees them oneself; who leads makes them for each participant too."""
    seen = access.read_meeting(user_of(request), pk)
    rows = [(each, len(minutes.discussed(seen, each))) for each in _others(seen)]
    count = len(minutes.discussed(seen, seen.user))
    known = {"seen": seen, "meeting": seen.meeting, "count": count, "others": rows}
    return render(request, "meetings/minutes.html", known)


def _others(seen: access.Seen) -> list[User]:
    people = [each.user for each in access.participants_of(seen)] if seen.leads else []
    return [each for each in people if each.pk != seen.user.pk]


@require_POST
def file(request: HttpRequest, pk: UUID, form: str) -> HttpResponse:
    """The minutes as DOCX or PDF, for oneself or (`voor`) for a participant: what that person sees now, and no more."""
    seen = access.look(user_of(request), pk)
    if form not in FILES:
        raise Http404
    wanted = request.POST.get("voor") or str(seen.user.pk)
    whose = next((each for each in [seen.user, *_others(seen)] if str(each.pk) == wanted), None)
    if whose is None:
        access.refuse(seen.user, pk)
    with override(whose.language):
        made, found = minutes.make(seen, whose)
        write, kind = FILES[form]
        body = write(made)
    minutes.made(seen, whose, found, form)
    name = f"verslag-{seen.meeting.number.lower()}-{seen.meeting.on}.{form}"
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
