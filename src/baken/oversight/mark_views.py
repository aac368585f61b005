"""Pages about marks on a report: correction, objection, not substantiated, restricted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.who import user_of
from baken.oversight import access, services, standing
from baken.oversight.forms import MarkForm


@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record something about a report on behalf of somebody who is in it."""
    user = user_of(request)
    report = access.report_to_mark(user, pk)
    form = MarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.mark_report(report, by=user, **form.cleaned_data)
            messages.success(request, _("Vastgelegd. Het staat bovenaan de melding."))
            return redirect("inbox:record", pk)
        except services.NotPossible as why:
            form.add_error(None, str(why))
    known = {"report": report, "form": form, "marks": standing.active_marks(report)}
    return render(request, "oversight/mark.html", known, status=422 if form.errors else 200)


@require_POST
def end_mark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was recorded no longer holds."""
    user = user_of(request)
    found = access.mark_for(user, pk)
    services.end_mark(found, by=user)
    messages.success(request, _("Beëindigd."))
    return redirect("inbox:record", found.report_id)
