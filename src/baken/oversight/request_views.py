"""Pages about what people ask about their own data."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.oversight import access, elsewhere, pack, services
from baken.oversight.forms import DecideForm, IdentityForm, LinkForm, RequestForm
from baken.oversight.models import DataRequest
from baken.oversight.permission import may_search_persons

PER_PAGE = 50
FORMS: dict[str, Any] = {"identiteit": IdentityForm, "melding": LinkForm, "besluit": DecideForm}


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What was asked, the first to answer on top; or what was decided."""
    user, closed = user_of(request), request.GET.get("lijst") == "besloten"
    found = access.requests_for(user).filter(decided_on__isnull=not closed)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    known = {"page": page, "closed": closed, "today": timezone.localdate(), "writes": user.may("weigh_reports")}
    return render(request, "oversight/requests.html", known)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write down what somebody asks."""
    user = user_of(request)
    if not user.may("weigh_reports"):
        raise PermissionDenied
    form = RequestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = services.register_request(user.municipality, services.Asked(**form.cleaned_data), by=user)
        return redirect("oversight:request", made.pk)
    return render(request, "oversight/request_new.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One request: who asks, which reports are about them, what was decided."""
    user = user_of(request)
    return _record(request, access.read_request(user, pk))


def _record(request: HttpRequest, asked: DataRequest, **bound: Any) -> HttpResponse:
    found = access.found_for(asked)
    known: dict[str, Any] = {
        "asked": asked,
        "found": found,
        "about": [each for each in found if each.concerns],
        "undecided": [each for each in found if each.concerns is None],
        "search": may_search_persons(asked.municipality),
        "today": timezone.localdate(),
    }
    known |= {what: form(prefix=what) for what, form in FORMS.items()} | bound
    return render(request, "oversight/request.html", known, status=422 if bound else 200)


@require_POST
def change(request: HttpRequest, pk: UUID, what: str) -> HttpResponse:
    """Write down who asks, add a report, or decide."""
    user = user_of(request)
    asked = access.read_request(user, pk)
    if what not in FORMS:
        raise Http404
    form = FORMS[what](request.POST, prefix=what)
    if form.is_valid():
        try:
            _do(what, asked, form.cleaned_data, user)
            return redirect("oversight:request", pk)
        except services.NotPossible as why:
            form.add_error(None, str(why))
    return _record(request, asked, **{what: form})


def _do(what: str, asked: DataRequest, data: dict[str, Any], user: User) -> None:
    if what == "identiteit":
        services.identify(asked, how=data["how"], by=user)
    elif what == "besluit":
        services.decide_request(asked, decision=data["decision"], answer=data["answer"], by=user)
    else:
        report = access.report_called(user, data["number"])
        if report is None:
            raise services.NotPossible(_("Deze melding is er niet."))
        services.add_found(asked, report, by=user)


@require_POST
def search(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look for who asks in all reports, where the municipality allowed that."""
    user = user_of(request)
    asked = access.read_request(user, pk)
    try:
        services.start_search(asked, by=user)
    except services.NotPossible as why:
        messages.error(request, str(why))
    return redirect("oversight:request", pk)


@require_POST
def judge(request: HttpRequest, pk: UUID, found: int) -> HttpResponse:
    """A person decides whether a found report is about who asks."""
    user = user_of(request)
    row = get_object_or_404(access.read_request(user, pk).found, pk=found)
    try:
        services.judge_found(row, concerns=request.POST.get("gaat-over") == "ja", by=user)
    except services.NotPossible as why:
        messages.error(request, str(why))
    return redirect("oversight:request", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pack_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Check part by part what goes along, others masked; then take it along as a ZIP."""
    user = user_of(request)
    asked = access.read_request(user, pk)
    parts = [*pack.parts_of(access.pack_of(user, asked), asked.name), *elsewhere.parts(user, asked)]
    chosen = [part for part in parts if part.id in request.POST.getlist("mee")]
    wrong = ""
    if request.method == "POST":
        wrong = _why_not(request, asked, chosen)
        if not wrong:
            services.packed(asked, by=user)
            files = access.files_to_pack(user, [part.file for part in chosen if part.file])
            answer = HttpResponse(pack.as_zip(chosen, files), content_type="application/zip")
            answer["Content-Disposition"] = f'attachment; filename="{asked.number}.zip"'
            return answer
    ticked = {part.id for part in (chosen if request.method == "POST" else parts) if wrong or part.ticked}
    known = {"asked": asked, "parts": [(part, part.id in ticked) for part in parts], "wrong": wrong}
    return render(request, "oversight/pack.html", known, status=422 if wrong else 200)


def _why_not(request: HttpRequest, asked: DataRequest, chosen: list[pack.Part]) -> str:
    if not asked.identity:
        return _("Schrijf eerst op hoe je zeker weet wie dit vraagt.")
    if not chosen:
        return _("Kies ten minste één stuk dat mee mag.")
    if request.POST.get("gelezen") != "ja":
        return _("Lees elk stuk dat mee gaat, en zeg dat je dat deed.")
    return ""
