"""Pages about how long things stay: terms to confirm, what goes soon, what was destroyed, and delays."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.oversight import access, services
from baken.oversight.forms import StayForm, TermForm
from baken.oversight.standing import standing_of
from baken.privacy.due import latest_extension
from baken.privacy.terms import KINDS, ON_REQUEST

PER_PAGE = 50


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Every kind of data with its term: confirmed, or a proposal that must be confirmed."""
    user = user_of(request)
    found = access.terms_for(user).values()
    known = {"terms": found, "open": sum(term.confirmed_on is None for term in found)}
    known["manages"] = user.may("manage_settings")
    return render(request, "oversight/terms.html", known)


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: HttpRequest, kind: str) -> HttpResponse:
    """Confirm one term, with the decision in which it stands."""
    user = user_of(request)
    now = access.term_to_confirm(user, kind)
    first = {"months": now.months, "decision": now.decision, "revision": now.revision}
    form = TermForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        try:
            services.confirm_term(user.municipality, kind=kind, by=user, **form.cleaned_data)
            messages.success(request, _("Bevestigd. Er verdwijnt niets in de eerste 30 dagen."))
            return redirect("oversight:terms")
        except services.NotPossible as why:
            form.add_error(None, str(why))
    return render(request, "oversight/term.html", {"term": now, "form": form}, status=422 if form.errors else 200)


@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """What is destroyed within 30 days, first what goes first."""
    user = user_of(request)
    rows = access.leaving(user, timezone.localdate())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    known = {"page": page, "reads": user.may("read_reports"), "open": any(r.due.state == "proposal" for r in rows)}
    known["cases"] = access.cases_leaving(user, timezone.localdate())
    return render(request, "oversight/leaving.html", known)


@require_safe
def purged(request: HttpRequest) -> HttpResponse:
    """The register of what was destroyed: kind, number, day, term. No content."""
    page = Paginator(access.purged(user_of(request)), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [(entry, KINDS.get(entry.kind, ON_REQUEST).name) for entry in page.object_list]
    return render(request, "oversight/purged.html", {"page": page, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def stay(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Extend the term of a report, or hold it, with a reason and a day."""
    user = user_of(request)
    report = access.report_to_keep(user, pk)
    form = StayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.keep_longer(report, by=user, **form.cleaned_data)
            messages.success(request, _("Vastgelegd. De melding blijft tot en met die dag."))
            return redirect("oversight:stay", pk)
        except services.NotPossible as why:
            form.add_error("until", str(why))
    now = standing_of(report)
    latest = latest_extension(now.facts) if now.facts.closed_on else None
    known = {
        "report": report,
        "form": form,
        "stays": access.stays_of(user, report),
        "standing": now,
        "latest": latest,
    }
    known["reads"] = user.may("read_reports")
    return render(request, "oversight/stay.html", known, status=422 if form.errors else 200)


@require_POST
def end_stay(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The term counts again as before."""
    user = user_of(request)
    found = access.stay_for(user, pk)
    services.end_stay(found, by=user)
    messages.success(request, _("Beëindigd. De gewone termijn geldt weer."))
    return redirect("oversight:stay", found.report_id)
