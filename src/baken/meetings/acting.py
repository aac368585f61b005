"""Pages that ask something about a meeting and then do it. A colleague who was first is shown beside what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms.widgets import HiddenInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.coordination.services import Changed, NotPossible
from baken.meetings import access
from baken.meetings.models import Meeting
from baken.ui.forms import HouseForm

HOME = "meetings:meeting"


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What the page says: its title, what comes before the form, the button, and what is said when it is done."""

    title: str
    button: str
    lead: str = ""
    done: str = ""
    nothing: str = ""  # said in place of the form when there is nothing to choose


Make = Callable[[Any, Meeting], HouseForm]
Write = Callable[[Any], object]


def act(request: HttpRequest, seen: access.Seen, make: Make, write: Write, ask: Ask, **more: Any) -> HttpResponse:
    """Ask and do. `make` builds the form from what was posted (or None) and the meeting as it is now."""
    form = make(request.POST if request.method == "POST" else None, seen.meeting)
    known: dict[str, Any] = {"meeting": seen.meeting, "form": form, "ask": ask} | more
    if form.is_valid():
        try:
            write(form)
        except NotPossible as why:
            form.add_error(None, str(why))
        except Changed:
            return _changed(request, seen, make, known)
        else:
            messages.success(request, ask.done or _("Bewaard."))
            return redirect(HOME, seen.meeting.pk)
    return render(request, "meetings/ask.html", known, status=422 if form.errors else 200)


def _changed(request: HttpRequest, seen: access.Seen, make: Make, known: dict[str, Any]) -> HttpResponse:
    """Both texts: what a colleague wrote, and what this person typed. Sending again replaces what is there."""
    now = access.look(seen.user, seen.meeting.pk).meeting
    there = make(None, now)
    typed = request.POST.copy()
    typed["seen"] = str(there.initial.get("seen", ""))
    both = [
        (field.label, there.initial.get(name, ""))
        for name, field in there.fields.items()
        if not isinstance(field.widget, HiddenInput) and str(there.initial.get(name) or "") != typed.get(name, "")
    ]
    known |= {"meeting": now, "form": make(typed, now), "changed": True, "there": both}
    return render(request, "meetings/ask.html", known, status=409)
