"""What can be done with a request to erase: mark, take back, and confirm as the second person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from baken.accounts.who import user_of
from baken.erasure import access, services
from baken.erasure.forms import MarkForm
from baken.oversight.services import NotPossible


@require_POST
def mark(request: HttpRequest, pk: UUID, report: UUID) -> HttpResponse:
    """Mark a whole report, or hidden parts of it, to go."""
    user = user_of(request)
    asked = access.request_to_erase(user, pk)
    found = access.report_in(asked, report)
    form = MarkForm(request.POST, hidden=access.hidden_in(found))
    if not form.is_valid():
        messages.error(request, form.first_error)
        return redirect("oversight:request", pk)
    try:
        services.mark(asked, found, groups=form.groups, by=user)
    except NotPossible as why:
        messages.error(request, str(why))
    return redirect("oversight:request", pk)


@require_POST
def settle(request: HttpRequest, pk: UUID, erasure: UUID) -> HttpResponse:
    """Confirm as the second person, or take it back."""
    user = user_of(request)
    found = access.erasure_in(access.request_to_erase(user, pk), erasure)
    try:
        if request.POST.get("go") == "confirm":
            services.confirm(found, by=user)
            messages.success(request, _("Gewist. Het staat in het register van wat vernietigd is."))
        else:
            services.withdraw(found, by=user)
    except NotPossible as why:
        messages.error(request, str(why))
    return redirect("oversight:request", pk)
