"""What other pages show of help: on the first page of the desk, and beside a case."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.accounts.models import User
from baken.care import access, clocks
from baken.coordination.access import Seen as SeenCase
from baken.privacy import trace


def today(request: HttpRequest, user: User) -> str:
    """The terms of one's own files that press, and what must be done today in those of colleagues. Who leads the cases sees the
    numbers of the latter: so two people see it also where one person coordinates all help, or where a file is secret.
    """
    if not user.may(access.GIVE):
        return _for_who_leads(request, user) if user.may(access.LEAD) else ""
    mine = {file.pk: file for file in access.mine_of(user)}
    running = clocks.clocks_of(mine.values())
    pressing = [(mine[pk], clock) for pk, found in running.items() for clock in clocks.pressing(found)]
    theirs = clocks.to_act_on(
        file for file in access.files_for(user).filter(closed_on=None) if file.pk not in mine
    )
    known = {
        "danger": [file for file in mine.values() if file.danger],
        "pressing": pressing,
        "theirs": theirs,
    }
    if not any(known.values()):
        return ""
    trace.note("clocks seen", access.KIND, "today", actor=user.pk, municipality=user.municipality_id)
    return render_to_string("care/_today.html", known, request)


def _for_who_leads(request: HttpRequest, user: User) -> str:
    late = {file.pk: file for file, _clock in clocks.to_act_on(access.numbers_for(user))}
    return render_to_string("care/_late.html", {"files": late.values()}, request) if late else ""


def of_case(request: HttpRequest, seen: SeenCase) -> str:
    """The files that hang on the tracks of this case, and a way to open one; only for who gives care."""
    user = seen.user
    if not user.may(access.GIVE) or not seen.ours:
        return ""
    files = access.files_of_case(user, seen)
    taken = {file.track_id for file in files}
    open_ = [track for track in seen.tracks if track.kind == track.Kind.VICTIM and track.pk not in taken]
    return (
        render_to_string("care/_of_case.html", {"files": files, "tracks": open_}, request)
        if files or open_
        else ""
    )
