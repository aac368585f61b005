"""The inbox: work lists with filters in the address, lists that one keeps, and taking several reports at once."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.signals import access as reports
from baken.signals import line
from baken.triage import access, services, settings
from baken.triage.forms import BulkForm, BulkOverForm, FilterForm, NameForm
from baken.triage.lists import Chosen, WorkList
from baken.ui import slots

PER_PAGE = 25


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The work: a list, filters, and what can be done with several at once."""
    return _inbox(request, request.GET)


def _inbox(request: HttpRequest, asked: QueryDict, **bound: Any) -> HttpResponse:
    user, today = user_of(request), timezone.localdate()
    form = FilterForm(asked, language=user.language)
    chosen = form.chosen()
    total, fitting = access.totals(user, chosen, today=today)
    paginator = Paginator(access.work_list(user, chosen, today=today), PER_PAGE)
    vars(paginator)["count"] = fitting  # known already: one question less
    page = paginator.get_page(asked.get("pagina"))
    shown = list(page.object_list)
    known = {
        "form": form,
        "chosen": chosen,
        "title": WorkList(chosen.lijst).label,
        "lists": _tabs(chosen, total),
        "page": page,
        "rows": _rows(request, shown, today),
        "kept": access.saved_filters(user),
        "name_form": NameForm(prefix="lijst"),
    }
    return render(request, "triage/inbox.html", known | bound, status=422 if bound else 200)


def _rows(request: HttpRequest, shown: list[dict[str, Any]], today: date) -> list[line.Row]:
    user = user_of(request)
    names, marks = access.names_of(shown, user), slots.marks("report.row", request, [each["id"] for each in shown])
    return line.rows(shown, today=today, language=user.language, names=names, marks=marks)


def _tabs(chosen: Chosen, total: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"query": Chosen(lijst=each).query, "name": each.label, "here": each == chosen.lijst, "count": total.get(each)}
        for each in WorkList
    ]  # fmt: skip


@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Take several reports at once. What a colleague has is left and said."""
    user = user_of(request)
    form = BulkForm(request.POST, reports=access.movable(user))
    if not form.is_valid():
        return _inbox(request, QueryDict(request.POST.get("terug", "")), bulk_form=form)
    return _give(request, form, user, "")


@require_POST
def bulk_over(request: HttpRequest) -> HttpResponse:
    """Hand over several reports at once: first asks to whom and why."""
    user = user_of(request)
    ticked = BulkForm(request.POST, reports=access.movable(user))
    if not ticked.is_valid():
        return _inbox(request, QueryDict(request.POST.get("terug", "")), bulk_form=ticked)
    asked = "to" in request.POST
    form = BulkOverForm(
        request.POST if asked else None, reports=access.movable(user), initial={"melding": request.POST.getlist("melding")}
    )  # fmt: skip
    form.offer(access.choice(access.present(user, today=timezone.localdate())).exclude(pk=user.pk))
    if asked and form.is_valid():
        return _give(request, form, form.cleaned_data["to"], form.cleaned_data["reason"])
    known = {"form": form, "count": len(ticked.cleaned_data["melding"]), "back": _back(request)}
    return render(request, "triage/bulk_over.html", known, status=422 if asked else 200)


def _give(request: HttpRequest, form: BulkForm, to: User, reason: str) -> HttpResponse:
    done, left = services.give_many(form.cleaned_data["melding"], to=to, reason=reason, by=user_of(request))
    _say(request, len(done), [report.number for report in left])
    return redirect(f"{reverse('inbox:inbox')}?{_back(request)}")


def _back(request: HttpRequest) -> str:
    return FilterForm(QueryDict(request.POST.get("terug", ""))).chosen().query


def _say(request: HttpRequest, done: int, left: list[str]) -> None:
    if done:
        said = ngettext("%(count)s melding heeft nu iemand.", "%(count)s meldingen hebben nu iemand.", done)
        messages.success(request, said % {"count": done})
    if left:
        said = _("Niet gedaan, want een collega heeft ze al of ze zijn afgerond: %(numbers)s.")
        messages.warning(request, said % {"numbers": ", ".join(left)})


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep this list under a name."""
    user, back = user_of(request), QueryDict(request.POST.get("terug", ""))
    reports.reports_for(user)
    form = NameForm(request.POST, prefix="lijst")
    if form.is_valid():
        query = FilterForm(back).chosen().query
        if settings.keep_filter(name=form.cleaned_data["name"], query=query, by=user):
            messages.success(request, _("Bewaard."))
            return redirect(f"{reverse('inbox:inbox')}?{query}")
        form.add_error("name", _("Je hebt al 20 lijsten. Haal er eerst een weg."))
    return _inbox(request, back, name_form=form)


@require_POST
def forget(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Throw away a list that one kept."""
    user = user_of(request)
    reports.reports_for(user)
    settings.forget_filter(access.saved_filter(user, pk))
    messages.success(request, _("De lijst is weg. De meldingen blijven."))
    return redirect("inbox:inbox")
