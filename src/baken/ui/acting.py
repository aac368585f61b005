"""Pages that ask something and then do it. When a colleague was first that is said, and what was typed stays."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.ui.forms import HouseForm


class NotPossible(ValueError):
    """What was asked cannot be done; the message says why, in words for the person who asked."""


class Changed(RuntimeError):
    """A colleague changed this since the page was opened."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What the page says, and where one goes when it is done: `back` is the name of a route, `to` the words in its address."""

    title: str
    button: str
    back: str
    to: tuple[Any, ...] = ()
    lead: str = ""
    done: str = ""


Make = Callable[[Any], HouseForm]
Write = Callable[[Any], object]


def act(request: HttpRequest, template: str, make: Make, write: Write, ask: Ask, **more: Any) -> HttpResponse:
    """Ask and do. `make` builds the form from what was posted (or None), with the record as it is now. `write` raises NotPossible
    (422, with why) or Changed (409: sending once more replaces what the colleague wrote).
    """
    posted = request.POST if request.method == "POST" else None
    form = make(posted)
    known: dict[str, Any] = {"form": form, "ask": ask} | more
    if form.is_valid():
        try:
            write(form)
        except NotPossible as why:
            form.add_error(None, str(why))
        except Changed:
            return render(request, template, known | {"form": _again(request, make), "changed": True}, status=409)
        else:
            messages.success(request, ask.done or _("Bewaard."))
            return redirect(ask.back, *ask.to)
    return render(request, template, known, status=422 if form.errors else 200)


def _again(request: HttpRequest, make: Make) -> HouseForm:
    """What was typed, to be sent once more over what a colleague wrote."""
    typed = request.POST.copy()
    typed["seen"] = str(make(None).initial.get("seen", ""))
    return make(typed)
