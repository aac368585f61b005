"""Pages that ask something about a record of a case and then do it. A colleague who was first is shown beside what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import ChoiceField, Field
from django.forms.widgets import HiddenInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.coordination import access, services
from baken.coordination.models import Case, SentForm
from baken.signals.services import hash_of
from baken.ui.forms import HouseForm, new_secret


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What the page says: its title, what comes before the form, the button, and what is said when it is done."""

    title: str
    button: str
    lead: str = ""
    done: str = ""
    back: str = "cases:case"
    hint: str = ""  # a template with more to read, above the form
    once: bool = False  # it makes something new: the same form sent twice does it once


LIST = "cases:list"
Make = Callable[[Any, Case], HouseForm]
Write = Callable[[HouseForm], object]


def act(request: HttpRequest, seen: access.Seen, make: Make, write: Write, ask: Ask, **more: Any) -> HttpResponse:
    """Ask and do. `make` builds the form from what was posted (or None) and the case as it is now."""
    posted = request.POST if request.method == "POST" else None
    form, secret = make(posted, seen.case), _secret(posted, ask)
    known: dict[str, Any] = {"case": seen.case, "form": form, "ask": ask, "once": secret} | more
    if form.is_valid():
        try:
            _once(seen.case, secret, lambda: write(form))
        except services.NotPossible as why:
            form.add_error(None, str(why))
        except services.Changed:
            return _changed(request, seen, make, known)
        else:
            return _done(request, seen, ask)
    return render(request, "cases/ask.html", known, status=422 if form.errors else 200)


def _secret(posted: Any, ask: Ask) -> str:
    """By which this form is known when it is sent again; empty for what may be done more than once."""
    if not ask.once:
        return ""
    return new_secret() if posted is None else posted.get("once", "")


def _done(request: HttpRequest, seen: access.Seen, ask: Ask) -> HttpResponse:
    messages.success(request, ask.done or _("Bewaard."))
    return redirect(ask.back) if ask.back == LIST else redirect(ask.back, seen.case.pk)


def _once(case: Case, secret: str, write: Callable[[], object]) -> None:
    """Do it, unless this form was sent before."""
    with transaction.atomic():
        if secret and not SentForm.objects.get_or_create(form=hash_of(secret), defaults={"case": case})[1]:
            return
        write()


def _changed(request: HttpRequest, seen: access.Seen, make: Make, known: dict[str, Any]) -> HttpResponse:
    """Both texts: what a colleague wrote, and what this person typed. Sending again replaces what is there."""
    now = access.look(seen.user, seen.case.pk)
    there = make(None, now.case)
    typed = request.POST.copy()
    typed["seen"] = str(there.initial.get("seen", ""))
    fields = {name: field for name, field in there.fields.items() if not isinstance(field.widget, HiddenInput)}
    both = [(field.label, _in_words(field, there.initial[name])) for name, field in fields.items()
            if name in there.initial and str(there.initial[name] or "") != typed.get(name, "")]  # fmt: skip
    known |= {"case": now.case, "form": make(typed, now.case), "changed": True, "there": both}
    return render(request, "cases/ask.html", known, status=409)


def _in_words(field: Field, value: Any) -> str:
    """A value as it is shown to choose from, not as it is stored."""
    choices = dict(field.choices) if isinstance(field, ChoiceField) else {}  # type: ignore[arg-type]
    return str(choices.get(value, value) or "")
