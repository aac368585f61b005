"""Pages: who leads a case looks at what stands in it about who asks; who carries out a request names a case."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from baken.accounts.who import user_of
from baken.coordination import access as cases
from baken.coordination.services import NotPossible
from baken.coordination.views import ask_and_do
from baken.oversight import access as oversight
from baken.oversight.pack import masked
from baken.oversight.search import is_about
from baken.persons import access, services
from baken.persons.models import RequestCase
from baken.persons.written import texts_of


@ask_and_do
def judge(request: HttpRequest, pk: UUID, found: UUID) -> HttpResponse:
    """Check part by part what goes to who asks, others masked; or say that the case is about somebody else."""
    seen, row = access.to_judge(user_of(request), pk, found)
    parts, wrong = _parts(row), ""
    if request.method == "POST":
        try:
            wrong = _do(request, row, parts)
        except NotPossible as why:
            wrong = str(why)
        if not wrong:
            messages.success(request, _("Bewaard. Wie het verzoek uitvoert, ziet het."))
            return redirect("cases:case", pk)
    chosen = request.POST.getlist("mee")
    rows = [{**each, "ticked": each["id"] in chosen if wrong else each["about"]} for each in parts]
    known = {"case": seen.case, "it": row, "parts": rows, "wrong": wrong}
    return render(request, "persons/judge.html", known, status=422 if wrong else 200)


def _parts(row: RequestCase) -> list[dict[str, Any]]:
    """Every text of the case; those that name who asks are proposed to go along."""
    name = row.request.name
    return [
        {"id": str(place), "title": title, "text": masked(text, name), "about": is_about(name, [text])}
        for place, (title, text) in enumerate(texts_of(row.case))
    ]


def _do(request: HttpRequest, row: RequestCase, parts: list[dict[str, Any]]) -> str:
    """Do what was asked; gives what is wrong with it."""
    by, chosen = user_of(request), request.POST.getlist("mee")
    if request.POST.get("go") == "no":
        services.leave(row, by=by)
        return ""
    going = [(each["title"], each["text"]) for each in parts if each["id"] in chosen]
    if not going:
        return _("Kies ten minste één stuk dat mee mag.")
    if request.POST.get("gelezen") != "ja":
        return _("Lees elk stuk dat mee gaat, en zeg dat je dat deed.")
    services.give(row, going, by=by)
    return ""


@require_POST
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name a case that may be about who asks, by its number. The answer is the same whether there is such a case or not."""
    user = user_of(request)
    asked = oversight.read_request(user, pk)
    case = cases.case_called(request.POST.get("casus", ""))
    if case is not None and case.municipality_id == user.municipality_id and not asked.decided_on:
        services.find(asked, case, by=user)
    messages.success(request, _("Is er een casus met dit nummer, dan krijgt de regisseur bericht."))
    return redirect("oversight:request", pk)
