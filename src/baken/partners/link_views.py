"""Pages around the check by the partner: a link that works once, what stands behind it, and what came back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.who import user_of
from baken.partners import access, services
from baken.partners.compare import differences
from baken.partners.forms import VerifyForm
from baken.partners.models import PartnerLink
from baken.partners.views import ENTRY, ask_and_do, page_of
from baken.ui.public import public


@require_POST
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a link for the partner; it is shown once, to copy or to mail."""
    user = user_of(request)
    found = access.to_edit(user, pk)
    made = request.build_absolute_uri(services.make_link(found, by=user))
    known = page_of(found, user) | {"link": made, "days": services.LINK_DAYS}
    return render(request, "partners/entry.html", known)


@require_POST
def withdraw(request: HttpRequest, pk: UUID, link_pk: UUID) -> HttpResponse:
    """Make a link stop working."""
    user = user_of(request)
    services.withdraw_link(access.link_of(access.to_edit(user, pk), link_pk, user), by=user)
    return redirect(ENTRY, pk)


@ask_and_do
def proposal(request: HttpRequest, pk: UUID, proposal_pk: UUID) -> HttpResponse:
    """What the partner corrected, beside what stands there; take it over or leave it."""
    user = user_of(request)
    found = access.to_edit(user, pk)
    asked = access.proposal_of(found, proposal_pk, user)
    if request.method == "POST":
        try:
            services.decide(asked, accept=request.POST.get("go") == "yes", by=user)
            messages.success(request, _("Bewaard."))
        except services.NotPossible as why:
            messages.warning(request, str(why))
        return redirect(ENTRY, pk)
    known = {"entry": found, "asked": asked, "differences": differences(found.values, asked.proposed)}
    return render(request, "partners/proposal.html", known)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """The partner confirms or corrects, without an account. A link that is used, too old or never was looks the same."""
    found = access.open_link(token)
    if found is None:
        return render(request, "partners/closed.html", status=404)
    form = VerifyForm(request.POST if request.method == "POST" else None, entry=found.entry)
    if form.is_valid():
        return _said(request, found, form)
    known = {"form": form, "entry": found.entry}
    return render(request, "partners/verify.html", known, status=422 if form.errors else 200)


def _said(request: HttpRequest, found: PartnerLink, form: VerifyForm) -> HttpResponse:
    same = all(form.values[name] == found.entry.values[name] for name in form.values)
    try:
        if same:
            services.confirm(found, seen=form.cleaned_data["seen"])
        else:
            services.propose(found, form.values)
    except services.LinkClosed:
        return render(request, "partners/closed.html", status=404)
    except services.Changed:  # what the partner read is not what stands there now
        known = {"form": VerifyForm(entry=found.entry), "entry": found.entry, "changed": True}
        return render(request, "partners/verify.html", known, status=409)
    return render(request, "partners/thanks.html", {"confirmed": same})
