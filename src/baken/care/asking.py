"""Pages that ask something about a file and then do it; a colleague who was first is said, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.care.access import Seen, look
from baken.coordination.services import Changed, NotPossible
from baken.ui.forms import HouseForm


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What the page says: its title, what comes before the form, the button, and where one goes when it is done."""

    title: str
    button: str
    lead: str = ""
    done: str = ""
    back: str = "care:file"


def act(
    request: HttpRequest, seen: Seen, form: HouseForm, write: Callable[[Any], object], ask: Ask
) -> HttpResponse:
    """Ask and do. When a colleague was first (409) the form stays as it was typed, beside the file as it is now."""
    known: dict[str, Any] = {"seen": seen, "file": seen.file, "form": form, "ask": ask}
    if form.is_valid():
        try:
            write(form)
        except NotPossible as why:
            form.add_error(None, str(why))
        except Changed:
            form.data = request.POST.copy()
            form.data["seen"] = str(
                look(seen.user, seen.file.pk).file.revision
            )  # who looked and sends again replaces it
            return render(request, "care/ask.html", known | {"changed": True}, status=409)
        else:
            messages.success(request, ask.done or _("Bewaard."))
            return redirect(ask.back, seen.file.pk)
    return render(request, "care/ask.html", known, status=422 if form.errors else 200)
