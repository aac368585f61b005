"""Settings: the other systems that may file reports, each with its own token."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.who import user_of
from baken.intake import access
from baken.intake import applications as services
from baken.intake.forms import ApplicationForm, posted


@require_http_methods(["GET", "HEAD", "POST"])
def applications(request: HttpRequest) -> HttpResponse:
    """The systems of the municipality, and a new one; its token is shown once."""
    user, token, today = user_of(request), "", timezone.localdate()
    found, form = access.applications_for(user), ApplicationForm(posted(request))
    if form.is_valid():
        data = form.cleaned_data
        token = services.give_token(name=data["name"], expires_on=data["expires_on"], by=user)
        form = ApplicationForm()
    known = {"form": form, "token": token, "rows": found.all(), "today": today}
    return render(request, "intake/applications.html", known, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a token back; it stops at once."""
    user = user_of(request)
    services.revoke(access.application_for(user, pk), by=user)
    messages.success(request, _("De koppeling werkt niet meer."))
    return redirect("desk_intake:applications")
