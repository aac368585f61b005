"""Pages of a meeting while it is held: begin, the door of a case, its one screen, and the last page."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.admission.let_forms import person_words
from baken.casework.models import DecisionKind
from baken.coordination.services import Changed, NotPossible
from baken.coordination.views import ask_and_do
from baken.meetings import access, holding, room
from baken.meetings.access import Seen, SeenItem
from baken.meetings.forms import PeopleForm
from baken.meetings.models import Meeting, MeetingItem
from baken.meetings.screen import earlier_forms, live_form, minutes_left, screen_of
from baken.meetings.words import ORDER, RULES


@ask_and_do
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is here, and the rules of sharing to read out. Again while it runs: somebody came in or left."""
    seen = access.to_lead(user_of(request), pk)
    rows = [(each.user, each.present) for each in access.participants_of(seen)]
    there = [str(user.pk) for user, present in rows if present is not False]
    form = PeopleForm(
        request.POST if request.method == "POST" else None,
        people=[(user, person_words(user)) for user, _present in rows], initial={"people": there}, label=_("Wie is er?"),
    )  # fmt: skip
    if form.is_valid():
        try:
            holding.begin(seen.meeting, form.chosen, by=seen.user)
        except NotPossible as why:
            form.add_error(None, str(why))
        else:
            return go_on(seen)
    known = {"seen": seen, "meeting": seen.meeting, "form": form, "rules": RULES}
    return render(request, "meetings/begin.html", known, status=422 if form.errors else 200)


def go_on(seen: Seen, done: MeetingItem | None = None) -> HttpResponse:
    """To the item that is open, or the first one that still comes (after `done`, then from the top), or the last page."""
    left = [each.item for each in access.items_of(seen) if each.item.state != MeetingItem.State.DONE]
    after = [item for item in left if done is not None and item.order > done.order]
    found = next((item for item in left if item.state == MeetingItem.State.OPEN), None) or next(
        iter(after or left), None
    )
    return (
        redirect("meetings:open", seen.meeting.pk, found.pk)
        if found
        else redirect("meetings:end", seen.meeting.pk)
    )


@ask_and_do
def door(request: HttpRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """Before a case opens: purpose and ground to read out, who leaves the room, who stays."""
    seen = access.to_lead(user_of(request), pk)
    found = access.read_item(seen, item_pk)
    present = access.present_of(seen)
    leaves = room.must_leave(found.item, present)
    stay = [user for user in present if user.pk not in {each.user.pk for each in leaves}]
    form = _who_stays(request, stay)
    if form.is_valid():
        try:
            holding.open_item(found, form.chosen, by=seen.user)
        except NotPossible as why:
            form.add_error(None, str(why))
        else:
            return redirect("meetings:item", pk, item_pk)
    known = {"seen": seen, "meeting": seen.meeting, "found": found, "leaves": leaves, "form": form,
             "verdict": room.may_discuss(found.item, stay), "agenda": access.items_of(seen)}  # fmt: skip
    return render(request, "meetings/door.html", known, status=422 if form.errors else 200)


def _who_stays(request: HttpRequest, stay: list[User]) -> PeopleForm:
    rows = [(user, person_words(user)) for user in stay]
    first = {"people": [str(user.pk) for user in stay]}
    data = request.POST if request.method == "POST" else None
    return PeopleForm(data, people=rows, initial=first, label=_("Wie blijft in de kamer?"))


@ask_and_do
def item(request: HttpRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """The one screen of a case: earlier action points first, then the picture, and what is said now."""
    seen = access.look(user_of(request), pk)
    found = access.read_item(seen, item_pk)
    if found.item.state == MeetingItem.State.PLANNED or seen.meeting.state != Meeting.State.RUNNING:
        if seen.leads and seen.meeting.state == Meeting.State.RUNNING:
            return redirect("meetings:open", pk, item_pk)
        return render(request, "meetings/closed.html", {"seen": seen, "meeting": seen.meeting, "found": found})
    if request.method == "POST":
        return _written(request, seen, found)
    return _screen(request, seen, found)


def _written(request: HttpRequest, seen: Seen, found: SeenItem) -> HttpResponse:
    """Write what was typed; with `go=next` this case is done."""
    earlier, live = _forms(seen, found, request.POST)
    if not (found.writes or earlier):
        access.refuse(seen.user, seen.meeting.pk)
    valid = [form.is_valid() for form in [*earlier, live]]  # each says what is wrong with it
    if all(valid):
        try:
            holding.write(found, live.said(earlier), by=seen.user)
        except NotPossible as why:
            live.add_error(None, str(why))
        except Changed:
            return _screen(request, seen, access.item_of(seen, found.item.pk), data=_renewed(request, seen, found))
        else:
            return _next(request, seen, found)
    return _screen(request, seen, found, forms=(earlier, live))


def _next(request: HttpRequest, seen: Seen, found: SeenItem) -> HttpResponse:
    if request.POST.get("go") == "next" and seen.leads:
        holding.close_item(found.item, by=seen.user)
        return go_on(seen, found.item)
    messages.success(request, _("Het staat in de casus."))
    return redirect("meetings:item", seen.meeting.pk, found.item.pk)


def _forms(seen: Seen, found: SeenItem, data: Any = None) -> Any:
    shown = screen_of(found)
    return earlier_forms(found, shown, data), live_form(seen, found, data)


def _renewed(request: HttpRequest, seen: Seen, found: SeenItem) -> Any:
    """What was typed, with the revisions of now: sending it again replaces what a colleague wrote."""
    typed = request.POST.copy()
    for form in _forms(seen, found, typed)[0]:
        typed[f"{form.prefix}-seen"] = str(form.action.revision)
    return typed


def _screen(
    request: HttpRequest, seen: Seen, found: SeenItem, *, data: Any = None, forms: Any = None
) -> HttpResponse:
    earlier, live = forms or _forms(seen, found, data)
    wrong = bool(forms)
    items = access.items_of(seen)
    known = {
        "seen": seen, "meeting": seen.meeting, "found": found, "case": found.case, "screen": screen_of(found),
        "earlier": earlier, "form": live, "changed": data is not None, "kinds": DecisionKind.labels, "order": ORDER,
        "inside": [each.user for each in found.item.presences.select_related("user")], "agenda": items,
        "place": next((at for at, each in enumerate(items, 1) if each.item.pk == found.item.pk), 1), "today": access.today(),
        "left": minutes_left(found.item, timezone.now()),
    }  # fmt: skip
    return render(request, "meetings/item.html", known, status=422 if wrong else 409 if data is not None else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The last page: who does what before when; then the meeting is over."""
    seen = access.read_meeting(user_of(request), pk)
    if request.method == "POST":
        if not seen.leads:
            access.refuse(seen.user, pk)
        try:
            holding.end(seen.meeting, by=seen.user)
        except NotPossible as why:
            messages.warning(request, str(why))
        return redirect("meetings:meeting", pk)
    items = access.items_of(seen)
    left = [each for each in items if each.item.state != MeetingItem.State.DONE]
    known = {"seen": seen, "meeting": seen.meeting, "actions": access.actions_of(seen, items), "left": left}
    return render(request, "meetings/end.html", known)
