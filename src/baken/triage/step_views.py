"""One step with a report, each on its own page: take, hand over, urgency, second look, reopen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.signals.models import Report
from baken.triage import access, services
from baken.triage.forms import HandOverForm, ReasonForm, SecondForm, StateForm, UrgencyForm


@dataclass(frozen=True)
class Ask:
    """The page of a step: what it is called, what is asked, and which verb it leads to."""

    title: Promise
    button: Promise
    form: type[StateForm]
    do: Callable[..., None]
    lead: "Promise | str" = ""


def _second(report: Report, *, agrees: str, **rest: Any) -> None:
    (services.confirm_closing if agrees == "yes" else services.refuse_closing)(report, **rest)


ASKED: dict[str, Ask] = {
    "oppakken": Ask(gettext_lazy("Oppakken"), gettext_lazy("Ik pak deze op"), StateForm, services.take_report),
    "overdragen": Ask(gettext_lazy("Overdragen"), gettext_lazy("Draag over"), HandOverForm, services.hand_over),
    "urgentie": Ask(
        gettext_lazy("Urgentie wijzigen"),
        gettext_lazy("Wijzig de urgentie"),
        UrgencyForm,
        services.change_urgency,
        gettext_lazy("De uiterste dag schuift mee."),
    ),
    "tweede": Ask(
        gettext_lazy("Meekijken voor afronden"),
        gettext_lazy("Leg dit vast"),
        SecondForm,
        _second,
        gettext_lazy("Een hoge zorg zonder opvolging gaat pas dicht als een tweede persoon het ermee eens is."),
    ),
    "heropenen": Ask(
        gettext_lazy("Heropenen"), gettext_lazy("Heropen deze melding"), ReasonForm, services.reopen_report
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: UUID, what: str) -> HttpResponse:
    """Do one step with a report; when a colleague was first, both texts stand there and nothing typed is lost."""
    user = user_of(request)
    report, ask = access.report_to_move(user, pk), ASKED.get(what)
    if ask is None:
        raise Http404
    if request.method != "POST":
        return _page(request, report, ask, _form(ask, user, initial={"seen": services.state_of(report)}))
    form = _form(ask, user, request.POST)
    if form.is_valid():
        try:
            ask.do(report, by=user, **form.cleaned_data)
            messages.success(request, _("Vastgelegd."))
            return redirect("inbox:record", pk)
        except services.NotPossible as why:
            form.add_error(None, str(why))
        except services.Changed:
            return _first(request, report, ask)
    return _page(request, report, ask, form, status=422)


def _form(ask: Ask, user: User, *data: Any, **known: Any) -> StateForm:
    form = ask.form(*data, **known)
    if isinstance(form, HandOverForm):
        form.offer(access.choice(access.present(user, today=timezone.localdate())).exclude(pk=user.pk))
    return form


def _first(request: HttpRequest, report: Report, ask: Ask) -> HttpResponse:
    """A colleague was first: how it is now, and what this person typed, ready to be sent again."""
    typed = request.POST.copy()
    typed["seen"] = services.state_of(report)
    form = _form(ask, user_of(request), typed)
    form.is_valid()
    steps = access.steps_of(report)
    weighing = access.weighing_for_second(user_of(request), report)
    known = {"changed": True, "step": steps[-1] if steps else None, "weighing": weighing}
    return _page(request, report, ask, form, status=422, **known)


def _page(
    request: HttpRequest, report: Report, ask: Ask, form: StateForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    known = {"report": report, "ask": ask, "form": form}
    if isinstance(form, SecondForm):
        known["weighing"] = access.weighing_for_second(user_of(request), report)
    return render(request, "triage/step.html", known | more, status=status)
